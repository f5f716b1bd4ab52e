import CCmark
import Diagnostics
import Markup

/// A picture that was drawn, and may turn out to stand in a gallery.
struct Shown {
    var figure: Figure
    /// Of a picture that is one of several in its paragraph: what its caption is to be read from.
    var title: [UInt8]?
    var url = ""
    var lines = Lines(first: 1, last: 1)
    /// Where the list of references has it.
    var reference: Int?
}

extension Rendering {
    /// Whether pictures are to be remembered: few texts have a gallery.
    func findGalleries() -> Bool {
        markers.contains { marker in
            source.marker(marker.node).map { DirectiveLine(source.original[$0.range]).name } == "gallery"
        }
    }

    /// `:::gallery`: the pictures in it, and what else is in it as their introduction.
    mutating func gallery(of content: Node, _ line: DirectiveLine, _ placeholder: Placeholder) -> HTML {
        let place = { [source] in source.place(of: placeholder) }
        let figures = takeFigures(from: content)
        let size = line["size"].flatMap { figureSize($0, at: place) } ?? .standard
        let text = content.first == nil ? nil : content.html()
        guard !figures.isEmpty else {
            report(
                .warning, at: place(), "the gallery has no pictures",
                hint: "Write ![…](picture.jpg \"A caption. (Name)\") between :::gallery and :::, each on its own line.")
            return text ?? .empty
        }
        return pieces.gallery(Gallery(title: line["title"], figures: figures, text: text, size: size))
    }

    /// Takes the pictures out of blocks, in their order, and whatever is empty without them.
    private mutating func takeFigures(from container: Node) -> [Figure] {
        var figures: [Figure] = []
        for block in Array(container.children) {
            if let picture = shown[block] {
                figures.append(picture.figure)
                tree.discard(block)
                continue
            }
            switch block.kind {
            case CMARK_NODE_PARAGRAPH: figures += takeFigures(fromLinesOf: block)
            case CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE:
                figures += takeFigures(from: block)
                if block.first == nil { tree.discard(block) }
            default: break
            }
        }
        return figures
    }

    /// Takes out those lines of a paragraph that have nothing in them but pictures.
    private mutating func takeFigures(fromLinesOf paragraph: Node) -> [Figure] {
        var figures: [Figure] = []
        var kept: [(nodes: [Node], end: Node?)] = []
        for line in paragraph.brokenLines {
            let visible = line.nodes.filter { !$0.isBlank }
            let pictures = visible.compactMap(picture)
            if pictures.isEmpty || pictures.count < visible.count {
                for picture in pictures { warnOfCompany(picture) }
                kept.append(line)
            } else {
                figures += pictures.map { figure($0.shown, link: $0.link) }
                for node in line.nodes { tree.discard(node) }
                if let end = line.end { tree.discard(end) }
            }
        }
        if let end = kept.last?.end { tree.discard(end) }
        if paragraph.hasOnlyBlanks { tree.discard(paragraph) }
        return figures
    }

    /// What was drawn for an inline node, or for all that is in a link.
    private func picture(_ node: Node) -> (shown: Shown, link: Address?)? {
        if let picture = shown[node] { return (picture, nil) }
        guard node.kind == CMARK_NODE_LINK, let only = node.onlyChild, let picture = shown[only] else { return nil }
        return (picture, Address(node.url))
    }

    private mutating func figure(_ picture: Shown, link: Address?) -> Figure {
        var figure = picture.figure
        figure.link = link
        if let title = picture.title {
            (figure.caption, figure.credit) = caption(title, of: figure.picture, picture.lines)
        }
        if let number = picture.reference, case .picture(let alternative, let credit, _) = references[number].kind {
            references[number].kind = .picture(alternative: alternative, credit: credit, figure: .inset)
        }
        return figure
    }

    private mutating func warnOfCompany(_ picture: (shown: Shown, link: Address?)) {
        report(
            .warning, at: source.place(of: Array(picture.shown.url.utf8), in: picture.shown.lines),
            "a picture of the gallery has text beside it",
            hint: "It stays in its line; on a line of its own it is one of the gallery's pictures.")
    }
}

extension Node {
    /// Its children, line by line, each with the break that ends it.
    fileprivate var brokenLines: [(nodes: [Node], end: Node?)] {
        var lines: [(nodes: [Node], end: Node?)] = []
        var nodes: [Node] = []
        for child in children {
            if child.isBreak {
                lines.append((nodes, child))
                nodes = []
            } else {
                nodes.append(child)
            }
        }
        return nodes.isEmpty ? lines : lines + [(nodes, nil)]
    }
}
