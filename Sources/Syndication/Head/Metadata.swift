import Markup
import Newspaper

/// What stands in the head of each kind of page for those who do not look at it. `info.metadata` of the page that is
/// given back holds it.
extension Syndication {
    public func describing(_ page: FrontPage) -> FrontPage {
        described(page, tags(page.info, picture: page.lead?.picture, data: newspaper, webSite))
    }

    /// What stands in the head of an article's page, of which there are so many that none is copied for it.
    public func metadata(of page: ArticlePage) -> HTML {
        let facts = facts(of: page)
        return tags(
            page.info, at: facts.address, type: "article", picture: page.lead?.picture, translations: page.translations,
            more: articleTags(facts), data: article(page, facts), breadcrumb(page.info))
    }

    public func describing(_ page: SectionPage) -> SectionPage {
        described(page, listTags(page.info, page.pagination))
    }

    public func describing(_ page: TopicPage) -> TopicPage {
        described(page, listTags(page.info, page.pagination))
    }

    public func describing(_ page: AuthorPage) -> AuthorPage {
        described(
            page,
            tags(
                page.info, type: "profile", picture: page.author.picture, pagination: page.pagination,
                data: collection(page.info, of: page.author), breadcrumb(page.info)))
    }

    public func describing(_ page: MonthPage) -> MonthPage {
        described(page, listTags(page.info, page.pagination))
    }

    public func describing(_ page: ArchivePage) -> ArchivePage {
        described(page, listTags(page.info))
    }

    public func describing(_ page: DirectoryPage) -> DirectoryPage {
        described(page, listTags(page.info))
    }

    public func describing(_ page: StandalonePage) -> StandalonePage {
        described(
            page, tags(page.info, picture: page.lead?.picture, data: webPage(page.info), breadcrumb(page.info)))
    }

    /// Nobody is to find the page that says that there is none.
    public func describing(_ page: NotFoundPage) -> NotFoundPage {
        described(page, "<meta name=\"robots\" content=\"noindex\">")
    }

    private func described<Described: Page>(_ page: Described, _ metadata: HTML) -> Described {
        var page = page
        page.info.metadata = metadata
        return page
    }

    private func listTags(_ info: PageInfo, _ pagination: Pagination? = nil) -> HTML {
        tags(info, picture: nil, pagination: pagination, data: collection(info), breadcrumb(info))
    }
}

extension Syndication {
    /// The tags of a page: for search engines, feed readers and social networks (Open Graph; what is the same in
    /// Twitter's cards is taken from there).
    ///
    /// - Parameter address: the page's whole address, where it is known.
    private func tags(
        _ info: PageInfo, at address: Address? = nil, type: HTML = "website", picture: Picture?,
        pagination: Pagination? = nil, translations: [Translation] = [], more: HTML = .empty,
        data: HTML, _ moreData: HTML?
    ) -> HTML {
        let address = address ?? site.absolute(info.address)
        return """
            \(info.description.map { "<meta name=\"description\" content=\"\($0)\">\n" })\
            <link rel="canonical" href="\(address)">
            \(pagination?.newer.map { "<link rel=\"prev\" href=\"\(site.absolute($0))\">\n" })\
            \(pagination?.older.map { "<link rel=\"next\" href=\"\(site.absolute($0))\">\n" })\
            \(alternates(translations, of: info))\
            \(commonTags)\(ownFeedTags(info))<meta property="og:type" content="\(type)">
            <meta property="og:title" content="\(info.title)">
            <meta property="og:url" content="\(address)">
            \(info.description.map { "<meta property=\"og:description\" content=\"\($0)\">\n" })\
            \(locale(of: info).map { "<meta property=\"og:locale\" content=\"\($0)\">\n" })\
            \((picture ?? site.logo).map { pictureTags($0) })\(more)\
            <meta name="twitter:card" content="\(picture == nil ? "summary" : "summary_large_image")">
            <script type="application/ld+json">\(data)</script>\
            \(moreData.map { "\n<script type=\"application/ld+json\">\($0)</script>" })
            """
    }

