import CCmark
import Diagnostics
import Markup

/// The notes of a text: where they are called, and where they are written.
struct Notes {
    struct Reference {
        var label: String
        var placeholder: Placeholder
        /// Stands where the number will be.
        var node: Node
    }

    struct Definition {
        var label: String
        var placeholder: Placeholder
        /// cmark was given a list item in its place: what is in it is the note.
        var item: Node
    }

    var references: [Reference] = []
    var definitions: [Definition] = []

    /// Labels are the same in upper and lower case, like those of links.
    static func key(_ label: String) -> String { label.lowercased() }
}

extension Preparation {
    /// `[^label]`, but for one that a link's destination follows.
    func noteReference(at start: Int) -> Placeholder? {
        guard let (label, end) = noteLabel(at: start), byte(end) != UInt8(ascii: "(") else { return nil }
        return Placeholder(kind: .noteReference(label), range: start..<end)
    }

    /// `[^label]:` where a line begins.
    func noteDefinition(at start: Int) -> Placeholder? {
        guard let (label, end) = noteLabel(at: start), byte(end) == UInt8(ascii: ":") else { return nil }
        return Placeholder(kind: .noteDefinition(label), range: start..<(end + 1))
    }

    private func noteLabel(at start: Int) -> (String, Int)? {
        guard has("[^", at: start) else { return nil }
        var end = start + 2
        while let byte = byte(end), byte > 0x20, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]"),
            byte != UInt8(ascii: "`"), end - start < 100
        {
            end += 1
        }
        guard byte(end) == UInt8(ascii: "]"), end > start + 2 else { return nil }
        return (String(decoding: source[(start + 2)..<end], as: UTF8.self), end + 1)
    }
}

extension Rendering {
    mutating func addReference(to label: String, _ placeholder: Placeholder, before node: Node) {
        let mark = tree.inline([])
        mark.insert(before: node)
        // The number is a link, and there are no links in links: it goes behind.
        var ancestor = node.parent
        while let inline = ancestor, inline.kind != CMARK_NODE_PARAGRAPH, inline.kind != CMARK_NODE_HEADING {
            if inline.kind == CMARK_NODE_LINK { mark.insert(after: inline) }
            ancestor = inline.parent
        }
        notes.references.append(Notes.Reference(label: label, placeholder: placeholder, node: mark))
    }

    mutating func addNote(_ label: String, _ placeholder: Placeholder, _ item: Node) {
        notes.definitions.append(Notes.Definition(label: label, placeholder: placeholder, item: item))
    }

    /// The list item that cmark was given for a note, if `node` is the first in it.
    func noteItem(of node: Node) -> Node? {
        guard node.previous == nil, let paragraph = node.parent, paragraph.kind == CMARK_NODE_PARAGRAPH,
            paragraph.previous == nil, let item = paragraph.parent, item.kind == CMARK_NODE_ITEM
        else { return nil }
        return item
    }

    /// Numbers the notes in the order in which they are called, and puts them at the end.
    mutating func drawNotes() {
        guard !notes.references.isEmpty || !notes.definitions.isEmpty else { return }
        let definitions = takeOutDefinitions()
        let owners = Dictionary(
            definitions.values.map { ($0.item, Notes.key($0.label)) }, uniquingKeysWith: { first, _ in first })
        // Notes that are called in notes come after those that are called in the text.
        let references = Dictionary(grouping: notes.references) { owner(of: $0.node, owners) ?? "" }
        var order: [String] = []
        var numbers: [String: Int] = [:]
        var calls: [String: Int] = [:]
        var index = 0
        var caller = ""
        while true {
            for reference in references[caller] ?? [] {
                let key = Notes.key(reference.label)
                guard definitions[key] != nil else {
                    report(
                        .warning, at: source.place(of: reference.placeholder), "there is no note [^\(reference.label)]",
                        hint: "Write one: [^\(reference.label)]: its text.")
                    reference.node.set(opening: HTML(text: "[^\(reference.label)]").bytes)
                    continue
                }
                if numbers[key] == nil {
                    order.append(key)
                    numbers[key] = order.count
                }
                calls[key, default: 0] += 1
                draw(reference, number: numbers[key] ?? 0, call: calls[key] ?? 1)
            }
            guard index < order.count else { break }
            caller = order[index]
            index += 1
        }
        for definition in definitions.values where numbers[Notes.key(definition.label)] == nil {
            report(
                .warning, at: source.place(of: definition.placeholder), "nothing calls the note [^\(definition.label)]",
                hint: "It is left out of the page.")
        }
        appendNotes(order.compactMap { definitions[$0] }, order.map { calls[$0] ?? 1 })
    }

    /// Takes the notes out of the lists that cmark made of them.
    private mutating func takeOutDefinitions() -> [String: Notes.Definition] {
        var definitions: [String: Notes.Definition] = [:]
        for definition in notes.definitions {
            let list = definition.item.parent
            tree.discard(definition.item)
            if let list, list.first == nil { tree.discard(list) }
            guard definitions[Notes.key(definition.label)] == nil else {
                report(
                    .warning, at: source.place(of: definition.placeholder),
                    "the note [^\(definition.label)] is written twice", hint: "The first counts.")
                continue
            }
            definitions[Notes.key(definition.label)] = definition
        }
        return definitions
    }

    /// The note that a reference stands in; nil for the text itself.
    private func owner(of node: Node, _ owners: [Node: String]) -> String? {
        guard !owners.isEmpty else { return nil }
        var ancestor = node.parent
        while let block = ancestor {
            if let key = owners[block] { return key }
            ancestor = block.parent
        }
        return nil
    }

    private func draw(_ reference: Notes.Reference, number: Int, call: Int) {
        let id = call == 1 ? "fnref-\(number)" : "fnref-\(number)-\(call)"
        let mark: HTML = """
            <sup class="footnote"><a href="\(options.ownAddress)#fn-\(number)" id="\(id)" aria-label="\(options.words.note) \(number)">\
            \(number)</a></sup>
            """
        reference.node.set(opening: mark.bytes)
    }

    private func appendNotes(_ definitions: [Notes.Definition], _ calls: [Int]) {
        guard !definitions.isEmpty else { return }
        let opening: HTML = """
            <section class="footnotes" aria-label="\(options.words.notes)">
            <ol>
            """
        let section = tree.block(opening.bytes, Array("</ol>\n</section>".utf8))
        for (index, definition) in definitions.enumerated() {
            let item = tree.block(Array("<li id=\"fn-\(index + 1)\">".utf8), Array("</li>".utf8))
            item.appendChildren(of: definition.item)
            appendWaysBack(to: item, number: index + 1, calls: calls[index])
            section.append(item)
        }
        tree.root.append(section)
    }

    private func appendWaysBack(to item: Node, number: Int, calls: Int) {
        let paragraph: Node
        if let last = item.last, last.kind == CMARK_NODE_PARAGRAPH {
            paragraph = last
        } else {
            paragraph = tree.paragraph()
            item.append(paragraph)
        }
        for call in 1...max(calls, 1) {
            let target = call == 1 ? "fnref-\(number)" : "fnref-\(number)-\(call)"
            let sign: HTML = call == 1 ? "" : "<sup>\(call)</sup>"
            let link: HTML = """
                 <a href="\(options.ownAddress)#\(target)" class="footnote-back" aria-label="\(options.words.backToText)">↩\(sign)</a>
                """
            paragraph.append(tree.inline(Array(" ".utf8) + link.bytes.drop { $0 == 0x20 }))
        }
    }
}
