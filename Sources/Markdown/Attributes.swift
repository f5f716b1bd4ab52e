/// What stands in braces behind a directive's name or a picture: `{key="value" key2=value #id .class}`.
struct Attributes {
    private var values: [String: String] = [:]
    /// Why they cannot be read, and at which byte.
    private(set) var problem: (offset: Int, message: String)?

    /// Reads from the opening brace to behind the closing one.
    init(_ scanner: inout Scanner) { read(&scanner) }

    init() {}

    /// Nil for one that is not given, or is empty.
    subscript(key: String) -> String? {
        guard let value = values[key], !value.isEmpty else { return nil }
        return value
    }

    var keys: [String] { values.keys.sorted() }

    private mutating func read(_ scanner: inout Scanner) {
        scanner.advance()
        while true {
            scanner.skipSpaces()
            let start = scanner.offset
            switch scanner.next {
            case nil:
                problem = (start, "the attributes are not closed: } is missing")
                return
            case UInt8(ascii: "}"):
                scanner.advance()
                return
            case UInt8(ascii: "#"), UInt8(ascii: "."):
                // Ids and classes belong to the theme: they are read and have no effect.
                scanner.advance()
                if scanner.take(Attributes.isName).isEmpty {
                    problem = (start, "an id or a class has no name")
                    return
                }
            default:
                let key = String(decoding: scanner.take(Attributes.isName), as: UTF8.self)
                guard !key.isEmpty else {
                    problem = (start, "an attribute has no name")
                    return
                }
                guard let value = value(&scanner, of: key) else { return }
                guard values.updateValue(value, forKey: key) == nil else {
                    problem = (start, "the attribute “\(key.shown)” is given twice")
                    return
                }
            }
        }
    }

    private mutating func value(_ scanner: inout Scanner, of key: String) -> String? {
        guard scanner.next == UInt8(ascii: "=") else {
            problem = (scanner.offset, "the attribute “\(key.shown)” has no value")
            return nil
        }
        scanner.advance()
        let start = scanner.offset
        guard let quote = scanner.next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = scanner.take { $0 > 0x20 && $0 != UInt8(ascii: "}") }
            if value.isEmpty { problem = (start, "the attribute “\(key.shown)” has no value") }
            let text = String(decoding: value, as: UTF8.self)
            if text.hasPrefix("“") || text.hasPrefix("”") || text.hasPrefix("„") {
                problem = (start, "the value is in curly quotes: straight ones are meant")
            }
            return problem == nil ? text : nil
        }
        scanner.advance()
        let value = scanner.take { $0 != quote }
        guard scanner.next == quote else {
            problem = (start, "the value of “\(key.shown)” is not closed: \(Unicode.Scalar(quote)) is missing")
            return nil
        }
        scanner.advance()
        return String(decoding: value, as: UTF8.self)
    }

    static func isName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

/// Reads bytes one after the other.
struct Scanner {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    var offset: Int { index - bytes.startIndex }
    var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    mutating func advance() { index += 1 }

    mutating func take(_ isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = index
        while let next, isWanted(next) { index += 1 }
        return bytes[start..<index]
    }

    mutating func skipSpaces() {
        _ = take { $0 == 0x20 || $0 == 0x09 }
    }
}
