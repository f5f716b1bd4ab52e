import Newspaper

/// A theme that says what is on a page and nothing else, so that whole pages can be read in a test.
struct Plain: Theme {
    static let name = "Plain"

    private let site: Site
    private let sections: [Masthead.Section]

    init(_ masthead: Masthead) {
        site = masthead.site
        sections = masthead.sections
    }

    static func pictureSizes(for site: Site) -> PictureSizes {
        var sizes = PictureSizes(
            widths: [8, 16], crops: [PictureSizes.Crop(.fourToThree, widths: [8, 12])],
            portrait: PictureSizes.Crop(.square, widths: [6]))
        sizes.leadWidth = 4
        return sizes
    }

    static func assets(for site: Site) -> [Asset] {
        [Asset("plain.css", bytes: Array("body { color: black }\n".utf8))]
    }

    var ids: Set<String> { [] }

    /// A page: its title, where it stands, then a line for each thing on it.
    private func page(_ info: PageInfo, _ lines: [HTML?]) -> HTML {
        """
        <title>\(info.title)</title>
        <meta name="generator" content="stet">
        <nav>\(info.breadcrumb.map { link($0) }.joined(separator: " | "))</nav>
        \(lines.compactMap { $0 }.map { "\($0)\n" })
        """
    }

    private func link(_ link: Link) -> HTML { "<a href=\"\(link.address)\">\(link.name)</a>" }

    private func item(_ item: Headline) -> HTML {
        "<li><a href=\"\(item.url)\">\(item.headline)</a>\(item.published.map { " \($0.iso)" })</li>"
    }

    private func list(_ name: HTML, _ items: [Headline]) -> HTML? {
        items.isEmpty ? nil : "<ul class=\"\(name)\">\n\(items.map { "\(item($0))\n" })</ul>"
    }

    private func pages(_ pagination: Pagination) -> HTML {
        "\(pagination.newer.map { "<a rel=\"prev\" href=\"\($0)\">newer</a>" })\(pagination.older.map { "<a rel=\"next\" href=\"\($0)\">older</a>" })"
    }

    func front(_ page: FrontPage) -> HTML {
        self.page(
            page.info,
            ["<menu>\(sections.map { link($0.link) }.joined(separator: " "))</menu>"]
                + [list("lead", [page.lead].compactMap { $0 }), list("secondary", page.secondary)]
                + page.blocks.map { list(HTML(text: $0.section.name), $0.headlines) })
    }

    func article(_ page: ArticlePage) -> HTML {
        let item = page.headline
        return self.page(
            page.info,
            [
                item.kicker.map { "<p class=\"kicker\">\($0)</p>" },
                "<h1>\(item.headline)</h1>",
                item.deck.map { "<p class=\"deck\">\($0)</p>" },
                item.authors.isEmpty
                    ? nil
                    : "<p class=\"by\">\(item.authors.map { link(Link($0.name, $0.address)) }.joined(separator: ", "))</p>",
                item.published.map { "<time>\($0.iso)</time>" },
                item.updated.map { "<time class=\"updated\">\($0.iso)</time>" },
                page.lead.map { figure($0) },
                HTML(text: "") + page.body,
            ] + page.corrections.map { "<p class=\"correction\">\($0.date.map { "\($0.iso): " })\($0.text)</p>" } + [
                page.series.map { list("series", $0.parts) } ?? nil,
                item.topics.isEmpty
                    ? nil : "<p class=\"topics\">\(item.topics.map { link($0) }.joined(separator: " · "))</p>",
                list("more", page.moreHeadlines),
            ])
    }

    func section(_ page: SectionPage) -> HTML {
        self.page(
            page.info,
            [
                "<h1>\(page.section.name)</h1>", page.description.map { "<p>\($0)</p>" },
                page.subsections.isEmpty ? nil : "<p>\(page.subsections.map { link($0) }.joined(separator: " "))</p>",
                list("headlines", page.headlines), pages(page.pagination),
            ])
    }

    func topic(_ page: TopicPage) -> HTML {
        self.page(
            page.info, ["<h1>\(page.topic.name)</h1>", list("headlines", page.headlines), pages(page.pagination)])
    }

    func author(_ page: AuthorPage) -> HTML {
        self.page(
            page.info,
            [
                "<h1>\(page.author.name)</h1>", page.author.role.map { "<p>\($0)</p>" },
                page.author.picture.map { figure(Figure(picture: $0)) }, page.biography,
                page.email.map { "<a href=\"\($0)\">\($0.text)</a>" }, list("headlines", page.headlines),
                pages(page.pagination),
            ])
    }

    func directory(_ page: DirectoryPage) -> HTML {
        self.page(
            page.info,
            page.groups.map { group in
                "<p>\(group.initial): \(group.entries.map { "\(link($0.link)) (\($0.count))" as HTML }.joined(separator: ", "))</p>"
            })
    }

    func archive(_ page: ArchivePage) -> HTML {
        self.page(
            page.info,
            page.years.map { year in
                "<p><a href=\"\(year.address)\">\(year.year)</a> (\(year.count)): \(year.months.map { "<a href=\"\($0.address)\">\($0.name)</a> (\($0.count))" as HTML }.joined(separator: ", "))</p>"
            })
    }

    func month(_ page: MonthPage) -> HTML {
        self.page(page.info, ["<h1>\(page.name)</h1>", list("headlines", page.headlines), pages(page.pagination)])
    }

    func standalone(_ page: StandalonePage) -> HTML {
        self.page(page.info, ["<h1>\(page.title)</h1>", page.deck.map { "<p class=\"deck\">\($0)</p>" }, page.body])
    }

    func notFound(_ page: NotFoundPage) -> HTML {
        self.page(page.info, [list("latest", page.latest)])
    }

    func redirect(_ page: RedirectPage) -> HTML {
        "<meta http-equiv=\"refresh\" content=\"0; url=\(page.target)\">\n"
    }

    func figure(_ figure: Figure) -> HTML {
        let picture = figure.picture
        let size: HTML = "\(picture.width.map { " width=\"\($0)\"" })\(picture.height.map { " height=\"\($0)\"" })"
        return """
            <figure>\(picture.sources.map { "<source srcset=\"\($0.srcset)\">" as HTML })\
            <img src="\(picture.address)" alt="\(picture.alternative)"\(size)>\
            \(figure.caption.map { "<figcaption>\($0)</figcaption>" })\
            \(figure.credit.map { "<small>(\($0))</small>" })</figure>
            """
    }

    func pullQuote(_ quote: PullQuote) -> HTML {
        "<blockquote class=\"pull\">\(quote.text)\(quote.cite.map { "<cite>\($0)</cite>" })</blockquote>\n"
    }

    func aside(_ aside: Aside) -> HTML {
        "<aside>\(aside.title.map { "<h2>\($0)</h2>" })\(aside.text)</aside>\n"
    }

    func embed(_ embed: Embed) -> HTML {
        "<a class=\"embed\" href=\"\(embed.address)\">\(embed.title ?? embed.host)</a>\n"
    }
}
