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
            text.append(padded: second, to: 2)
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
        append(padded: date.year, to: 4)
        append(UInt8(ascii: "-"))
        append(padded: date.month, to: 2)
        append(UInt8(ascii: "-"))
        append(padded: date.day, to: 2)
    }

    fileprivate mutating func append(hour: Int, minute: Int) {
        append(padded: hour, to: 2)
        append(UInt8(ascii: ":"))
        append(padded: minute, to: 2)
    }

    /// A number that is not negative, with zeros before it.
    fileprivate mutating func append(padded number: Int, to width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}

func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
