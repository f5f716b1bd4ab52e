import Newspaper

extension Broadsheet {
    public func front(_ page: FrontPage) -> HTML {
        document(
            page.info, kind: "front",
            """
            \(top(page))
            <div class="blocks">
            \(page.blocks.enumerated().map { block($1, number: $0) })</div>
            """)
    }

    /// The lead story between two columns of the next ones.
    private func top(_ page: FrontPage) -> HTML {
        let middle = (page.secondary.count + 1) / 2
        return """
            <div class="top">
            \(page.lead.map { story($0, .lead) } ?? "<p class=\"nothing\">\(words[.noHeadlines])</p>")
            \(rail(page.secondary.prefix(middle), "rail-start"))\(rail(page.secondary.dropFirst(middle), "rail-end"))\
            </div>
            """
    }

    /// The first story of a column is the largest.
    private func rail(_ items: ArraySlice<Headline>, _ kind: String) -> HTML? {
        guard let first = items.first else { return nil }
        return """
            <div class="rail \(kind)">
            \(story(first, .standard))
            \(items.dropFirst().map { "\(story($0, .minor, hasPicture: false, hasDeck: true))\n" })</div>

            """
    }

    private func block(_ block: FrontPage.Block, number: Int) -> HTML {
        let isOpinion = block.headlines.allSatisfy { $0.kind.isOpinion }
        let lines = block.headlines.dropFirst().map { "<li>\(line($0))</li>\n" as HTML }
        return """
            <section class="block\(isOpinion ? " is-opinion" : "")" aria-labelledby="block-\(number)">
            <h2 class="block-name" id="block-\(number)"><a href="\(block.section.address)">\(block.section.name)</a></h2>
            <div class="block-body">
            \(block.headlines.first.map { story($0, .major, level: 3) })
            \(lines.isEmpty ? "" : "<ul class=\"lines\">\n\(lines)</ul>\n")</div>
            </section>

            """
    }

    private func line(_ item: Headline) -> HTML {
        story(item, .minor, level: 3, hasPicture: false, hasByline: false, hasDate: false)
    }
}
