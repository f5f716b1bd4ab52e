/// A date and time as a reader in the site's zone would say it.
public struct LocalTime: Sendable, Hashable {
    public var date: CivilDate
    public var hour: Int
    public var minute: Int
    public var second: Int
    /// Seconds ahead of UTC.
    public var offset: Int
    /// Whether a time of day was written, or the day alone.
    public var hasTime: Bool

    init(_ local: Int, offset: Int, hasTime: Bool) {
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let seconds = local - days * 86_400
        date = CivilDate(daysSince1970: days)
        hour = seconds / 3600
        minute = seconds / 60 % 60
        second = seconds % 60
        self.offset = offset
        self.hasTime = hasTime
    }

    /// `2026-11-18T07:30:00+00:00`, or `2026-11-18` where no time was written (RFC 3339).
    public var iso: String {
        guard hasTime else { return day }
        let sign = offset < 0 ? "-" : "+"
        let ahead = abs(offset) / 60
        return "\(day)T\(time):\(padded(second))\(sign)\(padded(ahead / 60)):\(padded(ahead % 60))"
    }

    /// `2026-11-18`.
    public var day: String { "\(padded(date.year, to: 4))-\(padded(date.month))-\(padded(date.day))" }

    /// `07:30`.
    public var time: String { "\(padded(hour)):\(padded(minute))" }
}

func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
