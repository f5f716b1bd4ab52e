extension [UInt8] {
    /// Appends markup.
    @inlinable
    package mutating func append(_ piece: HTML) {
        switch piece.storage {
        case .literal(let literal): literal.withUTF8Buffer { append(contentsOf: $0) }
        case .bytes(let bytes): append(contentsOf: bytes)
        }
    }

    /// Appends `text` as it is, in UTF-8.
    @inlinable
    package mutating func append(text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append(contentsOf: $0) }) == nil {
            append(contentsOf: text.utf8)
        }
    }

    /// Appends `text` with `& < > " '` as character references, so that it is text wherever it stands.
    @inlinable
    package mutating func append(escaping text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append(escaping: $0) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) }
        }
    }

    /// The same for UTF-8 bytes: runs that need no escape are copied whole.
    @inlinable
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            guard let reference = characterReference(for: text[index]) else { continue }
            append(contentsOf: text[start..<index])
            reference.withUTF8Buffer { append(contentsOf: $0) }
            start = index + 1
        }
        append(contentsOf: text[start...])
    }

    @inlinable
    mutating func append(escapingJSON json: String) {
        var json = json
        json.withUTF8 { text in
            for byte in text {
                switch byte {
                case UInt8(ascii: "<"): append(text: "\\u003c")
                case UInt8(ascii: ">"): append(text: "\\u003e")
                case UInt8(ascii: "&"): append(text: "\\u0026")
                default: append(byte)
                }
            }
        }
    }

    /// Appends a number in decimal.
    @inlinable
    package mutating func append(number: Int) {
        guard (0..<10).contains(number) else {
            append(text: String(number))
            return
        }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    }

    /// Whether the last bytes are `href="` or `src="`.
    @inlinable
    var endsInAddressAttribute: Bool {
        ends(with: "href=\"") || ends(with: "src=\"")
    }

    @inlinable
    func ends(with suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        return count >= length && suffix.withUTF8Buffer { self[(count - length)...].elementsEqual($0) }
    }
}

/// What stands for `byte` in HTML text and quoted attributes, if it may not stand for itself.
@inlinable
func characterReference(for byte: UInt8) -> StaticString? {
    // Every byte that needs a reference is at most `>`; the usual letters are above it.
    guard byte <= UInt8(ascii: ">") else { return nil }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    default: return nil
    }
}
