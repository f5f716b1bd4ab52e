import CCmark
import Markup

/// Where a report comes from, at its start: `CAIRO — The talks …`.
struct Dateline {
    /// `CAIRO`, `CAIRO, Egypt (AP)`, `GENEVA, 3 March`
    var text: String
    /// The dash after it, as it is shown.
    var dash: String
    /// How many scalars of the text the two are, with the spaces around the dash.
    var length: Int

    /// No dateline is longer, in scalars.
    static let lengthLimit = 100

    /// The dateline that `text` begins with.
    init?(_ text: [Unicode.Scalar]) {
        guard let dash = Dateline.dash(in: text) else { return nil }
        let before = Dateline.trimmed(text[..<dash.start])
        guard Dateline.isDateline(before), dash.end < text.count else { return nil }
        self.text = String(scalars: before)
        self.dash = dash.sign
        length = dash.end
    }

    /// The first dash that could end a dateline: `—`, or with spaces `–`, `--`, `-`.
    private static func dash(in text: [Unicode.Scalar]) -> (start: Int, end: Int, sign: String)? {
        for index in text.indices.prefix(lengthLimit) where index > 0 {
            var end = index + 1
            var sign = "—"
            switch text[index] {
            case "—": break
            case "–": if text[index - 1] == " " { sign = "–" } else { continue }
            case "-":
                guard text[index - 1] == " " else { continue }
                while end < text.count, text[end] == "-", end - index < 3 { end += 1 }
            default: continue
            }
            if text[index] != "—" {
                guard end < text.count, text[end] == " " || text[end] == "\n" else { continue }
            }
            while end < text.count, text[end] == " " || text[end] == "\n" { end += 1 }
            return (index, end, sign)
        }
        return nil
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    /// A town in capitals, perhaps a country or a date after a comma, perhaps an agency in parentheses.
    private static func isDateline(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let end = text.firstIndex { $0 == "," || $0 == "(" } ?? text.endIndex
        let town = trimmed(text[..<end])
        guard isTown(town) else { return false }
        var rest = text[end...]
        if rest.last == ")" {
            guard let open = rest.lastIndex(of: "("), rest.distance(from: open, to: rest.endIndex) <= 32 else {
                return false
            }
            let agency = rest[(open + 1)..<(rest.endIndex - 1)]
            guard let first = agency.first, first.isCapital else { return false }
            rest = trimmed(rest[..<open])
        }
        guard !rest.contains("(") else { return false }
        if rest.isEmpty { return true }
        // After the comma: a few short words, each a name, an abbreviation or a number.
        let words = rest.split { $0 == " " || $0 == "," }
        return rest.first == "," && !words.isEmpty && words.count <= 5
            && words.allSatisfy { word in
                guard let first = word.first else { return false }
                return first.isCapital || first.properties.numericType != nil || word.count <= 3
            }
    }

    private static func isTown(_ town: ArraySlice<Unicode.Scalar>) -> Bool {
        guard (3...40).contains(town.count), let first = town.first, first.isCapital else { return false }
        var capitals = 0
        for scalar in town {
            if scalar.isCapital {
                capitals += 1
            } else if scalar.isLetter || !isWithinName(scalar) {
                return false
            }
        }
        guard capitals >= 3, town.split(separator: " ").count <= 4 else { return false }
        return !labels.contains(String(scalars: town))
    }

    private static func isWithinName(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "-" || scalar == "." || scalar == "'" || scalar == "’" || scalar == "/"
            || scalar.properties.generalCategory == .nonspacingMark
    }

    /// Words that editors put before a dash, and that are no towns.
    private static let labels: Set<String> = [
        "NOTE", "NOTES", "UPDATE", "UPDATED", "UPDATES", "CORRECTION", "CLARIFICATION", "BREAKING",
        "BREAKING NEWS", "EDITOR'S NOTE", "EDITOR’S NOTE", "EDITORS NOTE", "WARNING", "ANALYSIS", "OPINION",
        "EXCLUSIVE", "WATCH", "LIVE", "READ", "READ MORE", "PHOTO", "PHOTOS", "VIDEO", "REVIEW", "FAQ", "TLDR",
        "IMPORTANT", "SPOILER", "SPOILER ALERT", "ALERT", "ATTENTION", "CAUTION", "TIP", "TODO", "WHAT", "WHO",
        "WHEN", "WHERE", "WHY", "HOW", "ALSO", "RELATED", "SOURCE", "SOURCES", "ADVISORY", "URGENT", "FLASH",
        "FACT", "FACT CHECK", "MYTH", "QUESTION", "ANSWER", "SUMMARY", "DISCLAIMER", "DISCLOSURE", "SPONSORED",
        "ADVERTISEMENT", "OBITUARY", "EDITORIAL", "FEATURE", "INTERVIEW", "POLL", "QUIZ", "RECIPE", "CORRECTED",
        "DEVELOPING", "PREVIEW", "RECAP", "FINAL", "PART ONE", "PART TWO", "PROLOGUE", "EPILOGUE", "HINWEIS",
        "ANMERKUNG", "KORREKTUR", "KOMMENTAR", "ANALYSE",
    ]
}

extension Rendering {
    /// Marks up the dateline that the first paragraph begins with, or puts the given one there.
    mutating func markDateline() {
        guard options.hasDateline else { return }
        // Figures, pull quotes and subheads may stand before it.
        var node = tree.root.first
        while let block = node, block.kind == CMARK_NODE_CUSTOM_BLOCK || block.kind == CMARK_NODE_HTML_BLOCK {
            node = block.next
        }
        guard let paragraph = node, paragraph.kind == CMARK_NODE_PARAGRAPH else { return }
        if !markDateline(of: paragraph), let given = options.dateline, let first = paragraph.first {
            tree.inline(mark(given, dash: "—").bytes).insert(before: first)
            dateline = given
        }
    }

