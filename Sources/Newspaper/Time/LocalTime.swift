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
        return text { text in
            text.append(date)
            text.append(UInt8(ascii: "T"))
            text.append(hour: hour, minute: minute)
            text.append(UInt8(ascii: ":"))
            text.append(twoDigits: second)
            text.append(UInt8(ascii: offset < 0 ? "-" : "+"))
            text.append(hour: abs(offset) / 3600, minute: abs(offset) / 60 % 60)
        }
    }

    /// `2026-11-18`.
    public var day: String {
        text { $0.append(date) }
    }

    /// `07:30`.
    public var time: String {
        text { $0.append(hour: hour, minute: minute) }
    }

    private func text(_ write: (inout [UInt8]) -> Void) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(25)
        write(&text)
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ date: CivilDate) {
        append(twoDigits: date.year / 100)
        append(twoDigits: date.year)
        append(UInt8(ascii: "-"))
        append(twoDigits: date.month)
        append(UInt8(ascii: "-"))
        append(twoDigits: date.day)
    }

    fileprivate mutating func append(hour: Int, minute: Int) {
        append(twoDigits: hour)
        append(UInt8(ascii: ":"))
        append(twoDigits: minute)
    }

    /// The last two digits of a number that is not negative.
    fileprivate mutating func append(twoDigits number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}

func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
