extension Buffer {
    /// Appends markup.
    @inlinable
    package mutating func append(_ piece: HTML) {
        piece.withBytes { append($0) }
    }

    /// Appends `text` as it is, in UTF-8.
    @inlinable
    package mutating func append(text: String) {
        // A native string, which most are, lends its bytes without being copied, which would count a reference.
        if text.utf8.withContiguousStorageIfAvailable({ append($0) }) != nil { return }
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends `text` with `& < > " '` as character references, so that it is text wherever it stands.
    @usableFromInline
    package mutating func append(escaping text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append(escaping: $0) }) != nil { return }
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// The same for UTF-8 bytes: runs that need no escape are copied whole.
    /// - Parameter keepsApostrophes: whether `'` stays what it is, as in what cmark prints.
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>, keepsApostrophes: Bool = false) {
        var start = 0
        var position = 0
        while let index = text.firstToEscape(from: position), let reference = characterReference(for: text[index]) {
            position = index + 1
            if keepsApostrophes, text[index] == UInt8(ascii: "'") { continue }
            append(UnsafeBufferPointer(rebasing: text[start..<index]))
            reference.withUTF8Buffer { append($0) }
            start = position
        }
        append(start == 0 ? text : UnsafeBufferPointer(rebasing: text[start...]))
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
        guard (0..<10_000).contains(number) else {
            append(text: String(number))
            return
        }
        // Days, years and sizes: without a `String` on the way.
        var divisor = number < 10 ? 1 : number < 100 ? 10 : number < 1000 ? 100 : 1000
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    /// Whether the last bytes are `href="` or `src="`.
    @inlinable
    var endsInAddressAttribute: Bool {
        bytes.last == UInt8(ascii: "\"") && (bytes.ends(with: "href=\"") || bytes.ends(with: "src=\""))
    }
}

extension UnsafeBufferPointer<UInt8> {
    @inlinable
    func ends(with suffix: StaticString) -> Bool {
        suffix.withUTF8Buffer { self.suffix($0.count).elementsEqual($0) }
    }
}

/// What stands for `byte` in HTML text and quoted attributes, if it may not stand for itself.
private func characterReference(for byte: UInt8) -> StaticString? {
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
