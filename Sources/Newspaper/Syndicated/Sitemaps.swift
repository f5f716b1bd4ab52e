import Markup

/// One of the files that list addresses for search engines. One that would be too large is in parts, numbered from the
/// oldest, so that full ones never change.
public enum SitemapFile: Sendable, Hashable {
    /// What is no article: lists, standalone pages; and the articles that have no date.
    case pages(part: Int)
    /// The articles of a month.
    case month(Int, part: Int)
}

/// What stands in such a file.
public struct SitemapPage: Sendable {
    public var entries: [Entry]

    /// A page of the site.
    public struct Entry: Sendable {
        public var address: Address
        /// When it was last changed; nil for a list, which every story changes.
        public var modified: LocalTime?
        /// Of its lead picture.
        public var picture: Address?
    }
}

/// The list of all such files.
public struct SitemapIndexPage: Sendable {
    public var files: [Entry]

    /// One of the files.
    public struct Entry: Sendable {
        public var address: Address
        /// When the newest change was made to what is in it; nil where nothing is dated.
        public var modified: LocalTime?
    }
}

/// The stories of the last two days, for news search.
public struct NewsSitemapPage: Sendable {
    /// The newest first.
    public var stories: [Headline]
}

/// The bounds of a sitemap file (sitemaps.org, "Protocol").
struct SitemapLimits {
    var count = 50_000
    var bytes = 50_000_000
    /// No file with so few entries is measured: an entry that takes ten kilobytes would have an address that no browser
    /// takes.
    var small = 5_000
}

extension Edition {
    static let sitemapIndexPath = SitePath(file: "sitemap.xml")
    static let newsSitemapPath = SitePath(file: "news-sitemap.xml")
    /// How long a story is news to news search, in seconds.
    static let newsWindow = 48 * 3600
    /// How many stories one news sitemap may have.
    static let newsLimit = 1_000

    func path(of file: SitemapFile) -> SitePath {
        func path(_ name: String, _ part: Int) -> SitePath {
            SitePath(file: "sitemaps/\(name)\(part > 1 ? "-\(part)" : "").xml")
        }
        switch file {
        case .pages(let part): return path("pages", part)
        case .month(let number, let part):
            return path("\(padded(months[number].year, to: 4))-\(padded(months[number].month))", part)
        }
    }

    /// All sitemap files, the pages first, then the months, the newest first.
    func sitemapFiles(_ limits: SitemapLimits = SitemapLimits()) -> [SitemapFile] {
        var files: [SitemapFile] = []
        for part in 1...max(1, (pageAddressCount + limits.count - 1) / limits.count) {
            files.append(.pages(part: part))
        }
        for number in months.indices {
            for part in parts(ofMonth: number, limits).indices { files.append(.month(number, part: part + 1)) }
        }
        return files
    }

    public func sitemapPage(_ file: SitemapFile) -> SitemapPage {
        switch file {
        case .pages(let part):
            let limit = SitemapLimits().count
            return SitemapPage(entries: Array(pageEntries().dropFirst((part - 1) * limit).prefix(limit)))
        case .month(let number, let part): return SitemapPage(entries: stories(ofMonth: number, part: part).map(entry))
        }
    }

    public func sitemapIndexPage() -> SitemapIndexPage {
        SitemapIndexPage(
            files: sitemapFiles().map { file in
                SitemapIndexPage.Entry(
                    address: site.address(path(of: file)), modified: newestChange(in: file).map(site.zone.local))
            })
    }

    /// The stories of the window, but for those that somebody has paid for.
    public func newsSitemapPage() -> NewsSitemapPage {
        let stories = news.lazy.map(headline).filter { $0.kind != .sponsored }
        return NewsSitemapPage(stories: Array(stories.prefix(Edition.newsLimit)))
    }

    /// The stories of one part of a month, the newest first.
    func stories(ofMonth number: Int, part: Int) -> ArraySlice<Int32> {
        let parts = parts(ofMonth: number, SitemapLimits())
        return parts.indices.contains(part - 1) ? months[number].stories[parts[part - 1]] : []
    }

    /// The parts of a month's list of stories: the first holds the oldest.
    func parts(ofMonth number: Int, _ limits: SitemapLimits) -> [Range<Int>] {
        let stories = months[number].stories
        guard stories.count > limits.small else { return [stories.indices] }
        var parts: [Range<Int>] = []
        var (end, bytes) = (stories.count, 0)
        for position in stories.indices.reversed() {
            let size = sizeLimit(of: entry(stories[position]))
            if end - position > limits.count || bytes + size > limits.bytes, end - position > 1 {
                parts.append((position + 1)..<end)
                (end, bytes) = (position + 1, 0)
            }
            bytes += size
        }
        return parts + [0..<end]
    }

    /// No entry takes more bytes: a character of an address becomes a reference of six at the most.
    private func sizeLimit(of entry: SitemapPage.Entry) -> Int {
        let addresses = [entry.address, entry.picture].compactMap { $0 }
        return addresses.reduce(256) { $0 + site.origin.utf8.count + 6 * $1.text.utf8.count }
    }

    private func entry(_ number: Int32) -> SitemapPage.Entry {
        let card = cards[Int(number)]
        let picture = card.picture >= 0 ? pictures[Int(card.picture)]?.address : nil
        return SitemapPage.Entry(
            address: site.address(path(ofArticle: Int(number))),
            modified: (card.changed ?? card.published).map(site.zone.local), picture: picture)
    }

    /// When something in a file changed last.
    func newestChange(in file: SitemapFile) -> Timestamp? {
        guard case .month(let number, let part) = file else { return nil }
        return stories(ofMonth: number, part: part).lazy.compactMap { [cards] number in
            cards[Int(number)].changed ?? cards[Int(number)].published
        }.max()
    }

    /// How many addresses there are in the files of pages.
    private var pageAddressCount: Int {
        4 + sections.count + topics.count + authors.count + years.count + months.count + standalone.count
            + undated.count
    }

    /// Articles without a date stand behind all others.
    private var undated: Range<Int> {
        (cards.firstIndex { $0.published == nil } ?? cards.count)..<cards.count
    }

    private func pageEntries() -> [SitemapPage.Entry] {
        let lists =
            [.front, Edition.topicsPath, Edition.authorsPath, Edition.archivePath].map(site.address)
            + sections.map(\.link.address) + topics.map(\.link.address) + authors.map(\.byline.address)
            + years.map(\.address) + months.map { site.address($0.path) }
        let pages = standalone.map { page in
            SitemapPage.Entry(
                address: site.address(page.page.path),
                modified: (page.page.updated ?? page.page.date).map(site.zone.local), picture: page.picture?.address)
        }
        return lists.map { SitemapPage.Entry(address: $0) } + pages + undated.map { entry(Int32($0)) }
    }

    /// Of all that the files of pages name.
    func addPages(to result: inout Fingerprint) {
        for section in sections { result.add(section.link.address.text) }
        for topic in topics { result.add(topic.link.address.text) }
        for author in authors { result.add(author.byline.address.text) }
        for month in months { result.add(month.year * 12 + month.month) }
        for page in standalone {
            result.add(page.page.path.file)
            result.add((page.page.updated ?? page.page.date)?.seconds ?? .min)
            result.add((page.page.updated ?? page.page.date)?.hasTime == true ? 1 : 0)
            result.add(.of(page.picture))
        }
        for number in undated { result.add(fingerprints[number]) }
    }
}