    /// What the heads of all pages have in common.
    /// - Parameter feeds: the site's. One is enough on pages that are about something else.
    static func commonTags(_ site: Site, feeds: [FeedLink]) -> HTML {
        """
        \(feedTags(feeds.prefix(1), on: site))<meta name="robots" content="max-image-preview:large">
        <meta property="og:site_name" content="\(site.name)">

        """
    }

    /// The feeds of the list that the page shows; of the front page's the first has been named.
    private func ownFeedTags(_ info: PageInfo) -> HTML? {
        let feeds = info.breadcrumb.isEmpty ? info.feeds.dropFirst() : info.feeds[...]
        return feeds.isEmpty ? nil : feedTags(feeds)
    }

    private func feedTags(_ feeds: some Collection<FeedLink>) -> HTML { Syndication.feedTags(feeds, on: site) }

    private static func feedTags(_ feeds: some Collection<FeedLink>, on site: Site) -> HTML {
        feeds.map { feed -> HTML in
            """
            <link rel="alternate" type="\(feed.format.mediaType)" title="\(feed.title)" \
            href="\(site.absolute(feed.address))">

            """
        }.joined()
    }

    /// The article in all its languages, its own among them.
    private func alternates(_ translations: [Translation], of info: PageInfo) -> HTML? {
        guard !translations.isEmpty else { return nil }
        let language = info.language ?? site.language
        let others = translations.filter { $0.language.lowercased() != language.lowercased() }
        return ([(language, info.address)] + others.map { ($0.language, $0.address) }).map {
            language, address -> HTML in
            "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(site.absolute(address))\">\n"
        }.joined()
    }

    /// Cards are nearly twice as wide as high.
    private func pictureTags(_ picture: Picture) -> HTML {
        let crop = PictureSizes.machines.first.flatMap { picture.widest($0) }
        let (width, height) = crop.map { ($0.width, $0.height) } ?? (picture.width, picture.height)
        return """
            <meta property="og:image" content="\(site.absolute(crop?.address ?? picture.address))">
            \(width.map { "<meta property=\"og:image:width\" content=\"\($0)\">\n" })\
            \(height.map { "<meta property=\"og:image:height\" content=\"\($0)\">\n" })\
            \(picture.alternative.isEmpty
                ? "" : "<meta property=\"og:image:alt\" content=\"\(picture.alternative)\">\n")
            """
    }

    private func articleTags(_ facts: ArticleFacts) -> HTML {
        """
        \(facts.published.map { "<meta property=\"article:published_time\" content=\"\($0)\">\n" })\
        \(facts.updated.map { "<meta property=\"article:modified_time\" content=\"\($0)\">\n" })\
        \(facts.authors.map { "<meta property=\"article:author\" content=\"\($0.address)\">\n" })\
        \(facts.section.map { "<meta property=\"article:section\" content=\"\($0)\">\n" })\
        \(facts.topics.map { "<meta property=\"article:tag\" content=\"\($0)\">\n" })
        """
    }

    private func locale(of info: PageInfo) -> String? {
        guard let language = info.language else { return locale }
        return Syndication.locale(language)
    }

    /// `en_GB`: Open Graph knows languages by their countries, so one without a country is not said.
    static func locale(_ language: String) -> String? {
        let parts = language.split(separator: "-")
        guard let region = parts.dropFirst().last(where: { $0.utf8.count == 2 }), let language = parts.first else {
            return nil
        }
        return "\(language.lowercased())_\(region.uppercased())"
    }
}

/// What the tags and the structured data of an article both say: read from its record once.
struct ArticleFacts {
    /// The page's, as a whole.
    let address: Address
    /// As machines read it, like the other.
    let published: String?
    let updated: String?
    /// With whole addresses.
    let authors: [Byline]
    let section: String?
    let topics: [String]
}

extension Syndication {
    private func facts(of page: ArticlePage) -> ArticleFacts {
        let item = page.headline
        return ArticleFacts(
            address: site.absolute(page.info.address), published: item.published?.iso, updated: item.updated?.iso,
            authors: item.authors.map { author in
                var author = author
                author.address = site.absolute(author.address)
                return author
            }, section: item.section?.name, topics: item.topics.map(\.name))
    }
}
