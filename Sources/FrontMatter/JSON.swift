import Diagnostics

/// Reads `text`, which is UTF-8 and begins on line `firstLine`, as the fields of a JSON object (RFC 8259, strictly).
///
/// A reader of our own and not Foundation's, which knows no places, nor how a number was written; nor libyaml, to which
/// JSON is not quite YAML (`\/`, pairs of surrogates, long keys).
func readJSON(_ text: ArraySlice<UInt8>, firstLine: Int) -> Reading {
    var reader = JSONReader(text, firstLine: firstLine)
    var list = FieldList()
    do throws(Diagnostic) {
        try reader.readDocument(into: &list)
    } catch {
        reader.diagnostics.append(error)
    }
    return Reading(fields: Fields(list.fields), diagnostics: reader.diagnostics)
}

private struct JSONReader {
    var diagnostics: [Diagnostic] = []
    private let text: ArraySlice<UInt8>
    private var index: Int
    private var places: Places

    init(_ text: ArraySlice<UInt8>, firstLine: Int) {
        self.text = text
        index = text.startIndex
        places = Places(of: text, firstLine: firstLine)
    }

    mutating func readDocument(into list: inout FieldList) throws(Diagnostic) {
        try readFields(into: &list, depth: 1)
        skipBlanks()
        if index < text.endIndex { throw unexpected("the end of the front matter") }
    }

    private mutating func readFields(into list: inout FieldList, depth: Int) throws(Diagnostic) {
        if depth > maximumNesting { throw .nestedTooDeeply(at: places[index]) }
        try read("{", or: "`{`")
        if skip("}") { return }
        repeat {
            skipBlanks()
            guard peek() == UInt8(ascii: "\"") else { throw unexpected("the name of a field in double quotes") }
            let place = places[index]
            let name = try readString()
            try read(":", or: "a colon")
            let node = try readNode(depth: depth + 1)
            if let warning = list.add(Fields.Field(name: name, place: place, node: node)) {
                diagnostics.append(warning)
            }
        } while skip(",")
        try read("}", or: "a comma or `}`")
    }

    private mutating func readList(depth: Int) throws(Diagnostic) -> [Node] {
        if depth > maximumNesting { throw .nestedTooDeeply(at: places[index]) }
        var nodes: [Node] = []
        try read("[", or: "`[`")
        if skip("]") { return nodes }
        repeat { nodes.append(try readNode(depth: depth + 1)) } while skip(",")
        try read("]", or: "a comma or `]`")
        return nodes
    }

    private mutating func readNode(depth: Int) throws(Diagnostic) -> Node {
        skipBlanks()
        let place = places[index]
        switch peek() {
        case UInt8(ascii: "\""):
            return Node(.scalar(try readString(), isQuoted: true), at: place)
        case UInt8(ascii: "{"):
            var list = FieldList()
            try readFields(into: &list, depth: depth)
            return Node(.map(Fields(list.fields)), at: place)
        case UInt8(ascii: "["):
            return Node(.list(try readList(depth: depth)), at: place)
        default:
            return Node(try readWord(), at: place)
        }
    }

    /// Reads `null`, `true`, `false` or a number.
    private mutating func readWord() throws(Diagnostic) -> Value {
        let end = text[index...].firstIndex { !isPartOfWord($0) } ?? text.endIndex
        let word = String(decoding: text[index..<end], as: UTF8.self)
        guard word == "null" || word == "true" || word == "false" || isNumber(text[index..<end]) else {
            throw unexpected("a value")
        }
        index = end
        return word == "null" ? .null : .scalar(word, isQuoted: false)
    }

    /// Reads a string, on whose opening quotation mark the reader stands.
    private mutating func readString() throws(Diagnostic) -> String {
        let opening = index
        index += 1
        var bytes: [UInt8] = []
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                bytes += UTF8.encode(try readEscape()).map(Array.init) ?? []
            case 0..<0x20:
                throw .error(
                    "a line break or a tab stands in a string", at: places[index], hint: "Write `\\n` or `\\t`.")
            default:
                bytes.append(byte)
                index += 1
            }
        }
        throw .error("the quotation mark that opens here is not closed", at: places[opening])
    }

    private mutating func readEscape() throws(Diagnostic) -> Unicode.Scalar {
        let backslash = index
        index += 1
        let letter = peek()
        index += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            if let scalar = readUnicodeEscape() { return scalar }
        default: break
        }
        throw .error(
            "a backslash stands before something that is no escape", at: places[backslash],
            hint: "Write `\\\\` for a backslash.")
    }

    /// Reads the digits of `\u00e9`, or those of a pair such as `\ud83d\ude00`.
    private mutating func readUnicodeEscape() -> Unicode.Scalar? {
        guard let first = readFourDigits() else { return nil }
        guard 0xD800..<0xDC00 ~= first else { return Unicode.Scalar(first) }
        guard text[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
        index += 2
        guard let second = readFourDigits(), 0xDC00..<0xE000 ~= second else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func readFourDigits() -> UInt32? {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            number = number << 4 + UInt32(digit)
            index += 1
        }
        return number
    }

    private func peek() -> UInt8? { index < text.endIndex ? text[index] : nil }

    private mutating func skipBlanks() {
        while let byte = peek(), byte.isBlank || byte == newline || byte == carriageReturn { index += 1 }
    }

    /// Goes past `mark` and blanks before it, if it comes next.
    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek() == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    private mutating func read(_ mark: Unicode.Scalar, or expected: String) throws(Diagnostic) {
        if !skip(mark) { throw unexpected(expected) }
    }

    private mutating func unexpected(_ expected: String) -> Diagnostic {
        let isAfterComma =
            text[..<index].last { !$0.isBlank && $0 != newline && $0 != carriageReturn } == UInt8(ascii: ",")
        let isClosing = peek() == UInt8(ascii: "}") || peek() == UInt8(ascii: "]")
        return .error(
            "\(expected) is expected here", at: places[index],
            hint: isAfterComma && isClosing ? "Remove the comma before it." : "")
    }
}

private func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
        true
    default: false
    }
}

/// Whether `word` is a number of JSON: no leading zero or plus, digits on both sides of the point.
private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    func dropDigits() -> Int {
        let digits = rest.prefix(while: isDigit).count
        rest = rest.dropFirst(digits)
        return digits
    }

    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let digits = dropDigits()
    guard digits == 1 || (digits > 1 && !startsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        guard dropDigits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard dropDigits() > 0 else { return false }
    }
    return rest.isEmpty
}
