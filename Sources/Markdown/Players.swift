import CCmark
import Diagnostics
import Markup

extension Rendering {
    /// An image that names a film or a sound: `![What it shows](clip.mp4 "Caption. (Name)")`.
    mutating func drawPlayer(
        _ kind: MediaKind, _ url: String, _ title: [UInt8], _ size: FigureSize?, _ node: Node, _ paragraph: Node?,
        _ find: Found
    ) {
        let place = { [source] in source.place(of: Array(url.utf8), in: find.lines) }
        let alternative = node.plainText()
        if let host = EmbedHost(of: url), let address = Address(url) {
            // Other hosts are not asked for anything before a reader wants it.
            let embed = Embed(address: address, host: host.name, title: alternative.isEmpty ? nil : alternative)
            note(.link, url, at: place)
            guard let paragraph else { return link(node, to: address) }
            return tree.replace(paragraph, by: tree.block(pieces.embed(embed).bytes))
        }
        let (caption, credit) = caption(title, find.lines)
        guard let media = findMedia(url, at: place) else {
            guard paragraph != nil else { return tree.replace(node, by: tree.text(alternative)) }
            return leaveText(of: node, caption, credit)
        }
        note(.media(kind, hasCaptions: !media.tracks.isEmpty), media.address.text, at: place)
        guard let paragraph else {
            report(
                .warning, at: place(), "a player does not stand within a line",
                hint: "It becomes a link; put it into a paragraph of its own.")
            return link(node, to: media.address)
        }
        let player = Player(
            kind: kind, media: media, alternative: alternative, caption: caption, credit: credit,
            size: size ?? .standard)
        tree.replace(paragraph, by: tree.block(pieces.player(player).bytes))
    }

    /// An image becomes a link with its text, unless it is in one.
    private func link(_ node: Node, to address: Address) {
        let text = node.plainText()
        let words: HTML = node.parent?.kind == CMARK_NODE_LINK ? "\(text)" : "<a href=\"\(address)\">\(text)</a>"
        tree.replace(node, by: tree.inline(words.bytes))
    }

    /// `::video{…}` and `::audio{…}`.
    mutating func player(
        _ kind: MediaKind, _ line: DirectiveLine, _ node: Node, _ placeholder: Placeholder
    ) -> HTML? {
        let place = { [source] in source.place(of: placeholder) }
        let path = line["src"] ?? ""
        let endings = kind.endings.map { "." + $0 }.joined(separator: ", ")
        let example = "Write \(kind == .video ? DirectiveName.video.example : DirectiveName.audio.example)."
        guard !path.isEmpty else {
            report(.error, at: place(), "\(kind.withArticle) needs a src", hint: example)
            return nil
        }
        guard EmbedHost(of: path) == nil else {
            report(
                .error, at: place(), "\(kind.withArticle) is a file of Content, not “\(path.shown)”",
                hint: "Put the file beside the article, or write ::embed{url=\"…\"} for what another host shows.")
            return nil
        }
        // A film can be listened to.
        guard let found = MediaKind(of: path), found == kind || kind == .audio else {
            report(
                .error, at: place(), "“\(path.shown)” is not \(kind.withArticle)",
                hint: "Its name ends in one of \(endings).")
            return nil
        }
        guard let media = findMedia(path, at: place) else { return nil }
        note(.media(kind, hasCaptions: !media.tracks.isEmpty), media.address.text, at: place)
        let (caption, credit) = caption(Array((line["caption"] ?? "").utf8), node.lines)
        let player = Player(
            kind: kind, media: media, title: line["title"], caption: caption, credit: credit,
            poster: poster(line, at: place),
            size: line["size"].flatMap { figureSize($0, at: place) } ?? .standard)
        return pieces.player(player)
    }

    /// The picture that `poster=` names.
    mutating func poster(_ line: DirectiveLine, at place: () -> Place) -> Picture? {
        guard let poster = line["poster"].flatMap({ findPicture($0, at: place) }) else { return nil }
        note(.file, poster.address.text, at: place)
        return poster
    }

    /// The file that is meant; nil, with a report, if there is none.
    private mutating func findMedia(_ path: String, at place: () -> Place) -> Media? {
        guard Address.isAllowed(path) else {
            report(
                .warning, at: place(), "a player may not play “\(path.shown)”",
                hint: "It is left out; put the file beside the article.")
            return nil
        }
        switch surroundings.media(path) {
        case .found(let media): return media
        case .missing(let message):
            report(.error, at: place(), message, hint: "Put the file there, or correct its path.")
            return nil
        }
    }
}

extension MediaKind {
    fileprivate var withArticle: String {
        switch self {
        case .video: "a video"
        case .audio: "an audio"
        }
    }
}
