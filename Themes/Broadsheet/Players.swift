import Newspaper

extension Broadsheet {
    /// Pictures that belong together, side by side. What is in the grid is a list, so that those who listen to the page
    /// hear how many there are.
    public func gallery(_ gallery: Gallery) -> HTML {
        """
        <section class="gallery\(gallery.size.kind.map { " \($0)" })" aria-label="\(gallery.title ?? words[.pictures])">
        \(gallery.title.map { "<h2>\($0)</h2>\n" })\(gallery.text)<ul>
        \(gallery.figures.map { "<li>\n\(figure($0, kind: "", in: .gallery))</li>\n" })</ul>
        </section>

        """
    }

    /// A film or a sound of the site's own.
    public func player(_ player: Player) -> HTML {
        let kinds = [player.kind == .audio ? "player is-audio" : "player", player.size.kind].compactMap { $0 }
        return """
            <figure class="\(kinds.joined(separator: " "))">
            \(player.element)
            \(player.description.map { "<figcaption>\($0)</figcaption>\n" })</figure>

            """
    }

    /// A card that leads to the other host: nothing is asked of it before a reader follows the link, or presses the
    /// button that puts its player there.
    public func embed(_ embed: Embed) -> HTML {
        guard let player = embed.player else { return card(embed) }
        let title = embed.title ?? player.service
        let load = words[.loadFrom].filled(with: player.service)
        return """
            <figure class="embed\(embed.size.kind.map { " \($0)" })">
            <div class="frame is-\(player.shape.rawValue)">
            \(embed.poster.map { image($0, .figure(.standard)) })<button class="button" type="button" \
            data-player="\(player.address)" data-title="\(title)" aria-label="\(load): \(title)">\(load)</button>
            </div>
            <figcaption><a href="\(embed.address)"><b>\(title)</b> <span>\(player.service)</span></a> \
            <small>\(words[.loadNote].filled(with: player.service))</small></figcaption>
            </figure>
            <script type="module" src="\(embedScript)"></script>

            """
    }

    private func card(_ embed: Embed) -> HTML {
        """
        <div class="embed\(embed.size.kind.map { " \($0)" })">
        <a class="card" href="\(embed.address)">\(embed.poster.map { image($0, .figure(.standard)) })\
        <b>\(embed.title ?? embed.host)</b> <span>\(embed.host)</span></a>
        </div>

        """
    }
}

extension FigureSize {
    /// What the stylesheet calls it.
    var kind: String? {
        self == .standard ? nil : "is-" + rawValue
    }
}

extension String {
    /// A phrase with a name or a number in the place of its `#`.
    func filled(with word: String) -> String {
        split(separator: "#", omittingEmptySubsequences: false).joined(separator: word)
    }
}
