import Diagnostics

/// Turns offsets into a text to lines and columns. Asked in the order of the text, it reads the text once.
struct Places {
    private let text: ArraySlice<UInt8>
    private let firstLine: Int
    private var offset: Int
    private var line: Int
    private var column = 1

    /// - Parameter firstLine: the number of the line on which `text` begins, at its first column.
    init(of text: ArraySlice<UInt8>, firstLine: Int) {
        self.text = text
        self.firstLine = firstLine
        offset = text.startIndex
        line = firstLine
    }

    /// The place of the byte at `target`, which is an index into the text.
    subscript(target: Int) -> Place {
        mutating get {
            if target < offset { self = Places(of: text, firstLine: firstLine) }
            while offset < min(target, text.endIndex) { advance() }
            return Place(line: line, column: column)
        }
    }

    private mutating func advance() {
        let byte = text[offset]
        offset += 1
        switch byte {
        case carriageReturn where offset < text.endIndex && text[offset] == newline:
            break  // The line ends with the line feed.
        case newline, carriageReturn:
            line += 1
            column = 1
        case 0x80..<0xC0:
            break  // The rest of a scalar whose first byte was counted.
        default:
            column += 1
        }
    }
}

/// Where the line of `place` lies in the text, without its line break.
func lineRange(of place: Place, in text: ArraySlice<UInt8>, firstLine: Int) -> Range<Int> {
    var line = Line(of: text, at: text.startIndex)
    for _ in firstLine..<max(place.line, firstLine) where line.next < text.endIndex {
        line = Line(of: text, at: line.next)
    }
    return line.start..<line.end
}

/// The index of the character at the column of `place` in its line; nil if the line is shorter.
func offset(of place: Place, in line: ArraySlice<UInt8>) -> Int? {
    var column = 0
    for index in line.indices where line[index] & 0xC0 != 0x80 {
        column += 1
        if column == place.column { return index }
    }
    return nil
}
