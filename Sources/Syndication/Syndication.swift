import Markup
import Newspaper

/// What machines read of a newspaper: feeds, sitemaps, and what the heads of its pages say of them.
///
/// It knows the formats, and the page models know the newspaper: each file is a function of its model and of the site.
public struct Syndication: Sendable {
    let site: Site
    /// The whole address of the front page.
    let home: Address
    /// The newspaper's mark, with its whole address.
    let logo: Picture?
    let feedStylesheet: Address
    /// Where on a page the text stands that not everyone may read, as a CSS selector.
    let textSelector: String
    /// The newspaper as the publisher of an article.
    let publisher: HTML
    /// What the heads of all pages have in common: the newspaper's name and its feeds.
    let commonTags: HTML
    /// The site's language as Open Graph knows it.
    let locale: String?
    /// The RSS of stories of which feeds carry the summary, by their numbers.
    let summaries = Memo(limit: 8_000)

    /// - Parameters:
    ///   - edition: whose settings count, and the feeds of whose front page every page names.
    ///   - textSelector: where on an article's page the theme puts the text, as a CSS selector.
    public init(_ edition: Edition, textSelector: String) {
        let site = edition.site
        self.site = site
        self.textSelector = textSelector
        home = site.absolute(site.address(.front))
        logo = site.logo.map(site.absolute)
        feedStylesheet = site.address(edition.path(of: .feedStylesheet))
        publisher = Syndication.publisher(site, home: home, logo: logo)
        locale = Syndication.locale(site.language)
        commonTags = Syndication.commonTags(site, feeds: edition.feedPage(.site).links)
    }

    /// One of the files that are made for machines.
    /// - Parameter text: the text of a story, with whole addresses in it.
    public func file<Failure>(
        _ file: Syndicated, of edition: Edition, text: (Headline) throws(Failure) -> HTML
    ) throws(Failure) -> HTML {
        switch file {
        case .feed(let list, let format):
            let feed = edition.feedPage(list)
            let items = try items(of: feed, text: text)
            return switch format {
            case .rss: rss(feed, items)
            case .atom: atom(feed, items)
            case .json: jsonFeed(feed, items)
            }
        case .feedStylesheet: return feedStylesheetFile()
        case .sitemapIndex: return sitemapIndex(edition.sitemapIndexPage())
        case .sitemap(let file): return sitemap(edition.sitemapPage(file))
        case .newsSitemap: return newsSitemap(edition.newsSitemapPage())
        case .robots:
            let sitemaps: [Syndicated] = [.sitemapIndex, .newsSitemap]
            return robots(sitemaps: sitemaps.map { site.address(edition.path(of: $0)) })
        }
    }

    private func items<Failure>(
        of feed: FeedPage, text: (Headline) throws(Failure) -> HTML
    ) throws(Failure) -> [FeedItem] {
        var items: [FeedItem] = []
        for story in feed.stories {
            let text = feed.hasTexts && story.access == .free ? try text(story) : nil
            if let item = FeedItem(story, text: text) { items.append(item) }
        }
        return items
    }

    func address(of item: FeedItem) -> Address { site.absolute(item.headline.url) }

    func picture(of item: FeedItem) -> Picture? {
        item.headline.picture.map { picture in
            var picture = picture
            let single = picture.single
            (picture.width, picture.height) = (single.width, single.height)
            picture.address = site.absolute(single.address)
            return picture
        }
    }
}
