import CCmark
import Diagnostics
import Markup

/// A table as it is written: a header, a line of dashes, rows.
///
/// cmark takes it for a paragraph, and so decides where it ends. Its cells are parsed on their own, since a pipe ends
/// a cell whatever stands around it.
struct Table {
    enum Alignment { case none, center, right }

    struct Row {
        /// The line of the prepared text.
        var line: Int
        var cells: [[UInt8]]
    }

    var alignments: [Alignment]
    var header: Row
    var rows: [Row] = []
    /// The paragraph it was written in, which may have lines before it.
    var paragraph: Node

    /// More columns than any table for readers has, so that short rows cannot be made to cost much.
    static let columnLimit = 128
}

extension Table {
    /// The table in a paragraph whose lines are `lines`, if there is one.
    init?(_ paragraph: Node, _ lines: [ArraySlice<UInt8>], firstLine: Int) {
        guard let delimiter = lines.indices.dropFirst().first(where: { Table.isDelimiterRow(lines[$0]) }) else {
            return nil
        }
        let columns = Table.cells(lines[delimiter])
        let header = Table.cells(lines[delimiter - 1])
        guard columns.count == header.count, columns.count <= Table.columnLimit else { return nil }
        alignments = columns.map { column in
            guard column.last == UInt8(ascii: ":") else { return .none }
            return column.first == UInt8(ascii: ":") ? .center : .right
        }
        self.paragraph = paragraph
        self.header = Row(line: firstLine + delimiter - 1, cells: header)
        for index in lines.indices.dropFirst(delimiter + 1) {
            // What a row has beyond the header's columns is left out.
            rows.append(Row(line: firstLine + index, cells: Array(Table.cells(lines[index]).prefix(columns.count))))
        }
    }

    /// `|---|:-:|` with at least one pipe.
    static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
        var (hasPipe, hasDash) = (false, false)
        for byte in line {
            switch byte {
            case UInt8(ascii: "|"): hasPipe = true
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09, 0x0D: break
            default: return false
            }
        }
        guard hasPipe, hasDash else { return false }
        return cells(line).allSatisfy { cell in
            var dashes = cell[...]
            if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
            if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
            return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
        }
    }

    /// A line's cells, without the spaces around them. `\|` is a pipe in a cell, also in code, as GitHub has it.
    static func cells(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
        var rest = trimmed(line)
        if rest.first == UInt8(ascii: "|") { rest.removeFirst() }
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var isEscaped = false
        for byte in rest {
            if byte == UInt8(ascii: "|") {
                if isEscaped {
                    cell[cell.count - 1] = byte
                } else {
                    cells.append(Array(trimmed(cell[...])))
                    cell.removeAll(keepingCapacity: true)
                }
                isEscaped = false
                continue
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            cell.append(byte)
        }
        let last = trimmed(cell[...])
        if rest.last != UInt8(ascii: "|") || !last.isEmpty { cells.append(Array(last)) }
        return cells
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
        return line
    }
}

extension Rendering {
    /// Puts tables in the place of the paragraphs that cmark took them for.
    mutating func drawTables() {
        guard source.signs.contains(.tables) else { return }
        let text = PreparedLines(source.text)
        let tables = paragraphs().compactMap { paragraph in
            let lines = paragraph.node.lines
            return Table(
                paragraph.node, text.lines(lines, quoteDepth: paragraph.quoteDepth, of: paragraph.node),
                firstLine: lines.first)
        }
        guard !tables.isEmpty else { return }
        // All cells are parsed in one go, each as a paragraph.
        let cells = tables.flatMap { table in ([table.header] + table.rows).flatMap(\.cells) }
        guard let parsed = ParsedCells(cells, source: source, smart: options.smart) else { return }
        var index = 0
        var padding = 10_000
        for table in tables {
            draw(table, parsed, &index, &padding)
        }
    }

