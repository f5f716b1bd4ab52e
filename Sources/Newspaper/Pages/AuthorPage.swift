import Markup

/// One page of an author's headlines.
public struct AuthorPage: Page {
    public var info: PageInfo
    public var author: Byline
    public var email: Address?
    /// What their file in Content/authors says of them; empty but on the newest page.
    public var biography: HTML
    public var headlines: [Headline]
    public var pagination: Pagination
}

extension Edition {
    /// All authors.
    static let authorsPath = SitePath(folder: "authors")

    /// A page of the author with that number; no page number means the newest.
    public func authorPage(_ number: Int, page: Int?, biography: HTML) -> AuthorPage {
        let author = authors[number]
        let pages = ListPages(count: author.stories.count, size: site.pageSize)
        var info = listInfo(author.path, page: page, title: author.byline.name, description: author.byline.role)
        info.breadcrumb = [
            home, Link(site.words[.authors], site.address(Edition.authorsPath)),
            Link(author.byline.name, author.byline.address),
        ]
        info.feeds = feedLinks(.author(number))
        return AuthorPage(
            info: info, author: author.byline, email: author.file?.email, biography: biography,
            headlines: headlines(author.stories[pages.range(ofPage: page)]),
            pagination: pages.pagination(ofPage: page, of: author.path, site: site))
    }
}
