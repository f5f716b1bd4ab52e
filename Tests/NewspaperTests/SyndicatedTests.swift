import Markup
import Testing

@testable import Newspaper

/// What is offered to machines, before it has a format.
@Suite struct SyndicatedTests {
    private func newsroom(_ files: [String: String], _ yaml: String = "") -> Newsroom {
        var newsroom = Newsroom(files)
        newsroom.site = Site(yaml: "name: The Gazette\nurl: https://gazette.example/paper\n" + yaml)
        return newsroom
    }

    private func story(_ fields: String) -> String { "---\nheadline: A\n\(fields)\n---\n" }

    private func files(_ edition: Edition) -> [String] { edition.syndicated().map { edition.path(of: $0).path } }

    @Test("Each list has the feeds that the settings name")
    func feeds() throws {
        let content = ["war/a.md": story("date: 2026-11-01\ntopics: [Sea]\nauthor: Mara")]
        func feeds(_ yaml: String) throws -> [String] {
            files(try newsroom(content, yaml).edition()).filter { $0.contains("feed") || $0.contains("atom") }.sorted()
        }
        #expect(
            try feeds("")
                == [
                    "assets/feed.css", "atom.xml", "authors/mara/feed.xml", "feed.json", "feed.xml",
                    "topics/sea/feed.xml",
                ]
                + ["war/feed.xml"])
        #expect(try feeds("feeds: none") == [])
        #expect(
            try feeds("feeds: {site: [rss], sections: [json, atom], topics: none, authors: []}")
                == ["assets/feed.css", "feed.xml", "war/atom.xml", "war/feed.json"])
    }

    @Test("Without an address of its own a site has none of it, for all of it gives whole addresses")
    func withoutURL() throws {
        var newsroom = Newsroom(["war/a.md": story("date: 2026-11-18")])
        newsroom.site = Site(yaml: "name: The Gazette\n")
        let edition = try newsroom.edition()
        #expect(edition.syndicated() == [])
        #expect(edition.frontPage().info.feeds == [])
        #expect(edition.due == nil)
    }

    @Test("Settings that mean nothing are errors that say what can be written")
    func settings() {
        func problems(_ yaml: String) -> [String] { Site.read(Array(yaml.utf8)).diagnostics.map(\.description) }
        #expect(problems("feeds: {site: [rss, rdf]}").count == 1)
        #expect(problems("feeds: {site: [rss, rdf]}")[0].contains("feeds.site cannot be “rdf”"))
        #expect(problems("feeds: {fullText: [everything]}")[0].contains("site, sections, topics, authors"))
        #expect(problems("feeds: {items: 0}").count == 1)
        #expect(problems("feeds: {sites: [rss]}")[0].contains("Is site meant?"))
        #expect(problems("policies: {ethic: /ethics/}")[0].contains("Is ethics meant?"))
        #expect(problems("policies: {ethics: 'javascript:x'}").count == 1)
    }

    @Test("A feed has the newest stories that have a date, and says which list it is of")
    func feedPage() throws {
        var content: [String: String] = ["war/undated.md": story("topics: [Sea]")]
        for day in 1...9 {
            content["war/\(day).md"] = "---\nheadline: \(day)\ndate: 2026-10-0\(day)\ntopics: [Sea]\n---\n"
        }
        let edition = try newsroom(content, "feeds: {items: 3}").edition()
        for list in [FeedList.site, .section(0), .topic(0)] {
            #expect(edition.feedPage(list).stories.names == ["9", "8", "7"])
        }
        #expect(edition.feedPage(.site).title == "The Gazette")
        #expect(edition.feedPage(.topic(0)).title == "The Gazette: Sea")
        #expect(edition.feedPage(.topic(0)).page.text == "/paper/topics/sea/")
        #expect(edition.feedPage(.section(0)).hasTexts)
        #expect(!edition.feedPage(.topic(0)).hasTexts)
        #expect(try newsroom(["war/a.md": story("")]).edition().feedPage(.site).stories.isEmpty)
    }

    @Test(
        "A story is known by its id, by the oldest address that it names, or by the one it has",
        arguments: [
            ("", "https://gazette.example/paper/war/a/"),
            ("updated: 2026-12-01\nsummary: Other.", "https://gazette.example/paper/war/a/"),
            ("aliases: [/2014/a/, /2016/a/]", "https://gazette.example/paper/2014/a/"),
            ("id: 1234", "https://gazette.example/paper/#1234"),
            ("id: Über & co", "https://gazette.example/paper/#%C3%9Cber%20%26%20co"),
            ("id: https://old.example/?p=1234\naliases: [/x/]", "https://old.example/?p=1234"),
            ("id: 'tag:gazette.example,2014:a'", "tag:gazette.example,2014:a"),
            ("id: 'javascript:alert(1)'", "https://gazette.example/paper/#javascript%3Aalert(1)"),
        ])
    func ids(fields: String, id: String) throws {
        let edition = try newsroom(["war/a.md": story("date: 2026-11-01\n\(fields)")]).edition()
        #expect(edition.headline(0).permanentID.text == id)
    }

    @Test("A story that moves and names where it was keeps its id")
    func moved() throws {
        let before = try newsroom(["war/a.md": story("date: 2026-11-01")]).edition()
        let after = try newsroom(["peace/b.md": story("date: 2026-11-01\naliases: /war/a/")]).edition()
        #expect(before.headline(0).permanentID == after.headline(0).permanentID)
    }

    @Test("Two stories with one id are told of")
    func sharedIDs() throws {
        let printed = try newsroom([
            "war/a.md": story("date: 2026-11-01\nid: 7"), "war/b.md": story("date: 2026-11-02\nid: 7"),
        ]).print()
        #expect(printed.problems.count == 1)
        #expect(printed.problems[0].contains("Content/war/b.md: warning: Content/war/a.md has the same id, “7”"))
    }

    @Test("News is two days old at the most, and it is said when it is not any more")
    func news() throws {
        let content = [
            "war/future.md": story("date: 2026-11-18T13:00:00Z"), "war/now.md": story("date: 2026-11-18T12:00:00Z"),
            "war/new.md": story("date: 2026-11-16T12:00:01Z"), "war/old.md": story("date: 2026-11-16T12:00:00Z"),
            "war/undated.md": story(""),
            "war/paid.md": story("date: 2026-11-18T11:00:00Z\nkind: sponsored"),
            "war/draft.md": story("date: 2026-11-18T11:00:00Z\ndraft: true"),
        ]
        func edition(_ now: String) throws -> Edition {
            var newsroom = newsroom(content)
            newsroom.now = now
            return try newsroom.edition()
        }
        func stories(_ edition: Edition) -> [String] { edition.newsSitemapPage().stories.map(\.url.text) }
        let edition = try edition("2026-11-18T12:00:00Z")
        #expect(stories(edition) == ["/paper/war/now/", "/paper/war/new/"])
        // Until then nothing changes; at that second it does.
        let due = try #require(edition.due)
        #expect(due == (try Timestamp(parsing: "2026-11-18T12:00:01Z", in: .utc)))
        let later = try newsroom(content).edition(at: due.seconds)
        #expect(stories(later) == ["/paper/war/now/"])
        let next = try #require(later.due)
        #expect(next > due)
    }

    @Test("No more than a thousand, the newest")
    func newsLimit() throws {
        var content: [String: String] = [:]
        for number in 0..<1_003 {
            content["war/\(number).md"] =
                "---\nheadline: \(number)\ndate: 2026-11-18T\(padded(number / 100)):\(padded(number % 60)):00Z\n---\n"
        }
        let page = try newsroom(content).edition().newsSitemapPage()
        #expect(page.stories.count == 1_000)
        #expect(page.stories.first?.published?.hour == 10)
    }

    @Test("A sitemap for each month, and one for what is no article or has no date")
    func sitemaps() throws {
        let edition = try newsroom([
            "war/a.md": story("date: 2026-11-01"), "war/b.md": story("date: 2026-11-02\nupdated: 2026-12-01 10:00"),
            "arts/c.md": story("date: 2025-02-03"), "arts/d.md": story(""), "pages/about.md": "# About\n",
        ]).edition()
        #expect(
            files(edition).filter { $0.contains("sitemap") }.sorted()
                == ["news-sitemap.xml", "sitemap.xml", "sitemaps/2025-02.xml", "sitemaps/2026-11.xml"]
                + ["sitemaps/pages.xml"])
        func entries(_ file: SitemapFile) -> [String] {
            edition.sitemapPage(file).entries.map { "\($0.address) \($0.modified?.iso ?? "-")" }
        }
        #expect(
            entries(.month(0, part: 1))
                == ["/paper/war/b/ 2026-12-01T10:00:00+00:00", "/paper/war/a/ 2026-11-01"])
        let pages = entries(.pages(part: 1))
        for address in ["/paper/", "/paper/war/", "/paper/archive/2025/02/", "/paper/about/", "/paper/arts/d/"] {
            #expect(pages.contains(address + " -"))
        }
        #expect(
            edition.sitemapIndexPage().files.map { "\($0.address) \($0.modified?.iso ?? "-")" }
                == ["/paper/sitemaps/pages.xml -", "/paper/sitemaps/2026-11.xml 2026-12-01T10:00:00+00:00"]
                + ["/paper/sitemaps/2025-02.xml 2025-02-03"])
    }

    @Test("A month too large for one file is in parts from the oldest on, of which full ones never change")
    func parts() throws {
        func parts(_ count: Int, _ limits: SitemapLimits) throws -> [[String]] {
            var content: [String: String] = [:]
            for number in 0..<count {
                content["war/\(number).md"] =
                    "---\nheadline: \(number)\ndate: 2026-11-\(padded(number + 1))\n---\n"
            }
            let edition = try newsroom(content).edition()
            return edition.parts(ofMonth: 0, limits).map { edition.headlines(edition.months[0].stories[$0]).names }
        }
        let byCount = SitemapLimits(count: 3, bytes: .max, small: 0)
        #expect(try parts(3, byCount) == [["2", "1", "0"]])
        #expect(try parts(4, byCount) == [["2", "1", "0"], ["3"]])
        #expect(try parts(7, byCount) == [["2", "1", "0"], ["5", "4", "3"], ["6"]])
        // An entry is counted with about 400 bytes.
        let byBytes = SitemapLimits(count: 50, bytes: 1_000, small: 0)
        #expect(try parts(5, byBytes) == [["1", "0"], ["3", "2"], ["4"]])
        #expect(try parts(2, SitemapLimits(count: 50, bytes: 1, small: 0)) == [["0"], ["1"]])
    }

    @Test("Translations have languages and addresses")
    func translations() {
        let read = OneArticle(fields: "translations: {fr: /fr/a/, 'no good': /x/, ar: 'javascript:x'}")
        #expect(read.problems.count == 2)
        let good = OneArticle(fields: "translations: {fr: /fr/a/, zh-Hant: https://a.example/}").article
        #expect(good?.translations.map(\.language) == ["fr", "zh-Hant"])
        #expect(good?.translations.map(\.address.text) == ["/fr/a/", "https://a.example/"])
    }
}

extension Newsroom {
    fileprivate func edition(at seconds: Int) throws -> Edition {
        var newsroom = self
        newsroom.now = Zone.utc.local(Timestamp(seconds: seconds)).iso
        return try newsroom.edition()
    }
}
