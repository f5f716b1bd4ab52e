import CCmark
import Diagnostics
import Markup

/// A text as its author wrote it, and as cmark is given it.
///
/// Where it has something that CommonMark does not know, cmark is given a placeholder instead, which is punctuation
/// like what it stands for. cmark then decides what is text, what is code and what is HTML; the tree is searched for
/// placeholders, and those in code become again what the author wrote. So there is one parser, and it is cmark.
struct Source {
    let original: ArraySlice<UInt8>
    /// The number of the first line in the file.
    let firstLine: Int
    let signs: Signs
    /// What cmark reads: the original, if it has nothing that needs a placeholder.
    let text: ArraySlice<UInt8>
    let placeholders: [Placeholder]
    private let lineMap: LineMap
    private let places: Places

    init(_ original: ArraySlice<UInt8>, firstLine: Int) {
        // What is no UTF-8 is reported where files are read. Here it only must not reach a page.
        let isUTF8 = firstInvalidUTF8(in: original) == nil
        let original = isUTF8 ? original : Array(String(decoding: original, as: UTF8.self).utf8)[...]
        self.original = original
        self.firstLine = firstLine
        signs = original.withUnsafeBufferPointer { Signs(in: $0) }
        places = Places(original, firstLine: firstLine)
        if signs.needsPreparation {
            var preparation = Preparation(original)
            preparation.run()
            text = preparation.text[...]
            placeholders = preparation.placeholders
            lineMap = preparation.lineMap
        } else {
            text = original
            placeholders = []
            lineMap = LineMap()
        }
    }

    // MARK: Places

    /// The place of a byte of the original.
    func place(of offset: Int) -> Place { places.place(of: offset) }

    func place(of placeholder: Placeholder) -> Place { places.place(of: placeholder.range.lowerBound) }

    /// The place of `needle`, which cmark found in `lines`; just the first of them if it is not there as it was read.
    func place(of needle: [UInt8], in lines: Lines) -> Place {
        let lines = Lines(first: lineMap.original(lines.first), last: lineMap.original(lines.last))
        return places.place(of: needle, in: lines)
    }

    func place(ofLine line: Int) -> Place {
        Place(line: lineMap.original(line) + firstLine - 1)
    }
}

/// What a fast look finds in a text: signs of the additions that may occur in it. A text without any is given to cmark
/// as it is.
struct Signs: OptionSet {
    let rawValue: UInt8

    /// `:::` or `::name` at the start of a line.
    static let directives = Signs(rawValue: 1)
    /// `[^`
    static let notes = Signs(rawValue: 2)
    /// `{{` or `{%`
    static let shortcodes = Signs(rawValue: 4)
    /// `|` and a line of dashes
    static let tables = Signs(rawValue: 8)
    /// `~~`
    static let strikethrough = Signs(rawValue: 16)
    /// `\~` beside it
    static let escapedTildes = Signs(rawValue: 32)

    var needsPreparation: Bool { !isDisjoint(with: [.directives, .notes, .shortcodes, .escapedTildes]) }
}

extension Signs {
    init(in text: UnsafeBufferPointer<UInt8>) {
        self = []
        if text.hasPair(":", ":", ":") { insert(.directives) }
        if text.hasPair("[", "^", "^") { insert(.notes) }
        if text.hasPair("{", "{", "%") { insert(.shortcodes) }
        if text.hasPair("~", "~", "~") {
            insert(.strikethrough)
            if text.hasPair("\\", "~", "~") { insert(.escapedTildes) }
        }
        if text.hasDelimiterRow { insert(.tables) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `first` occurs with `second` or `other` right after it.
    func hasPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
        guard let base = baseAddress else { return false }
        var index = 0
        while index < count - 1,
            let found = memchr(base + index, Int32(first.value), count - 1 - index)
        {
            index = UnsafeRawPointer(base).distance(to: found) + 1
            let next = self[index]
            if next == UInt8(ascii: second) || next == UInt8(ascii: other) { return true }
        }
        return false
    }

    /// Whether some line is the second of a table.
    fileprivate var hasDelimiterRow: Bool {
        guard let base = baseAddress else { return false }
        var index = 0
        while index < count, let found = memchr(base + index, Int32(UInt8(ascii: "|")), count - index) {
            let pipe = UnsafeRawPointer(base).distance(to: found)
            var (start, end) = (pipe, pipe)
            var hasDash = false
            // Most pipes stand beside a letter, and so are done with at once.
            while start > 0, self[start - 1].isOfDelimiterRow {
                start -= 1
                if self[start] == UInt8(ascii: "-") { hasDash = true }
            }
            while end < count, self[end].isOfDelimiterRow {
                if self[end] == UInt8(ascii: "-") { hasDash = true }
                end += 1
            }
            let isLine = (start == 0 || self[start - 1].isLineEnd) && (end == count || self[end].isLineEnd)
            if isLine, hasDash { return true }
            index = end
        }
        return false
    }
}

extension UInt8 {
    fileprivate var isOfDelimiterRow: Bool {
        switch self {
        case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09: true
        default: false
        }
    }

    fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
