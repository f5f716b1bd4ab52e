import Markup

/// A list whose newest stories are offered as a feed, by its number in the edition.
public enum FeedList: Sendable, Hashable {
    case site
    case section(Int)
    case topic(Int)
    case author(Int)

    /// What the settings call lists of its kind.
    public var lists: FeedSettings.Lists {
        switch self {
        case .site: .site
        case .section: .sections
        case .topic: .topics
        case .author: .authors
        }
    }
}

/// Where a feed is found.
public struct FeedLink: Sendable, Hashable {
    /// What the feed calls itself.
    public var title: String
    public var format: FeedFormat
    public var address: Address
}

/// The newest stories of a list, for feed readers.
public struct FeedPage: Sendable {
    /// The newspaper's name, and the list's.
    public var title: String
    public var description: String
    /// The page that shows the list.
    public var page: Address
    /// The feed's own address, in each of its formats.
    public var links: [FeedLink]
    /// The newest first; none without a date.
    public var stories: [Headline]
    /// Whether it carries whole texts, of the stories that anyone may read.
    public var hasTexts: Bool

    /// The feed's own address in one of its formats.
    public func address(as format: FeedFormat) -> Address? {
        links.first { $0.format == format }?.address
    }
}

extension Edition {
    /// The feed of a list, in whatever format.
    public func feedPage(_ list: FeedList) -> FeedPage {
        FeedPage(
            title: feedTitle(list), description: feedDescription(list), page: site.address(path(of: list)),
            links: feedLinks(list), stories: headlines(feedStories(list)),
            hasTexts: site.feeds.fullText.contains(list.lists))
    }

    /// Where a list's feeds are found. Without a `url` in site.yml there are none, for they need whole addresses.
    func feedLinks(_ list: FeedList) -> [FeedLink] {
        let formats = site.origin.isEmpty ? [] : site.feeds.formats(for: list.lists)
        guard !formats.isEmpty else { return [] }
        let title = feedTitle(list)
        return formats.map { FeedLink(title: title, format: $0, address: site.address(path(ofFeed: list, $0))) }
    }

    /// The file of a feed, in the folder of its list.
    func path(ofFeed list: FeedList, _ format: FeedFormat) -> SitePath {
        let folder = path(of: list).path
        return SitePath(file: folder.isEmpty ? format.fileName : folder + "/" + format.fileName)
    }

    /// The newest stories of a list, without those that have no date: feeds are about when.
    func feedStories(_ list: FeedList) -> [Int32] {
        switch list {
        case .site: (0..<Int32(cards.count)).prefix(site.feeds.count).filter(isDated)
        case .section(let number): sections[number].stories.prefix(site.feeds.count).filter(isDated)
        case .topic(let number): topics[number].stories.prefix(site.feeds.count).filter(isDated)
        case .author(let number): authors[number].stories.prefix(site.feeds.count).filter(isDated)
        }
    }

    private func isDated(_ number: Int32) -> Bool { cards[Int(number)].published != nil }

    private func path(of list: FeedList) -> SitePath {
        switch list {
        case .site: .front
        case .section(let number): SitePath(folder: sections[number].path)
        case .topic(let number): topics[number].path
        case .author(let number): authors[number].path
        }
    }

    /// The name of a list; nil for the whole site.
    func feedName(_ list: FeedList) -> Link? {
        switch list {
        case .site: nil
        case .section(let number): sections[number].link
        case .topic(let number): topics[number].link
        case .author(let number): Link(authors[number].byline.name, authors[number].byline.address)
        }
    }

    private func feedTitle(_ list: FeedList) -> String {
        feedName(list).map { "\(site.name): \($0.name)" } ?? site.name
    }

    private func feedDescription(_ list: FeedList) -> String {
        switch list {
        case .site: site.description ?? site.tagline ?? site.name
        case .section(let number): sections[number].description ?? feedTitle(list)
        case .topic: feedTitle(list)
        case .author(let number): authors[number].byline.role ?? feedTitle(list)
        }
    }
}

extension Headline {
    /// What feeds know the story by, which never changes while its text, its headline or its place does.
    ///
    /// It is the `id` of the front matter; an id that is no address becomes one on the site. A story without one is
    /// known by the first address that it ever had: its first alias, which is the oldest, or the address it still has.
    public var permanentID: Address {
        if let id { return Headline.address(ofID: id, on: site) }
        return site.absolute(oldestAlias.map { site.address($0.path) } ?? url)
    }

    private static func address(ofID id: String, on site: Site) -> Address {
        let schemes = ["https://", "http://", "urn:", "tag:"]
        if schemes.contains(where: id.hasPrefix), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            return Address(trusted: id)
        }
        // Percent-encoded like a path.
        let name = SitePath(file: id).address().text.dropFirst()
        return Address(trusted: site.absolute(site.address(.front)).text + "#" + name)
    }
}
