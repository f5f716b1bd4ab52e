import Newspaper

/// How large a story stands in a list.
enum StorySize: String {
    case lead, major, standard, minor, line

    var hasPicture: Bool { self != .line }
    var hasDeck: Bool { self == .lead || self == .major || self == .standard }
}

extension Broadsheet {
    /// A headline in a list, with what its size has room for. Its one link is the headline's; the stylesheet spreads it
    /// over the picture and the deck.
    func story(
        _ item: Headline, _ size: StorySize, level: Int = 2, hasPicture: Bool = true, hasDeck: Bool? = nil,
        hasByline: Bool = true, hasDate: Bool = true, hasKicker: Bool = true, slot: PictureSlot? = nil
    ) -> HTML {
        """
        \(storyHead(
            item, size, level: level, hasPicture: hasPicture, hasDeck: hasDeck ?? size.hasDeck, hasKicker: hasKicker,
            slot: slot))\
        \(storyFoot(item, hasByline: hasByline, hasDate: hasDate))
        """
    }

    /// All of it up to the byline.
    func storyHead(
        _ item: Headline, _ size: StorySize, level: Int, hasPicture: Bool, hasDeck: Bool, hasKicker: Bool,
        slot: PictureSlot? = nil
    ) -> HTML {
        let isOpinion = item.kind.isOpinion
        let language = language(of: item)
        let deck = hasDeck ? item.deck ?? item.summary : nil
        return """
            <article class="story story-\(size.rawValue)\(isOpinion ? " is-opinion" : "")">
            \(hasPicture && size.hasPicture ? picture(of: item, slot ?? .story(size)) : nil)\
            \(isOpinion ? writer(item) : hasKicker ? kicker(item) : nil)\
            <h\(level) class="headline"><a href="\(item.url)"\(language)>\(item.headline)</a></h\(level)>
            \(deck.map { "<p class=\"deck\"\(language)>\($0)</p>\n" })
            """
    }

    /// The rest. Whose opinion it is stands above the headline already.
    func storyFoot(_ item: Headline, hasByline: Bool, hasDate: Bool) -> HTML {
        "\(byline(item, hasAuthors: hasByline && !item.kind.isOpinion, hasDate: hasDate))</article>"
    }

    private func kicker(_ item: Headline) -> HTML? {
        item.kicker.map { "<p class=\"kicker\">\($0)</p>\n" }
    }

    /// In a list a picture is decoration: what it shows is told on the article's own page.
    private func picture(of item: Headline, _ slot: PictureSlot) -> HTML? {
        guard var picture = item.picture else { return nil }
        picture.alternative = ""
        return "\(image(picture, slot))\n"
    }

    /// Whose opinion it is.
    private func writer(_ item: Headline) -> HTML? {
        let names = item.authors.map { HTML(text: $0.name) }
        let writer = names.isEmpty ? HTML(text: words[item.kind]) : enumeration(names)
        return "<p class=\"writer\">\(writer)</p>\n"
    }

    /// The article's language, where it is not the site's.
    func language(of item: Headline) -> HTML? {
        item.language.map { language($0) }
    }

    /// The site's language, for the words of its own that stand inside an article in another one.
    func siteLanguage(inside item: Headline) -> HTML? {
        item.language.map { _ in language(site.language) }
    }

    func language(_ tag: String) -> HTML {
        " lang=\"\(tag)\" dir=\"\(isRightToLeft(tag) ? "rtl" : "ltr")\""
    }
}
