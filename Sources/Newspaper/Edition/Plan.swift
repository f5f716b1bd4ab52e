/// One page to be made: what it shows, as positions in the edition. A list's page without a number is its newest.
public enum PlannedPage: Sendable, Hashable {
    case front
    case article(Int)
    case section(Int, page: Int?)
    case topic(Int, page: Int?)
    case author(Int, page: Int?)
    case topics
    case authors
    case archive
    case year(Int)
    case month(Int, page: Int?)
    case standalone(Int)
    case notFound
    case redirect(Redirect)
    case syndicated(Syndicated)

    /// What stands at an old address: the alias with that number of an article or of a page that stands by itself.
    public struct Redirect: Sendable, Hashable {
        public enum Target: Sendable, Hashable {
            case article(Int), standalone(Int)
        }

        public var target: Target
        public var alias: Int
    }
}

extension Edition {
    /// Every page of the site, those first that keep their address if others claim it: fixed pages, lists, articles,
    /// redirects.
    public func plan() -> [PlannedPage] {
        var pages: [PlannedPage] = [.front, .topics, .authors, .archive, .notFound]
        pages.reserveCapacity(count * 3 / 2 + 64)
        for (number, section) in sections.enumerated() {
            add(section.stories, to: &pages) { .section(number, page: $0) }
        }
        for (number, topic) in topics.enumerated() { add(topic.stories, to: &pages) { .topic(number, page: $0) } }
        for (number, author) in authors.enumerated() { add(author.stories, to: &pages) { .author(number, page: $0) } }
        for (number, month) in months.enumerated() { add(month.stories, to: &pages) { .month(number, page: $0) } }
        for number in years.indices { pages.append(.year(number)) }
        for file in syndicated() { pages.append(.syndicated(file)) }
        for number in cards.indices { pages.append(.article(number)) }
        for number in standalone.indices { pages.append(.standalone(number)) }
        for number in cards.indices where cards[number].has(Card.Flag.aliases) {
            add(article(number).aliases, of: .article(number), to: &pages)
        }
        for (number, standalone) in standalone.enumerated() {
            add(standalone.page.aliases, of: .standalone(number), to: &pages)
        }
        return pages
    }

    private func add(_ stories: [Int32], to pages: inout [PlannedPage], page: (Int?) -> PlannedPage) {
        pages.append(page(nil))
        let numbered = ListPages(count: stories.count, size: site.pageSize).numbered
        if numbered > 0 { for number in 1...numbered { pages.append(page(number)) } }
    }

    private func add(_ aliases: [Alias], of target: PlannedPage.Redirect.Target, to pages: inout [PlannedPage]) {
        for alias in aliases.indices { pages.append(.redirect(PlannedPage.Redirect(target: target, alias: alias))) }
    }

    /// Where a page stands.
    public func path(of page: PlannedPage) -> SitePath {
        switch page {
        case .front: .front
        case .article(let number): path(ofArticle: number)
        case .section(let number, let page): ListPages.path(ofPage: page, of: SitePath(folder: sections[number].path))
        case .topic(let number, let page): ListPages.path(ofPage: page, of: topics[number].path)
        case .author(let number, let page): ListPages.path(ofPage: page, of: authors[number].path)
        case .topics: Edition.topicsPath
        case .authors: Edition.authorsPath
        case .archive: Edition.archivePath
        case .year(let number): Edition.path(ofYear: years[number].year)
        case .month(let number, let page): ListPages.path(ofPage: page, of: months[number].path)
        case .standalone(let number): standalone[number].page.path
        case .notFound: Edition.notFoundPath
        case .redirect(let redirect): alias(of: redirect).path
        case .syndicated(let file): path(of: file)
        }
    }

    /// The fingerprint of a page's path in Output.
    package func file(of page: PlannedPage) -> Fingerprint {
        if case .article(let number) = page { return Fingerprint(kept: cards[number].file) }
        return .of(path(of: page).file)
    }

    /// The alias at which a redirect stands.
    package func alias(of redirect: PlannedPage.Redirect) -> Alias {
        target(of: redirect).aliases[redirect.alias]
    }

    /// The article or page that a redirect leads to.
    package func target(of redirect: PlannedPage.Redirect) -> Article {
        switch redirect.target {
        case .article(let number): article(number)
        case .standalone(let number): standalone[number].page
        }
    }
}