    private func paragraphs() -> [(node: Node, quoteDepth: Int)] {
        var paragraphs: [(node: Node, quoteDepth: Int)] = []
        let iterator = cmark_iter_new(tree.root.pointer)
        defer { cmark_iter_free(iterator) }
        var (depth, quoteDepth) = (0, 0)
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return paragraphs }
            guard let node = Node(cmark_iter_get_node(iterator)) else { continue }
            let step = event == CMARK_EVENT_ENTER ? 1 : -1
            switch node.kind {
            case CMARK_NODE_BLOCK_QUOTE:
                depth += step
                quoteDepth += step
            case CMARK_NODE_LIST, CMARK_NODE_ITEM:
                depth += step
            case CMARK_NODE_PARAGRAPH where step == 1 && depth <= Rendering.depthLimit:
                if node.lines.last > node.lines.first { paragraphs.append((node, quoteDepth)) }
            default: break
            }
        }
    }

    private func draw(_ table: Table, _ parsed: ParsedCells, _ index: inout Int, _ padding: inout Int) {
        let count = table.rows.reduce(table.header.cells.count) { $0 + $1.cells.count }
        guard cutBefore(table.header.line, table.paragraph, table) else {
            index += count
            return
        }
        let opening: HTML = """
            <div class="table" role="group" aria-label="\(options.words.table)" tabindex="0">
            <table>
            """
        let block = tree.block(opening.bytes, Array("</table>\n</div>".utf8))
        let head = tree.block(Array("<thead>".utf8), Array("</thead>".utf8))
        head.append(row(table.header, table, isHeader: true, parsed, &index, &padding))
        block.append(head)
        if !table.rows.isEmpty {
            let body = tree.block(Array("<tbody>".utf8), Array("</tbody>".utf8))
            for item in table.rows { body.append(row(item, table, isHeader: false, parsed, &index, &padding)) }
            block.append(body)
        }
        block.insert(after: table.paragraph)
        if table.paragraph.first == nil { tree.discard(table.paragraph) }
    }

    private func row(
        _ row: Table.Row, _ table: Table, isHeader: Bool, _ parsed: ParsedCells, _ index: inout Int,
        _ padding: inout Int
    ) -> Node {
        let block = tree.block(Array("<tr>".utf8), Array("</tr>".utf8))
        block.ownLine = row.line
        for column in table.alignments.indices {
            let hasCell = column < row.cells.count
            // A row that is too short is filled up, though not a hundred thousand of them.
            if !hasCell {
                if padding == 0 { break }
                padding -= 1
            }
            var tag = isHeader ? "<th scope=\"col\"" : "<td"
            switch table.alignments[column] {
            case .none: break
            case .center: tag += " class=\"center\""
            case .right: tag += " class=\"right\""
            }
            let cell = tree.inline(Array((tag + ">").utf8), Array((isHeader ? "</th>" : "</td>").utf8))
            if hasCell {
                cell.appendChildren(of: parsed.paragraphs[index])
                index += 1
            }
            block.append(cell)
        }
        return block
    }

    /// Takes the table's own lines out of its paragraph. False if they cannot be told from those before.
    private func cutBefore(_ line: Int, _ paragraph: Node, _ table: Table) -> Bool {
        var start = paragraph.first
        if paragraph.lines.first != line {
            while let node = start, !(node.isBreak && node.next?.lines.first == line) { start = node.next }
            guard start != nil else { return false }
        }
        while let node = start {
            start = node.next
            tree.discard(node)
        }
        return true
    }
}

/// The cells of tables, parsed as paragraphs of one line each.
private struct ParsedCells {
    private let tree: Tree
    private(set) var paragraphs: [Node] = []

    /// Nil if cmark did not take each for one paragraph.
    init?(_ cells: [[UInt8]], source: Source, smart: Bool) {
        var text = LinkDefinitions.of(source.text)
        let definitions = text.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        for cell in cells {
            // See InlineMarkdown: whatever the cell begins with, it is text.
            text += [0xC2, 0xA0]
            text += cell
            text += [0x0A, 0x0A]
        }
        guard let tree = Tree(parsing: text[...], smart: smart) else { return nil }
        self.tree = tree
        for node in tree.root.children where node.lines.first > definitions {
            guard node.kind == CMARK_NODE_PARAGRAPH else { return nil }
            node.removeGuard()
            paragraphs.append(node)
        }
        guard paragraphs.count == cells.count else { return nil }
    }
}

/// Where links that are defined once for a whole text lead: `[label]: destination`. A part of a text that is parsed on
/// its own is given them, too.
enum LinkDefinitions {
    /// Whatever looks like one, each a paragraph of its own in case it is none.
    static func of(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var definitions: [UInt8] = []
        guard text.withUnsafeBufferPointer({ $0.hasPair("]", ":", ":") }) else { return definitions }
        var isOpen = false
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
            let isTitle = content.first == UInt8(ascii: "\"") || content.first == UInt8(ascii: "'")
            if content.first == UInt8(ascii: "["), content.withUnsafeBufferPointer({ $0.hasPair("]", ":", ":") }) {
                if isOpen { definitions += [0x0A, 0x0A] }
                definitions += content
                isOpen = true
            } else if isOpen {
                if isTitle { definitions += [0x0A] + content }
                definitions += [0x0A, 0x0A]
                isOpen = false
            }
        }
        if isOpen { definitions += [0x0A, 0x0A] }
        return definitions
    }
}

/// The lines of the text that cmark was given.
private struct PreparedLines {
    private let text: ArraySlice<UInt8>
    private var starts: [Int]

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        starts = [text.startIndex]
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && (index + 1 == text.endIndex || text[index + 1] != UInt8(ascii: "\n"))
            {
                starts.append(index + 1)
            }
        }
        starts.append(text.endIndex)
    }

    /// The lines of a paragraph, without the marks of the quotes and lists that it stands in.
    func lines(_ range: Lines, quoteDepth: Int, of paragraph: Node) -> [ArraySlice<UInt8>] {
        guard range.first >= 1, range.last < starts.count, range.first <= range.last else { return [] }
        return (range.first...range.last).map { number in
            var line = text[starts[number - 1]..<starts[number]]
            if let last = line.last, last == UInt8(ascii: "\n") { line.removeLast() }
            if let last = line.last, last == UInt8(ascii: "\r") { line.removeLast() }
            if number == range.first { return line.dropFirst(paragraph.startColumn - 1) }
            var depth = quoteDepth
            line = line.drop { $0 == 0x20 || $0 == 0x09 }
            while depth > 0, line.first == UInt8(ascii: ">") {
                line = line.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
                depth -= 1
            }
            return line
        }
    }
}
