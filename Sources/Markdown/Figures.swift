import CCmark
import Diagnostics
import Markup

extension Rendering {
    /// An image alone in its paragraph is a figure, which the theme draws; another stands in its line. One that names a
    /// film or a sound is a player.
    mutating func drawImage(_ find: Found) {
        let node = find.node
        let size = takeSize(behind: node, find.lines)
        let url = node.urlContains(Placeholder.sign) ? destination(node.urlBytes) : node.url
        let title = node.titleContains(Placeholder.sign) ? self.title(node.titleBytes) : node.titleBytes
        let paragraph = paragraphOfFigure(node)
        if let url, let kind = MediaKind(of: url) {
            return drawPlayer(kind, url, title, size, node, paragraph, find)
        }
        // A picture that was nothing but an unknown shortcode was warned of, and leaves its text.
        let picture = url.flatMap { findPicture($0, node, find.lines) }
        if let url, let picture, options.listsReferences {
            let credit = Caption(parsing: String(decoding: title, as: UTF8.self)).credit ?? picture.credit
            note(
                .picture(
                    alternative: picture.alternative, credit: credit, figure: paragraph.map { _ in size ?? .standard }),
                picture.address.text, written: url, find.lines)
        }
        if let paragraph {
            drawFigure(picture, title, size, node, paragraph, find)
        } else if let picture {
            let image = tree.inline(Rendering.image(picture, title: title).bytes)
            tree.replace(node, by: image)
            if size != nil, !hasGalleries { warnOfSize(find.lines) }
            if hasGalleries {
                let reference = options.listsReferences ? references.count - 1 : nil
                shown[image] = Shown(
                    figure: Figure(picture: picture), title: title, url: url ?? "", lines: find.lines,
                    reference: reference)
            }
        } else {
            tree.replace(node, by: tree.text(node.plainText()))
        }
    }

    /// The picture that is meant, with the image's text as its alternative; nil, with a report, if there is none.
    private mutating func findPicture(_ url: String, _ node: Node, _ lines: Lines) -> Picture? {
        let place = { [source] in source.place(of: Array(url.utf8), in: lines) }
        guard var picture = findPicture(url, at: place) else { return nil }
        let alternative = node.plainText()
        if !alternative.isEmpty { picture.alternative = alternative }
        return picture
    }

    /// The picture that is meant; nil, with a report, if there is none.
    mutating func findPicture(_ url: String, at place: () -> Place) -> Picture? {
        guard Address.isAllowed(url) else {
            report(
                .warning, at: place(), "a picture may not come from “\(url.shown)”",
                hint: "It is left out, its text stays; put the picture's file beside the article.")
            return nil
        }
        switch surroundings.picture(url) {
        case .found(let picture): return picture
        case .unusable(let message, let hint):
            report(.warning, at: place(), message, hint: hint)
            return nil
        case .missing(let message):
            report(.error, at: place(), message, hint: "Put the picture there, or correct its path.")
            return nil
        }
    }

    /// The paragraph that has nothing in it but this image, or but a link that has nothing in it but this image.
    private func paragraphOfFigure(_ image: Node) -> Node? {
        guard let parent = image.parent, image.isAlone else { return nil }
        if parent.kind == CMARK_NODE_PARAGRAPH { return parent }
        guard parent.kind == CMARK_NODE_LINK, parent.isAlone, let paragraph = parent.parent,
            paragraph.kind == CMARK_NODE_PARAGRAPH
        else { return nil }
        return paragraph
    }

    private mutating func drawFigure(
        _ picture: Picture?, _ title: [UInt8], _ size: FigureSize?, _ node: Node, _ paragraph: Node, _ find: Found
    ) {
        let (text, credit) = caption(title, of: picture, find.lines)
        if let picture {
            var figure = Figure(picture: picture, caption: text, credit: credit, size: size ?? .standard)
            if let link = node.parent, link.kind == CMARK_NODE_LINK { figure.link = Address(link.url) }
            let block = tree.block(pieces.figure(figure).bytes)
            if hasGalleries { shown[block] = Shown(figure: figure) }
            return tree.replace(paragraph, by: block)
        }
        leaveText(of: node, text, credit)
    }

    /// The reader of a picture or a film that is not there still learns what was to be seen.
    mutating func leaveText(of node: Node, _ caption: HTML?, _ credit: String?) {
        let alternative = tree.text(node.plainText())
        tree.replace(node, by: alternative)
        var words: [UInt8] = []
        if let caption { words += Array(" ".utf8) + caption.bytes }
        if let credit { words += HTML(text: " (\(credit))").bytes }
        if !words.isEmpty { tree.inline(words).insert(after: alternative) }
    }

    /// An image's title taken apart; what it does not say, the picture may say itself.
    mutating func caption(
        _ title: [UInt8], of picture: Picture? = nil, _ lines: Lines
    ) -> (text: HTML?, credit: String?) {
        let own = Caption(parsing: String(decoding: title, as: UTF8.self))
        let caption = picture.flatMap { Caption(own.isEmpty ? nil : own, credit: nil, of: $0) } ?? own
        return (caption.text.isEmpty ? nil : inlineMarkdown(caption.text, lines), caption.credit)
    }

    /// A picture within a line.
    private static func image(_ picture: Picture, title: [UInt8]) -> HTML {
        let title = title.isEmpty ? nil : String(decoding: title, as: UTF8.self)
        let single = picture.single
        let size = single.width.flatMap { width in single.height.map { (width: width, height: $0) } }
        return """
            <img src="\(single.address)" alt="\(picture.alternative)"\
            \(title.map { " title=\"\($0)\"" })\
            \(size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" }) loading="lazy">
            """
    }
}

extension Node {
    /// Whether its parent has nothing else that a reader would see.
    var isAlone: Bool {
        var (before, after) = (previous, next)
        while let node = before, node.isBlank { before = node.previous }
        while let node = after, node.isBlank { after = node.next }
        return before == nil && after == nil
    }
}
