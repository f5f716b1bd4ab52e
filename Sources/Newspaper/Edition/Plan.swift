/// One page to be made: where it stands, and what makes it.
public struct PlannedPage: Sendable {
    public var path: SitePath
    public var content: Content

    /// What a page shows, as positions in the edition. A list's page without a number is its newest.
    public enum Content: Sendable {
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
        case redirect(to: SitePath, alias: Alias, source: String)
    }
}

extension Edition {
    /// Every page of the site, one for each address.
    public func plan() -> [PlannedPage] {
        var pages: [PlannedPage] = []
        pages.reserveCapacity(headlines.count * 3 / 2)
        pages.append(PlannedPage(path: .front, content: .front))
        pages += headlines.indices.map { PlannedPage(path: headlines[$0].article.path, content: .article($0)) }
        pages += standalone.indices.map { PlannedPage(path: standalone[$0].page.path, content: .standalone($0)) }
        for (number, section) in sections.enumerated() {
            pages += list(SitePath(folder: section.path), section.headlines) { .section(number, page: $0) }
        }
        for (number, topic) in topics.enumerated() {
            pages += list(topic.path, topic.headlines) { .topic(number, page: $0) }
        }
        for (number, author) in authors.enumerated() {
            pages += list(author.path, author.headlines) { .author(number, page: $0) }
        }
        for (number, month) in months.enumerated() {
            pages += list(month.path, month.headlines) { .month(number, page: $0) }
        }
        pages += years.enumerated().map { PlannedPage(path: Edition.path(ofYear: $1.year), content: .year($0)) }
        pages.append(PlannedPage(path: Edition.topicsPath, content: .topics))
        pages.append(PlannedPage(path: Edition.authorsPath, content: .authors))
        pages.append(PlannedPage(path: Edition.archivePath, content: .archive))
        pages.append(PlannedPage(path: Edition.notFoundPath, content: .notFound))
        pages += redirects(from: headlines.map(\.article)) + redirects(from: standalone.map(\.page))
        return pages
    }

    private func list(
        _ path: SitePath, _ headlines: [Headline], content: (Int?) -> PlannedPage.Content
    ) -> [PlannedPage] {
        let numbered = ListPages(count: headlines.count, size: site.pageSize).numbered
        return [PlannedPage(path: path, content: content(nil))]
            + (0..<numbered).map {
                PlannedPage(path: ListPages.path(ofPage: $0 + 1, of: path), content: content($0 + 1))
            }
    }

    private func redirects(from articles: [Article]) -> [PlannedPage] {
        articles.flatMap { article in
            article.aliases.map {
                PlannedPage(
                    path: $0.path, content: .redirect(to: article.path, alias: $0, source: article.source))
            }
        }
    }
}
