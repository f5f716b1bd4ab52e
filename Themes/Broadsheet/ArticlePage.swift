import Newspaper

extension Broadsheet {
    public func article(_ page: ArticlePage) -> HTML {
        let item = page.headline
        return document(
            page.info, meter: page.meter,
            """
            <article class="article kind-\(item.kind.rawValue)"\(language(of: item))>
            \(articleHead(item))\(articleMeta(item))\
            \(page.lead.map { figure($0, kind: "lead-picture", in: .lead) })\(articleText(page))\
            <footer class="after"\(siteLanguage(inside: item))>
            \(corrections(page.corrections))\(series(page.series, around: item))\(filedUnder(item))</footer>
            \(moreHeadlines(page.moreHeadlines, attributes: siteLanguage(inside: item)))</article>
            """)
    }

    /// Kicker, headline, deck.
    private func articleHead(_ item: Headline) -> HTML {
        let kicker = item.kicker ?? (item.kind == .news ? nil : words[item.kind])
        return """
            <header class="article-head">
            \(kicker.map { "<p class=\"kicker\">\($0)</p>\n" })<h1>\(item.headline)</h1>
            \(item.deck.map { "<p class=\"deck\">\($0)</p>\n" })</header>

            """
    }

    /// Byline and dates.
    private func articleMeta(_ item: Headline) -> HTML? {
        let portrait = item.kind.isOpinion ? item.authors.first?.picture : nil
        let lines: [HTML] = [
            portrait.map { "\(image($0, .portrait, kind: "portrait"))\n" },
            by(item.authors).map { "<p class=\"by\">\($0)</p>\n" },
            item.published.map { "<p>\(moment($0))</p>\n" },
            item.updated.map { "<p>\(words[.updated]) \(moment($0))</p>\n" },
            item.origin.map { "<p>\(words[.source]): \($0)</p>\n" },
        ].compactMap { $0 }
        return lines.isEmpty ? nil : "<div class=\"meta\"\(siteLanguage(inside: item))>\n\(lines)</div>\n"
    }

    /// The text, or what stands in its place.
    private func articleText(_ page: ArticlePage) -> HTML {
        if page.isForMembers { return membersText(page) }
        return """
            <div class="body">
            \(page.body)</div>
            \(page.meter.map { invitation($0, title: words[.wallTitle], text: words[.wallText], isHidden: true) })
            """
    }

    /// What others than members see: the summary, unless the deck has said it, and how to read on.
    private func membersText(_ page: ArticlePage) -> HTML {
        let item = page.headline
        let summary = item.summary == item.deck ? nil : item.summary
        return """
            <div class="body">
            \(summary.map { "<p>\($0)</p>\n" })\(page.invitation.map {
                invitation($0, title: words[.membersTitle], text: words[.membersText], isHidden: false)
            })</div>

            """
    }

    private func corrections(_ corrections: [ArticlePage.PrintedCorrection]) -> HTML? {
        corrections.isEmpty
            ? nil
            : """
            <section class="corrections" aria-labelledby="corrections">
            <h2 id="corrections">\(words[.corrections])</h2>
            \(corrections.map { "<p>\($0.date.map { "\(day($0)): " })\($0.text)</p>\n" })</section>

            """
    }

    /// The other parts of a series.
    private func series(_ series: ArticlePage.Series?, around item: Headline) -> HTML? {
        series.map { series in
            """
            <nav class="series" aria-labelledby="series">
            <h2 id="series">\(words[.series]): \(series.name)</h2>
            <ol>
            \(series.parts.map { part in
                part == item
                    ? "<li aria-current=\"page\">\(part.headline)</li>\n"
                    : "<li><a href=\"\(part.url)\">\(part.headline)</a></li>\n"
            })</ol>
            </nav>

            """
        }
    }

    /// Politics · Religion · War.
    private func filedUnder(_ item: Headline) -> HTML? {
        let links = ([item.section].compactMap { $0 } + item.topics).map { link -> HTML in
            "<a href=\"\(link.address)\">\(link.name)</a>"
        }
        return links.isEmpty
            ? nil : "<nav class=\"filed\" aria-label=\"\(words[.filedUnder])\">\(dots(links))</nav>\n"
    }

    func moreHeadlines(_ items: [Headline], attributes: HTML? = nil) -> HTML? {
        items.isEmpty
            ? nil
            : """
            <section class="more" aria-labelledby="more"\(attributes)>
            <h2 class="block-name" id="more">\(words[.moreHeadlines])</h2>
            <ul class="lines">
            \(items.map { item in
                moreStories.piece(for: item.number) {
                    "<li>\(story(item, .minor, level: 3, hasByline: false, hasKicker: false))</li>\n"
                }
            })</ul>
            </section>

            """
    }
}
