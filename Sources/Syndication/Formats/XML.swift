import Markup
import Newspaper

/// A piece of XML, written like `HTML`: literals are markup, values are text and are escaped.
///
/// What XML 1.0 has no way to say (most control characters, U+FFFE and U+FFFF) is left out of texts, for a reader of
/// feeds refuses the whole file otherwise.
struct XML: Sendable {
    /// The bytes; what keeps those of a piece of HTML keeps them.
    let bytes: HTML

    /// XML that was made before.
    init(made bytes: HTML) {
        self.bytes = bytes
    }

    fileprivate init(_ buffer: Buffer) {
        bytes = HTML(buffer)
    }
}

extension XML: ExpressibleByStringInterpolation {
    init(stringLiteral value: StaticString) {
        bytes = HTML(stringLiteral: value)
    }

    init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.buffer)
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var buffer: Buffer

        init(literalCapacity: Int, interpolationCount: Int) {
            buffer = Buffer(capacity: literalCapacity + interpolationCount * 128)
        }

        /// What the format's author typed.
        mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { buffer.append($0) }
        }

        mutating func appendInterpolation(_ piece: XML?) {
            if let piece { buffer.append(piece.bytes) }
        }

        mutating func appendInterpolation(_ pieces: [XML]) {
            buffer.append(pieces.map(\.bytes))
        }

        mutating func appendInterpolation(_ pieces: some Sequence<XML>) {
            for piece in pieces { buffer.append(piece.bytes) }
        }

        /// Text: what a reader gets is what it was, in an element and in a quoted attribute alike.
        @_disfavoredOverload
        mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { buffer.append(xml: $0) }
        }

        mutating func appendInterpolation(_ address: Address) {
            appendInterpolation(address.text)
        }

        mutating func appendInterpolation(_ number: Int) {
            buffer.append(number: number)
        }

        /// Text as the HTML that readers take an element for. Quotes stay as they are, for whoever sees the file as it is.
        mutating func appendInterpolation(asHTML text: String) {
            var text = text
            text.withUTF8 { text in
                var start = 0
                for (index, byte) in text.enumerated() {
                    let escape: String
                    switch byte {
                    case UInt8(ascii: "&"): escape = "&amp;amp;"
                    case UInt8(ascii: "<"): escape = "&amp;lt;"
                    case UInt8(ascii: ">"): escape = "&amp;gt;"
                    default: continue
                    }
                    buffer.append(xml: UnsafeBufferPointer(rebasing: text[start..<index]))
                    buffer.append(text: escape)
                    start = index + 1
                }
                buffer.append(xml: UnsafeBufferPointer(rebasing: text[start...]))
            }
        }

        /// HTML as a section that is not escaped, so that people can read it in the file.
        mutating func appendInterpolation(cdata html: HTML) {
            buffer.append(text: "<![CDATA[")
            html.withBytes { buffer.append(cdata: $0) }
            buffer.append(text: "]]>")
        }

        /// `Wed, 18 Nov 2026 07:30:00 +0000` (RFC 822, with the year in four digits).
        mutating func appendInterpolation(rfc822 time: LocalTime) {
            buffer.append(rfc822: time)
        }

        /// `2026-11-18T07:30:00+00:00` (RFC 3339): the time of day is always given.
        mutating func appendInterpolation(rfc3339 time: LocalTime) {
            buffer.append(text: time.instant)
        }
    }
}

extension LocalTime {
    /// With the time of day, midnight where none was written (RFC 3339).
    var instant: String {
        var time = self
        time.hasTime = true
        return time.iso
    }
}

extension Buffer {
    fileprivate mutating func append(xml text: UnsafeBufferPointer<UInt8>) {
        guard text.firstOddInXML != nil else { return append(escaping: text) }
        var start = 0
        for index in text.indices {
            guard let found = text.oddXML(at: index) else { continue }
            if index < start { continue }
            append(escaping: UnsafeBufferPointer(rebasing: text[start..<index]))
            // In an attribute these three would become spaces otherwise, and a carriage return a line feed anywhere.
            switch text[index] {
            case 0x09: append(text: "&#9;")
            case 0x0A: append(text: "&#10;")
            case 0x0D: append(text: "&#13;")
            default: break
            }
            start = index + found
        }
        append(escaping: UnsafeBufferPointer(rebasing: text[start...]))
    }

    fileprivate mutating func append(cdata text: UnsafeBufferPointer<UInt8>) {
        guard text.contains(where: { $0 < 0x20 && !$0.isXMLSpace || $0 == 0xEF }) else {
            return append(closedCDATA: text)
        }
        // What is left out may have kept apart what would end the section: it goes first.
        var kept: [UInt8] = []
        var index = 0
        while index < text.count {
            if let count = text.oddXML(at: index), !text[index].isXMLSpace {
                index += count
            } else {
                kept.append(text[index])
                index += 1
            }
        }
        kept.withUnsafeBufferPointer { append(closedCDATA: $0) }
    }

    /// What would end the section is divided between two.
    private mutating func append(closedCDATA text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where text[index] == UInt8(ascii: ">") && index >= 2 {
            guard text[index - 1] == UInt8(ascii: "]"), text[index - 2] == UInt8(ascii: "]") else { continue }
            append(UnsafeBufferPointer(rebasing: text[start..<index]))
            append(text: "]]><![CDATA[")
            start = index
        }
        append(UnsafeBufferPointer(rebasing: text[start...]))
    }

    fileprivate mutating func append(rfc822 time: LocalTime) {
        let date = time.date
        append(text: Buffer.weekdays[date.weekday])
        append(text: ", ")
        append(twoDigits: date.day)
        append(UInt8(ascii: " "))
        append(text: Buffer.months[date.month - 1])
        append(UInt8(ascii: " "))
        append(twoDigits: date.year / 100)
        append(twoDigits: date.year % 100)
        for (sign, number) in [(" ", time.hour), (":", time.minute), (":", time.second)] {
            append(text: sign)
            append(twoDigits: number)
        }
        append(text: time.offset < 0 ? " -" : " +")
        append(twoDigits: abs(time.offset) / 3600)
        append(twoDigits: abs(time.offset) / 60 % 60)
    }

    private mutating func append(twoDigits number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension UInt8 {
    fileprivate var isXMLSpace: Bool { self == 0x09 || self == 0x0A || self == 0x0D }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes such a character takes that begins there; nil for any other.
    fileprivate func oddXML(at index: Int) -> Int? {
        if self[index] < 0x20 { return 1 }
        guard self[index] == 0xEF, index + 2 < count, self[index + 1] == 0xBF, self[index + 2] >= 0xBE else {
            return nil
        }
        return 3
    }
}
