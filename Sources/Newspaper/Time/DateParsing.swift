extension Timestamp {
    /// Why a text is no date.
    public enum ParseError: Error, Sendable, Hashable {
        /// It does not look like a date at all.
        case unreadable
        /// It looks like one, but there is no such day or time.
        case impossible
    }

    /// Reads ISO 8601 and its common variants: `2014-07-21`, `2014-7-1 9:05`, `2014-07-21T09:00:00.123Z`,
    /// `2014-07-21 09:00:00 -0500`, `2014-07-21T09:00+02`, `2014/07/21`. A time without a zone is in `zone`.
    public init(parsing text: String, in zone: Zone) throws(ParseError) {
        var scanner = DateScanner(text)
        guard let year = scanner.number(digits: 4...4), let separator = scanner.one(of: "-/"),
            let month = scanner.number(digits: 1...2), scanner.one(separator) != nil,
            let day = scanner.number(digits: 1...2)
        else { throw .unreadable }
        // There is no year 0, and west of Greenwich it would begin in one that no page could name.
        guard year > 0, let date = CivilDate(year: year, month: month, day: day) else { throw .impossible }
        let midnight = date.daysSince1970 * 86_400
        if scanner.isAtEnd {
            self.init(seconds: zone.seconds(ofLocal: midnight), hasTime: false)
            return
        }

        guard scanner.one(of: "Tt ") != nil, let hour = scanner.numberAfterSpaces(digits: 1...2),
            scanner.one(of: ":") != nil, let minute = scanner.number(digits: 2...2)
        else { throw .unreadable }
        var second = 0
        if scanner.one(of: ":") != nil {
            guard let seconds = scanner.number(digits: 2...2) else { throw .unreadable }
            second = seconds
            if scanner.one(of: ".,") != nil { scanner.skipDigits() }
        }
        guard hour < 24, minute < 60, second <= 60 else { throw .impossible }
        let local = midnight + hour * 3600 + minute * 60 + second

        scanner.skipSpaces()
        if scanner.isAtEnd {
            self.init(seconds: zone.seconds(ofLocal: local))
        } else if scanner.isUTC {
            self.init(seconds: local)
        } else if let offset = scanner.offset(), scanner.isAtEnd {
            guard abs(offset) <= 15 * 3600 else { throw .impossible }
            self.init(seconds: local - offset)
        } else {
            throw .unreadable
        }
    }

    /// The date at the start of a file's name, `2014-07-21-slug`; nil if it does not begin with one.
    public init?(fileName: String, in zone: Zone) {
        let parts = fileName.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
        guard let date = try? Timestamp(parsing: parts[0...2].joined(separator: "-"), in: zone) else { return nil }
        self = date
    }
}

/// Reads a date's parts one after the other.
private struct DateScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) {
        rest = Array(text.utf8)[...]
        skipSpaces()
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, let byte = rest.first, (0x30...0x39).contains(byte) {
            value = value * 10 + Int(byte - 0x30)
            count += 1
            rest.removeFirst()
        }
        return digits.contains(count) ? value : nil
    }

    /// The next character, if it is one of these.
    mutating func one(of characters: StaticString) -> UInt8? {
        guard let byte = rest.first, characters.withUTF8Buffer({ $0.contains(byte) }) else { return nil }
        rest.removeFirst()
        return byte
    }

    mutating func one(_ character: UInt8) -> UInt8? {
        rest.first == character ? rest.removeFirst() : nil
    }

    mutating func skipDigits() {
        while let byte = rest.first, (0x30...0x39).contains(byte) { rest.removeFirst() }
    }

    mutating func skipSpaces() {
        while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() }
    }

    mutating func numberAfterSpaces(digits: ClosedRange<Int>) -> Int? {
        skipSpaces()
        return number(digits: digits)
    }

    var isUTC: Bool {
        ["Z", "z", "UTC", "GMT"].contains(String(decoding: rest, as: UTF8.self))
    }

    /// `-0500`, `-05:00`, `-05` or `-5`, in seconds.
    mutating func offset() -> Int? {
        guard let sign = one(of: "+-"), let hours = number(digits: 1...2) else { return nil }
        _ = one(of: ":")
        let minutes = isAtEnd ? 0 : number(digits: 2...2)
        guard let minutes, minutes < 60 else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