    private func mark(_ dateline: String, dash: String) -> HTML {
        "<span class=\"dateline\">\(dateline)</span> \(dash) "
    }

    /// False if the paragraph does not begin with one.
    private mutating func markDateline(of paragraph: Node) -> Bool {
        guard let (dateline, opening) = paragraph.dateline() else { return false }
        let isShortText = opening.pieces.reduce(0) { $0 + $1.count } <= dateline.length && !opening.hasMore
        if isShortText { return false }
        // It ends within a piece of plain text, or between two pieces.
        var consumed = 0
        for piece in opening.pieces where consumed + piece.count > dateline.length {
            guard consumed >= dateline.length || piece.node.kind == CMARK_NODE_TEXT else { return false }
            break
        }
        consumed = 0
        self.dateline = dateline.text
        let inline = tree.inline(mark(dateline.text, dash: dateline.dash).bytes)
        if let first = paragraph.first { inline.insert(before: first) }
        for piece in opening.pieces {
            if consumed >= dateline.length { break }
            if consumed + piece.count <= dateline.length {
                tree.discard(piece.node)
            } else if piece.node.kind == CMARK_NODE_TEXT {
                piece.node.dropFirst(dateline.length - consumed)
            }
            consumed += piece.count
        }
        return true
    }
}

/// How a paragraph begins.
private struct Opening {
    var scalars: [Unicode.Scalar] = []
    var pieces: [(node: Node, count: Int)] = []
    /// Whether something follows that was not looked at.
    var hasMore = false
}

extension Node {
    /// The dateline that a paragraph begins with. Most are short, so that most often a few words tell.
    fileprivate func dateline() -> (Dateline, Opening)? {
        for limit in [40, Dateline.lengthLimit + 8] {
            let opening = openingText(limit: limit)
            if let dateline = Dateline(opening.scalars) { return (dateline, opening) }
            if opening.scalars.count < limit { return nil }
        }
        return nil
    }

    /// How a paragraph begins, as far as it is text, strong or emphasised text and line ends.
    private func openingText(limit: Int) -> Opening {
        var opening = Opening()
        for child in children {
            opening.hasMore = opening.scalars.count >= limit || !child.isOfOpening
            if opening.hasMore { break }
            let before = opening.scalars.count
            // What lies beyond the limit need not be looked at; that there is more is enough to know.
            switch child.kind {
            case CMARK_NODE_TEXT: opening.scalars += child.opening(limit + 1)
            case CMARK_NODE_SOFTBREAK: opening.scalars.append("\n")
            default: opening.scalars += child.children.lazy.flatMap { $0.opening(limit + 1) }.prefix(limit + 1)
            }
            opening.pieces.append((child, opening.scalars.count - before))
        }
        return opening
    }

    /// Whether it is text, the end of a line, or strong or emphasised text.
    private var isOfOpening: Bool {
        switch kind {
        case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK: true
        case CMARK_NODE_STRONG, CMARK_NODE_EMPH: children.allSatisfy { $0.kind == CMARK_NODE_TEXT }
        default: false
        }
    }
}

extension String {
    /// The standard library's own way takes ten times as long for a few letters.
    fileprivate init(scalars: ArraySlice<Unicode.Scalar>) {
        if scalars.allSatisfy(\.isASCII) {
            self.init(decoding: scalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
            return
        }
        self.init()
        for scalar in scalars { unicodeScalars.append(scalar) }
    }
}

extension Unicode.Scalar {
    // Unicode's tables are asked only for what is not ASCII, which most text is.
    fileprivate var isCapital: Bool {
        isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
    }

    fileprivate var isLetter: Bool {
        isASCII ? ("A"..."Z").contains(self) || ("a"..."z").contains(self) : properties.isAlphabetic
    }
}
