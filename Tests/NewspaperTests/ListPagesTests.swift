import Testing

@testable import Newspaper

/// Lists are numbered from the oldest page, so that publishing a story changes a bounded number of files.
@Suite struct ListPagesTests {
    /// What stands on each page, as numbers of stories, the oldest story being 0.
    private func pages(_ count: Int, _ size: Int) -> [Int?: [Int]] {
        let pages = ListPages(count: count, size: size)
        var result: [Int?: [Int]] = [:]
        for number in [nil] + Array(1..<(pages.numbered + 1)).map(Optional.some) {
            result[number] = pages.range(ofPage: number).map { count - 1 - $0 }
        }
        return result
    }

    @Test("Every story stands on one page", arguments: [1, 2, 3, 7, 20])
    func partition(size: Int) {
        for count in 0...(6 * size + 1) {
            let pages = pages(count, size)
            #expect(pages.values.flatMap { $0 }.sorted() == Array(0..<count))
            for (number, stories) in pages where number != nil { #expect(stories.count == size) }
            let newest = pages[nil] ?? []
            #expect(newest.count == min(count, newest.count))
            #expect(count < size || (size..<(2 * size)).contains(newest.count))
        }
    }

    @Test(
        "A new story changes the newest page, and now and then makes one new numbered page",
        arguments: [1, 2, 3, 7, 20])
    func bounded(size: Int) {
        var made = 0
        for count in 0..<(6 * size) {
            let before = pages(count, size)
            let after = pages(count + 1, size)
            for (number, stories) in before where number != nil { #expect(after[number] == stories) }
            let new = after.keys.count { before[$0] == nil }
            #expect(new <= 1)
            made += new
        }
        #expect(made == 5)
    }

    @Test("Each page leads to the one before it and the one after it")
    func pagination() {
        let site = Site(yaml: "url: https://a.example/paper")
        let list = SitePath(folder: "war")
        let pages = ListPages(count: 11, size: 3)
        #expect(pages.numbered == 2)
        func links(_ number: Int?) -> [String?] {
            let pagination = pages.pagination(ofPage: number, of: list, site: site)
            return [pagination.newer?.text, pagination.older?.text]
        }
        #expect(links(nil) == [nil, "/paper/war/page/2/"])
        #expect(links(2) == ["/paper/war/", "/paper/war/page/1/"])
        #expect(links(1) == ["/paper/war/page/2/", nil])
    }

    @Test("A new story changes a bounded number of pages of a whole edition")
    func wholeEdition() throws {
        func models(_ count: Int) throws -> [String: String] {
            var newsroom = Newsroom()
            newsroom.site.pageSize = 5
            for number in 0..<count {
                newsroom.files["war/\(number).md"] = """
                    ---
                    title: Story \(number)
                    date: \(CivilDate(daysSince1970: 19_000 + number).written)
                    topics: [Peace]
                    author: Mara
                    ---
                    """
            }
            let edition = try newsroom.edition()
            var models: [String: String] = [:]
            for page in edition.plan() { models[edition.path(of: page).file] = edition.outline(of: page) }
            return models
        }
        let (before, after) = (try models(200), try models(201))
        let changed = after.filter { before[$0.key] != $0.value }.keys
        #expect(before.keys.allSatisfy { after[$0] != nil })
        // Itself, the twenty recent stories and one that becomes archive, the front page, 404, and the lists.
        #expect(changed.count <= 40, "\(changed.sorted())")
    }
}

extension CivilDate {
    fileprivate var written: String { "\(padded(year, to: 4))-\(padded(month))-\(padded(day))" }
}

extension Edition {
    /// Everything that a page shows of other stories.
    fileprivate func outline(of content: PlannedPage) -> String {
        switch content {
        case .front:
            let page = frontPage()
            return
                "\([page.lead].compactMap { $0 }.names) \(page.secondary.names) \(page.blocks.map(\.headlines.names))"
        case .article(let number):
            let page = articlePage(number, body: .empty)
            return "\(page.headline.headline) \(page.moreHeadlines.names)"
        case .section(let number, let page):
            let page = sectionPage(number, page: page)
            return "\(page.headlines.names) \(page.pagination)"
        case .topic(let number, let page):
            let page = topicPage(number, page: page)
            return "\(page.headlines.names) \(page.pagination)"
        case .author(let number, let page):
            let page = authorPage(number, page: page, biography: .empty)
            return "\(page.headlines.names) \(page.pagination)"
        case .month(let number, let page):
            let page = monthPage(number, page: page)
            return "\(page.headlines.names) \(page.pagination)"
        case .topics: return topicsPage().groups.flatMap(\.entries).map { "\($0.link.name) \($0.count)" }.joined()
        case .authors: return authorsPage().groups.flatMap(\.entries).map { "\($0.link.name) \($0.count)" }.joined()
        case .archive: return "\(archivePage().years)"
        case .year(let number): return "\(years[number])"
        case .standalone, .redirect, .syndicated: return ""
        case .notFound: return "\(notFoundPage().latest.names)"
        }
    }
}
