import Markup

/// A file that is made for machines: readers of feeds, search engines.
public enum Syndicated: Sendable, Hashable {
    case feed(FeedList, FeedFormat)
    /// What makes a feed a page that explains itself, for somebody who opens one in a browser.
    case feedStylesheet
    case sitemapIndex
    case sitemap(SitemapFile)
    case newsSitemap
    case robots
}

extension Edition {
    static let robotsPath = SitePath(file: "robots.txt")

    /// All of them. Without a `url` in site.yml there are none, for all of them give whole addresses.
    func syndicated() -> [Syndicated] {
        guard !site.origin.isEmpty else { return [] }
        let lists =
            [.site] + sections.indices.map(FeedList.section) + topics.indices.map(FeedList.topic)
            + authors.indices.map(FeedList.author)
        let feeds = lists.flatMap { list in
            site.feeds.formats(for: list.lists).map { Syndicated.feed(list, $0) }
        }
        // Robots look for it at the root of the host and nowhere else.
        let robots: [Syndicated] = site.base.isEmpty ? [.robots] : []
        return feeds + (feeds.isEmpty ? [] : [.feedStylesheet]) + [.sitemapIndex, .newsSitemap]
            + sitemapFiles().map(Syndicated.sitemap) + robots
    }

    /// Where one of them stands.
    public func path(of file: Syndicated) -> SitePath {
        switch file {
        case .feed(let list, let format): path(ofFeed: list, format)
        case .feedStylesheet: SitePath(file: "assets/feed.css")
        case .sitemapIndex: Edition.sitemapIndexPath
        case .sitemap(let file): path(of: file)
        case .newsSitemap: Edition.newsSitemapPath
        case .robots: Edition.robotsPath
        }
    }

    /// What one of them is made of, as a fingerprint, but for the settings.
    func add(_ file: Syndicated, to result: inout Fingerprint) {
        result.add(path(of: file).path)
        switch file {
        case .feed(let list, _): addFeed(list, to: &result)
        case .feedStylesheet, .robots: break
        case .sitemapIndex:
            for file in sitemapFiles() {
                let newest = newestChange(in: file)
                result.add(path(of: file).path)
                result.add(newest?.seconds ?? .min)
                result.add(newest?.hasTime == true ? 1 : 0)
            }
        case .sitemap(.pages): addPages(to: &result)
        case .sitemap(.month(let number, let part)):
            for story in stories(ofMonth: number, part: part) { result.add(fingerprints[Int(story)]) }
        case .newsSitemap: for number in news { result.add(fingerprints[number]) }
        }
    }

    private func addFeed(_ list: FeedList, to result: inout Fingerprint) {
        if let name = feedName(list) { result.add(.of(name)) }
        switch list {
        case .section(let number): result.add(sections[number].description)
        case .author(let number): result.add(authors[number].byline.role)
        case .site, .topic: break
        }
        let hasTexts = site.feeds.fullText.contains(list.lists)
        for number in feedStories(list) {
            result.add(fingerprints[Int(number)])
            result.add(cards[Int(number)].facts)
            if hasTexts { result.add(fingerprint(ofText: Int(number))) }
        }
    }

    /// The feeds that carry an article's text.
    func feeds(showingTextOf number: Int) -> [Syndicated] {
        guard !site.origin.isEmpty else { return [] }
        let number = Int32(number)
        let lists =
            [.site] + sections.indices.map(FeedList.section) + topics.indices.map(FeedList.topic)
            + authors.indices.map(FeedList.author)
        return lists.filter { site.feeds.fullText.contains($0.lists) && feedStories($0).contains(number) }
            .flatMap { list in site.feeds.formats(for: list.lists).map { .feed(list, $0) } }
    }

    /// Where the stories stand that were published in the last two days.
    static func news(_ cards: [Card], now: Timestamp, on site: Site) -> Range<Int> {
        guard !site.origin.isEmpty, let first = cards.firstIndex(where: { $0.date <= now.seconds }) else {
            return 0..<0
        }
        let end = cards[first...].firstIndex { $0.date <= now.seconds - newsWindow } ?? cards.count
        return first..<end
    }
}
