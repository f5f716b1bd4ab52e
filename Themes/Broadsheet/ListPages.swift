import Newspaper

extension Broadsheet {
    public func section(_ page: SectionPage) -> HTML {
        document(
            page.info,
            """
            <header class="page-head">
            <h1>\(page.section.name)</h1>
            \(page.pagination.number == nil ? page.description.map { "<p>\($0)</p>\n" } : nil)\
            \(subsections(page.subsections))</header>
            \(river(page.headlines))\(pages(page.pagination))
            """)
    }

    private func subsections(_ links: [Link]) -> HTML? {
        links.isEmpty
            ? nil
            : """
            <ul class="subsections">
            \(links.map { "<li><a href=\"\($0.address)\">\($0.name)</a></li>\n" })</ul>

            """
    }

    public func topic(_ page: TopicPage) -> HTML {
        document(
            page.info,
            """
            <header class="page-head">
            <h1>\(page.topic.name)</h1>
            </header>
            \(river(page.headlines))\(pages(page.pagination))
            """)
    }

    public func author(_ page: AuthorPage) -> HTML {
        document(
            page.info,
            """
            <header class="page-head">
            \(page.author.picture.map { "\(image($0, .portrait, kind: "portrait"))\n" })\
            <h1>\(page.author.name)</h1>
            \(page.author.role.map { "<p class=\"role\">\($0)</p>\n" })\(page.biography)\
            \(page.email.map { "<p><a href=\"\($0)\">\(String($0.text.dropFirst("mailto:".count)))</a></p>\n" })</header>
            \(river(page.headlines, hasByline: false))\(pages(page.pagination))
            """)
    }

    /// Headlines with picture, deck, byline and date.
    func river(_ items: [Headline], hasByline: Bool = true) -> HTML {
        guard !items.isEmpty else { return "<p class=\"nothing\">\(words[.noHeadlines])</p>\n" }
        var pieces: [HTML] = []
        pieces.reserveCapacity(items.count * 2)
        for (number, item) in items.enumerated() {
            pieces.append(number == 0 ? riverLead(item) : riverHead(item))
            pieces.append(hasByline ? riverFoot(item) : "\(storyFoot(item, hasByline: false, hasDate: true))</li>\n")
        }
        return """
            <ol class="river">
            \(pieces)</ol>

            """
    }

    /// The first of a list, whose picture is the largest.
    private func riverLead(_ item: Headline) -> HTML {
        riverLeads.piece(for: item.number) { "<li>\(riverStory(item, .first))" }
    }

    private func riverStory(_ item: Headline, _ slot: PictureSlot) -> HTML {
        storyHead(item, .standard, level: 2, hasPicture: true, hasDeck: true, hasKicker: true, slot: slot)
    }

    /// It stands in the lists of its section, of every topic and of its author, who is named in all but the last.
    private func riverHead(_ item: Headline) -> HTML {
        riverHeads.piece(for: item.number) {
            "<li>\(riverStory(item, .story(.standard)))"
        }
    }

    private func riverFoot(_ item: Headline) -> HTML {
        riverFeet.piece(for: item.number) { "\(storyFoot(item, hasByline: true, hasDate: true))</li>\n" }
    }

    /// The way to the next page of a list.
    func pages(_ pagination: Pagination) -> HTML? {
        guard pagination.newer != nil || pagination.older != nil else { return nil }
        return """
            <nav class="pages" aria-label="\(words[.pages])">
            \(pagination.newer.map { "<a href=\"\($0)\" rel=\"prev\">\(words[.newer])</a>\n" })\
            \(pagination.older.map { "<a href=\"\($0)\" rel=\"next\">\(words[.older])</a>\n" })</nav>
            """
    }
}
