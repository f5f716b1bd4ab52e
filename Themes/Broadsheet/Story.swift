import Newspaper

/// How large a story stands in a list.
enum StorySize: String {
    case lead, major, standard, minor, line

    var hasPicture: Bool { self != .line }
    var hasDeck: Bool { self == .lead || self == .major || self == .standard }
}

extension Broadsheet {
    /// A headline in a list, with what its size has room for.
    func story(
        _ item: Headline, _ size: StorySize, level: Int = 2, hasPicture: Bool = true, hasDeck: Bool? = nil,
        hasByline: Bool = true, hasDate: Bool = true, hasKicker: Bool = true
    ) -> HTML {
        let isOpinion = item.kind.isOpinion
        let picture = hasPicture && size.hasPicture ? item.picture : nil
        let deck = hasDeck ?? size.hasDeck ? item.deck ?? item.summary : nil
        let text: HTML = """
            \(isOpinion ? writer(item) : hasKicker ? item.kicker.map { "<p class=\"kicker\">\($0)</p>\n" } : nil)\
            <h\(level) class="headline"><a href="\(item.url)"\(language(of: item))>\(item.headline)</a></h\(level)>
            \(deck.map { "<p class=\"deck\"\(language(of: item))>\($0)</p>\n" })\
            \(byline(item, hasAuthors: hasByline && !isOpinion, hasDate: hasDate))
            """
        return """
            <article class="story story-\(size.rawValue)\(isOpinion ? " is-opinion" : "")">
            \(picture.map { storyPicture($0, of: item, isLazy: size != .lead) })\
            \(picture == nil ? text : "<div class=\"story-text\">\n\(text)</div>\n")</article>
            """
    }

    /// The picture leads where the headline leads, so it is passed over by keyboard and by screen readers.
    private func storyPicture(_ picture: Picture, of item: Headline, isLazy: Bool) -> HTML {
        var decoration = picture
        decoration.alternative = ""
        return """
            <a class="story-picture" href="\(item.url)" tabindex="-1" aria-hidden="true">\
            \(image(decoration, isLazy: isLazy))</a>

            """
    }

    /// Whose opinion it is.
    private func writer(_ item: Headline) -> HTML? {
        let names = item.authors.map { HTML(text: $0.name) }
        let writer = names.isEmpty ? HTML(text: words[item.kind]) : enumeration(names)
        return "<p class=\"writer\">\(writer)</p>\n"
    }

    /// The article's language, where it is not the site's.
    func language(of item: Headline) -> HTML? {
        item.article.language.map { " lang=\"\($0)\"\(isRightToLeft($0) ? " dir=\"rtl\"" : "")" }
    }
}
