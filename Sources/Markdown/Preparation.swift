/// Puts placeholders for all that CommonMark does not know. Works line by line and knows nothing of code: cmark will.
struct Preparation {
    let source: ArraySlice<UInt8>
    private(set) var text: [UInt8] = []
    private(set) var placeholders: [Placeholder] = []
    private(set) var lineMap = LineMap()

    /// Up to here the source was copied or replaced.
    private var copied: Int
    private var position: Int
    /// The line of the prepared text.
    private var line = 1
    /// Where a `{% raw %}` ends: nothing in it is a shortcode.
    var rawEnd: Int
    /// Where a search for the end of a shortcode was given up: the next need not try again before.
    var searched: [ShortcodeStyle: Int] = [:]

    init(_ source: ArraySlice<UInt8>) {
        self.source = source
        copied = source.startIndex
        position = source.startIndex
        rawEnd = source.startIndex
    }

    mutating func run() {
        text.reserveCapacity(source.count + source.count / 8)
        startLine()
        while position < source.endIndex {
            switch source[position] {
            case UInt8(ascii: "\n"):
                position += 1
                line += 1
                startLine()
            case UInt8(ascii: "\r"):
                position += 1
                if byte(position) != UInt8(ascii: "\n") {
                    line += 1
                    startLine()
                }
            case UInt8(ascii: "\\"):
                if byte(position + 1) == UInt8(ascii: "~") {
                    // cmark would make it a part of the text around it.
                    put(Placeholder(kind: .tilde, range: position..<(position + 2)))
                    continue
                }
                position += 1
                // What is escaped is none of ours; a line's end is one in any case.
                if let next = byte(position), next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r") { position += 1 }
            case UInt8(ascii: "{"):
                if let found = shortcode(at: position) { put(found) } else { position += 1 }
            case UInt8(ascii: "["):
                if let found = noteReference(at: position) { put(found) } else { position += 1 }
            case 0xF4:
                replaceSign()
            default:
                position += 1
            }
        }
        text += source[copied...]
    }

    func byte(_ index: Int) -> UInt8? { index < source.endIndex ? source[index] : nil }

    func has(_ string: StaticString, at index: Int) -> Bool {
        let length = string.utf8CodeUnitCount
        return index + length <= source.endIndex
            && string.withUTF8Buffer { source[index..<(index + length)].elementsEqual($0) }
    }

    /// Where the line at `index` ends, before its line break.
    func endOfLine(from index: Int) -> Int {
        source[index...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? source.endIndex
    }

    private mutating func startLine() {
        // Block quotes and the indentation of lists may stand before.
        var start = position
        while let byte = byte(start), byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") { start += 1 }
        if let found = directiveLine(at: start) ?? noteDefinition(at: start) { put(found) }
    }

    private mutating func put(_ placeholder: Placeholder) {
        text += source[copied..<placeholder.range.lowerBound]
        text += placeholder.bytes(number: placeholders.count)
        placeholders.append(placeholder)
        var omitted = 0
        for index in placeholder.range {
            if source[index] == UInt8(ascii: "\n")
                || source[index] == UInt8(ascii: "\r") && byte(index + 1) != UInt8(ascii: "\n")
            {
                omitted += 1
            }
        }
        if omitted > 0 { lineMap.omit(omitted, after: line) }
        position = placeholder.range.upperBound
        copied = position
    }

    /// Placeholders are told from text by two characters for private use: those in the source become U+FFFD.
    private mutating func replaceSign() {
        guard byte(position + 1) == 0x8F, byte(position + 2) == 0xBF, let last = byte(position + 3),
            last == 0xB0 || last == 0xB1
        else {
            position += 1
            return
        }
        text += source[copied..<position]
        text += [0xEF, 0xBF, 0xBD]
        position += 4
        copied = position
    }
}
