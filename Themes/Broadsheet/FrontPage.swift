import Newspaper

extension Broadsheet {
    public func front(_ page: FrontPage) -> HTML {
        document(
            page.info, ears: ears(page),
            """
            \(top(page))
            <div class="blocks">
            \(page.blocks.enumerated().map { block($1, number: $0) })</div>
            """)
    }

    /// The line below the nameplate: what the paper says of itself, and the day of its newest story.
    private func ears(_ page: FrontPage) -> HTML {
        """
        <p class="ears">\(site.tagline.map { "<span>\($0)</span> " })\(page.date.map { "<span>\(day($0))</span>" })</p>

        """
    }

    /// The lead story, with two more below it, between two columns of others.
    private func top(_ page: FrontPage) -> HTML {
        let below = page.secondary.prefix(2)
        let others = page.secondary.dropFirst(below.count)
        let middle = (others.count + 1) / 2
        return """
            <div class="top">
            <div class="centre">
            \(page.lead.map { story($0, .lead) } ?? "<p class=\"nothing\">\(words[.noHeadlines])</p>")
            \(below.isEmpty ? "" : "<div class=\"under\">\n\(below.map { plain($0) })</div>\n")</div>
            \(rail(others.prefix(middle), "rail-start"))\(rail(others.dropFirst(middle), "rail-end"))</div>
            """
    }

    /// A story without its picture.
    private func plain(_ item: Headline) -> HTML {
        "\(story(item, .minor, hasPicture: false, hasDeck: true))\n"
    }

    /// The first story of a column is the largest.
    private func rail(_ items: ArraySlice<Headline>, _ kind: String) -> HTML? {
        guard let first = items.first else { return nil }
        return """
            <div class="rail \(kind)">
            \(story(first, .standard, slot: .rail))
            \(items.dropFirst().map { plain($0) })</div>

            """
    }

    private func block(_ block: FrontPage.Block, number: Int) -> HTML {
        let isOpinion = block.headlines.allSatisfy { $0.kind.isOpinion }
        let lines = block.headlines.dropFirst().map { "<li>\(line($0, hasDeck: isOpinion))</li>\n" as HTML }
        return """
            <section class="block\(isOpinion ? " is-opinion" : "")" aria-labelledby="block-\(number)">
            <h2 class="block-name" id="block-\(number)"><a href="\(block.section.address)">\(block.section.name)</a></h2>
            <div class="block-body">
            \(block.headlines.first.map { story($0, .major, level: 3) })
            \(lines.isEmpty ? "" : "<ul class=\"lines\">\n\(lines)</ul>\n")</div>
            </section>

            """
    }

    private func line(_ item: Headline, hasDeck: Bool) -> HTML {
        story(item, .minor, level: 3, hasPicture: false, hasDeck: hasDeck, hasByline: false, hasDate: false)
    }
}
