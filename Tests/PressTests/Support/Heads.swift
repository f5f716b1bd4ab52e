import Newspaper

/// A theme that shows of a page what its head tells machines, and nothing else.
struct Heads: Theme {
    static let name = "Heads"

    init(_ masthead: Masthead) {}

    static func assets(for site: Site) -> [Asset] { [] }
    var ids: Set<String> { [] }
    var textSelector: String { "#text" }

    private func head(_ info: PageInfo) -> HTML {
        "<title>\(info.title)</title>\n<meta name=\"generator\" content=\"stet\">\n\(info.metadata)\n"
    }

    func front(_ page: FrontPage) -> HTML { head(page.info) }
    func article(_ page: ArticlePage) -> HTML { head(page.info) }
    func section(_ page: SectionPage) -> HTML { head(page.info) }
    func topic(_ page: TopicPage) -> HTML { head(page.info) }
    func author(_ page: AuthorPage) -> HTML { head(page.info) }
    func directory(_ page: DirectoryPage) -> HTML { head(page.info) }
    func archive(_ page: ArchivePage) -> HTML { head(page.info) }
    func month(_ page: MonthPage) -> HTML { head(page.info) }
    func standalone(_ page: StandalonePage) -> HTML { head(page.info) }
    func notFound(_ page: NotFoundPage) -> HTML { head(page.info) }
    func redirect(_ page: RedirectPage) -> HTML { head(page.info) }

    func figure(_ figure: Figure) -> HTML { "" }
    func pullQuote(_ quote: PullQuote) -> HTML { "" }
    func aside(_ aside: Aside) -> HTML { "" }
    func embed(_ embed: Embed) -> HTML { "" }
}
