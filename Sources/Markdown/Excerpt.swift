import CCmark

/// What an article says of itself in its first lines, read without rendering the rest: its cost is bounded, however
/// long the text.
public struct Excerpt: Sendable, Hashable {
    /// The level-one heading that the text begins with, as plain text.
    public var headline: String?
    /// The first paragraph as plain text, less its dateline.
    public var summary: String?
    /// `CAIRO` in `CAIRO — The talks …`, and `CAIRO, Egypt (AP)` in `CAIRO, Egypt (AP) — The talks …`.
    public var dateline: String?

    public init(of source: ArraySlice<UInt8>) {
        // Most often the first paragraph is among the first few lines.
        for size in [256, 2048, 16384] {
            let isWhole = read(source.opening(atLeast: size))
            if summary != nil || isWhole == source.count { return }
        }
    }

    /// Reads a text that begins like the article. Returns how long it is.
    private mutating func read(_ text: ArraySlice<UInt8>) -> Int {
        let source = Source(text, firstLine: 1)
        guard let tree = Tree(parsing: source.text, smart: true) else { return text.count }
        var fences: [Int] = []
        for block in tree.root.children {
            switch block.kind {
            case CMARK_NODE_HEADING:
                if block == tree.root.first, block.headingLevel == 1 {
                    headline = source.plainText(of: block).nonEmpty
                }
            case CMARK_NODE_HTML_BLOCK:
                guard let marker = source.marker(block) else { break }
                // What is in a directive is beside the text.
                let line = DirectiveLine(source.original[marker.range])
                if line.name.isEmpty { _ = fences.popLast() } else if line.fence > 2 { fences.append(line.fence) }
            case CMARK_NODE_PARAGRAPH where fences.isEmpty:
                if source.isTable(block) { break }
                guard let paragraph = source.plainText(of: block).nonEmpty else { break }
                setSummary(paragraph)
                if summary != nil { return text.count }
            default: break
            }
        }
        return text.count
    }

    private mutating func setSummary(_ paragraph: String) {
        guard let found = Dateline(Array(paragraph.unicodeScalars.prefix(Dateline.lengthLimit + 8))) else {
            summary = paragraph
            return
        }
        dateline = found.text
        summary = String(String.UnicodeScalarView(paragraph.unicodeScalars.dropFirst(found.length))).nonEmpty
    }
}

extension String {
    fileprivate var nonEmpty: String? {
        let text = self[...].trimming(while: \.isWhitespace)
        return text.isEmpty ? nil : String(text)
    }
}

extension Source {
    /// What a paragraph says, without marks, notes, shortcodes, HTML and pictures.
    fileprivate func plainText(of block: Node) -> String {
        var text = ""
        var imageDepth = 0
        guard let iterator = cmark_iter_new(block.pointer) else { return text }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return text }
            guard let node = Node(cmark_iter_get_node(iterator)) else { continue }
            switch node.kind {
            case CMARK_NODE_IMAGE: imageDepth += event == CMARK_EVENT_ENTER ? 1 : -1
            case _ where imageDepth > 0: break
            case CMARK_NODE_TEXT: text += plainText(node.withoutSize)
            case CMARK_NODE_CODE: text += String(decoding: restoring(node.literalBytes), as: UTF8.self)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
    }

    private func plainText(_ bytes: [UInt8]) -> String {
        var plain: [UInt8] = []
        for segment in segments(of: bytes) {
            switch segment {
            case .text(let text): plain += text
            case .placeholder(let placeholder):
                switch placeholder.kind {
                case .literal(let text): plain += text.utf8
                case .tilde: plain.append(UInt8(ascii: "~"))
                case .directive, .noteDefinition: plain += original[placeholder.range]
                default: break
                }
            }
        }
        let text = String(decoding: plain, as: UTF8.self)
        guard signs.contains(.strikethrough) else { return text }
        return text.split(separator: "~~", omittingEmptySubsequences: false).joined()
    }

    fileprivate func isTable(_ block: Node) -> Bool {
        signs.contains(.tables) && block.lines.last > block.lines.first
            && text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .dropFirst(block.lines.first).prefix(block.lines.last - block.lines.first).contains(
                    where: Table.isDelimiterRow)
    }
}

extension Node {
    /// Its text, less a size in braces behind a picture.
    fileprivate var withoutSize: [UInt8] {
        let text = literalBytes
        guard text.first == UInt8(ascii: "{"), let before = previous,
            before.kind == CMARK_NODE_IMAGE || before.onlyChild?.kind == CMARK_NODE_IMAGE
        else { return text }
        return Braces(text)?.rest ?? text
    }
}

extension ArraySlice<UInt8> {
    /// The first blocks: up to an empty line behind `size` bytes, or a line's end far behind them.
    fileprivate func opening(atLeast size: Int) -> ArraySlice<UInt8> {
        guard count > size else { return self }
        var index = startIndex + size
        let limit = Swift.min(endIndex, index + 8 * size)
        var lineEnd: Int?
        while index < limit {
            if self[index] == UInt8(ascii: "\n") {
                var next = index + 1
                while next < limit, self[next] == 0x20 || self[next] == 0x09 || self[next] == 0x0D { next += 1 }
                if next < limit, self[next] == UInt8(ascii: "\n") { return self[..<next] }
                lineEnd = index
            }
            index += 1
        }
        return limit == endIndex ? self : self[..<(lineEnd ?? limit)]
    }
}
