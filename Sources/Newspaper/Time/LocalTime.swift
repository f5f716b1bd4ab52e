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

    /// The moment, in seconds since 1970.
    public var seconds: Int {
        date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
    }

    /// `2026-11-18T07:30:00+00:00`, or `2026-11-18` where no time was written (RFC 3339).
    public var iso: String {
        guard hasTime else { return day }
        return String(filling: "0000-00-00T00:00:00+00:00") { text in
            text.put(date)
            text.put(hour, at: 11)
            text.put(minute, at: 14)
            text.put(second, at: 17)
            if offset < 0 { text[19] = UInt8(ascii: "-") }
            text.put(abs(offset) / 3600, at: 20)
            text.put(abs(offset) / 60 % 60, at: 23)
        }
    }

    /// `2026-11-18`.
    public var day: String {
        String(filling: "0000-00-00") { $0.put(date) }
    }

    /// `07:30`.
    public var time: String {
        String(filling: "00:00") { text in
            text.put(hour, at: 0)
            text.put(minute, at: 3)
        }
    }
}

extension String {
    /// A text in whose form the digits are put where they belong: in place, for a page has a dozen dates.
    fileprivate init(filling form: StaticString, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        self.init(unsafeUninitializedCapacity: form.utf8CodeUnitCount) { text in
            guard let start = text.baseAddress else { return 0 }
            start.initialize(from: form.utf8Start, count: form.utf8CodeUnitCount)
            fill(text)
            return form.utf8CodeUnitCount
        }
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    fileprivate func put(_ date: CivilDate) {
        put(date.year / 100, at: 0)
        put(date.year, at: 2)
        put(date.month, at: 5)
        put(date.day, at: 8)
    }

    /// Puts the last two digits of a number that is not negative in the place of two others.
    fileprivate func put(_ number: Int, at place: Int) {
        self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10)
        self[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    }
}

func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
