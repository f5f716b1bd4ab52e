import Broadsheet
import Foundation
import Testing

@testable import Press

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Feeds and sitemaps as a build makes them: what is in them, and when they are made again.
@Suite struct SyndicationTests {
    private static let settings = "name: The Gazette\nurl: https://gazette.example\n"

    /// What parsers have of a file: the texts of all elements and the values of all attributes.
    private func texts(_ bytes: Data, _ name: String) throws -> [String] {
        if name.hasSuffix(".json") {
            func strings(_ value: Any) -> [String] {
                switch value {
                case let text as String: [text]
                case let list as [Any]: list.flatMap(strings)
                case let object as [String: Any]: object.values.flatMap(strings)
                default: []
                }
            }
            return strings(try JSONSerialization.jsonObject(with: bytes))
        }
        final class Reader: NSObject, XMLParserDelegate {
            var texts: [String] = []
            var open: [String] = []
            func parser(
                _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
                attributes: [String: String]
            ) {
                open.append("")
                texts += attributes.values
            }
            func parser(
                _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
            ) { texts.append(open.removeLast()) }
            func parser(_ parser: XMLParser, foundCharacters string: String) { open[open.count - 1] += string }
            func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
                open[open.count - 1] += String(decoding: CDATABlock, as: UTF8.self)
            }
        }
        let reader = Reader()
        let parser = XMLParser(data: bytes)
        parser.delegate = reader
        #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
        return reader.texts
    }

    private func isForMachines(_ name: String) -> Bool { name.hasSuffix(".xml") || name.hasSuffix(".json") }

    @Test(
        "Whatever is written, everything parses and gives back the same text",
        arguments: [
            "a ]]> b", "</script><script>alert(1)</script>", "Fish & chips &amp; <b>", "\"quoted\" 'twice'",
            "😀 𝄞 beyond", "\u{200F}\u{202B}عربي\u{202C}", "back\\slash \\u0041", "a\u{2028}line\u{2029}b",
        ])
    func hostile(text: String) throws {
        let quoted = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        let site = try LittleSite([
            "Content/site.yml": Self.settings + "feeds: {site: [rss, atom, json], topics: [rss, atom]}\n",
            "Content/war/a.md": """
            ---
            headline: \(quoted)
            summary: \(quoted)
            date: 2026-11-18
            author: \(quoted)
            topics: [\(quoted)]
            image: {src: https://pictures.example/a.png, alt: \(quoted), caption: A., credit: \(quoted)}
            ---
            Text.
            """,
        ])
        let report = try site.build(themes: [Broadsheet.self])
        #expect(report.isPublished, "\(report.diagnostics)")
        let published = try site.published()
        for (name, bytes) in published.files where isForMachines(name) {
            let texts = try texts(bytes, name)
            if name.contains("feed") || name.contains("atom") || name == "news-sitemap.xml" {
                #expect(texts.contains(text), "\(name)")
            }
        }
        for name in ["war/a/index.html", "index.html", "war/index.html"] {
            let page = Tags(try #require(published[name]))
            #expect(!page.data.isEmpty)
            for data in page.data {
                let texts = try texts(Data(data.utf8), ".json")
                if data.contains("NewsArticle") { #expect(texts.count { $0 == text } >= 5, "\(data)") }
            }
        }
    }

    @Test(
        "A caption reaches feeds and data as readers see it",
        arguments: [
            ("a ]]> b", "a ]]> b"), ("Fish & chips &amp; tea", "Fish & chips & tea"), ("😀 𝄞 beyond", "😀 𝄞 beyond"),
            ("\u{200F}\u{202B}عربي\u{202C}", "\u{200F}\u{202B}عربي\u{202C}"),
            ("*Two* `</script>` flags", "Two </script> flags"), ("A \\<b> of \\*it*", "A <b> of *it*"),
        ])
    func hostileCaption(caption: String, plain: String) throws {
        let site = try LittleSite([
            "Content/site.yml": Self.settings,
            "Content/war/a.md": """
            ---
            headline: A
            date: 2026-11-18
            image: {src: https://pictures.example/a.png, alt: A, caption: '\(caption)'}
            ---
            Text.
            """,
        ])
        try site.build(themes: [Broadsheet.self])
        let published = try site.published()
        #expect(try texts(#require(published.files["feed.xml"]), "feed.xml").contains(plain))
        let page = Tags(try #require(published["war/a/index.html"]))
        let article = try #require(page.data.first { $0.contains("NewsArticle") })
        #expect(try texts(Data(article.utf8), ".json").contains(plain))
    }

    @Test("A story that is a headline and a summary has the summary for its text")
    func summaryAlone() throws {
        let site = try LittleSite([
            "Content/site.yml": Self.settings,
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-18\nsummary: In short.\n---\n",
        ])
        try site.build()
        let published = try site.published()
        #expect(published["feed.json"]?.contains("\"content_text\":\"In short.\"") == true)
        #expect(published["feed.json"]?.contains("content_html") == false)
        #expect(published["feed.xml"]?.contains("content:encoded>") == false)
    }

    @Test("Control characters are in no document of XML, and JSON gives them back")
    func controlCharacters() throws {
        let site = try LittleSite([
            "Content/site.yml": Self.settings,
            "Content/war/a.md":
                "---\nheadline: \"A \\x01\\x0B\\uFFFE headline\"\ndate: 2026-11-18\nsummary: S\n---\na\u{1}\u{C}b\n",
        ])
        try site.build(themes: [Broadsheet.self])
        let published = try site.published()
        for name in ["feed.xml", "atom.xml", "war/feed.xml"] {
            let found = try texts(#require(published.files[name]), name)
            #expect(found.contains("A  headline") && found.contains { $0.contains("ab") }, "\(name)")
        }
        let json = try texts(#require(published.files["feed.json"]), "feed.json")
        #expect(json.contains("A \u{1}\u{B}\u{FFFE} headline"))
    }

    @Test("A lone surrogate as some write it, or half of a character, is an error with its place, and in no feed")
    func brokenBytes() throws {
        let site = try LittleSite(["Content/site.yml": Self.settings])
        let start = "---\nheadline: A\ndate: 2026-11-18\n---\n"
        try site.write(Data(start.utf8) + Data([0x61, 0xED, 0xA0, 0x80, 0x62, 0x0A]), to: "Content/war/a.md")
        try site.write(Data(start.utf8) + Data([0x61, 0xC3, 0x0A]), to: "Content/war/b.md")
        try site.write("{\"headline\": \"A\\ud800\", \"date\": \"2026-11-18\"}\n", to: "Content/war/c.md")
        let report = try site.build { $0.keepsGoing = true }
        #expect(
            report.diagnostics.map { "\($0)".prefix { $0 != "\n" } } == [
                "Content/war/a.md:5:2: error: text is not UTF-8", "Content/war/b.md:5:2: error: text is not UTF-8",
                "Content/war/c.md:1:16: error: a backslash stands before something that is no escape",
            ])
        for (name, bytes) in try site.published().files where isForMachines(name) {
            #expect(try !texts(bytes, name).contains("A"))
        }
    }

    @Test("A text has whole addresses in it, and none of the theme's marks; the page keeps its own")
    func wholeAddresses() throws {
        let site = try LittleSite([
            "Content/site.yml": Self.settings.replacing("gazette.example", with: "gazette.example/paper"),
            "Content/war/a.md": """
            ---
            headline: A
            date: 2026-11-18
            ---
            [One](b.md), [two](/war/b/), [three](#there), [four](../x/?q=1), [five](//other.example/), [six](mailto:a@b.example).[^1]

            ![P](/a.png "P.")

            :::aside{title="T"}
            [Seven](b.md)
            :::

            [^1]: Note.
            """,
            "Content/war/b.md": "---\nheadline: B\ndate: 2026-11-17\n---\nText.\n",
        ])
        try site.write(png(), to: "Content/a.png")
        let report = try site.build(themes: [Broadsheet.self])
        #expect(report.diagnostics.isEmpty)
        let published = try site.published()
        for name in ["feed.xml", "atom.xml", "war/feed.xml"] {
            let feed = try #require(published.files[name])
            let text = try #require(texts(feed, name).first { $0.contains("<p>") })
            let tags = Tags(text)
            #expect(
                (tags.values(of: "href") + tags.values(of: "src")) == [
                    "https://gazette.example/paper/war/b/", "https://gazette.example/paper/war/b/",
                    "https://gazette.example/paper/war/a/#there", "https://gazette.example/paper/war/x/?q=1",
                    "https://other.example/", "mailto:a@b.example", "https://gazette.example/paper/war/a/#fn-1",
                    "https://gazette.example/paper/war/b/", "https://gazette.example/paper/war/a/#fnref-1",
                    "https://gazette.example/paper/a.png",
                ], "\(name)")
            #expect(!text.contains("class=\"aside\""))
        }
        let page = Tags(try #require(published["war/a/index.html"]))
        #expect(page.values(of: "href").contains("#fn-1"))
        #expect(page.values(of: "href").contains("/paper/war/b/"))
    }

    @Test("What is not free is nowhere in a feed but for its summary")
    func access() throws {
        let site = try LittleSite([
            "Content/site.yml": Self.settings
                + "access: metered\nfeeds: {fullText: [site, sections, topics, authors]}\n",
            "Content/war/a.md":
                "---\nheadline: A\ndate: 2026-11-18\nsummary: In short.\naccess: members\n---\nSecret.\n",
            "Content/war/b.md": "---\nheadline: B\ndate: 2026-11-18\nsummary: In brief.\n---\nCounted.\n",
            "Content/war/c.md": "---\nheadline: C\ndate: 2026-11-18\nsummary: In all.\naccess: free\n---\nOpen.\n",
        ])
        try site.build()
        for name in ["feed.xml", "atom.xml", "feed.json", "war/feed.xml"] {
            let feed = try #require(try site.published()[name])
            for text in ["In short.", "In brief.", "In all.", "Open."] { #expect(feed.contains(text), "\(name)") }
            for text in ["Secret", "Counted"] { #expect(!feed.contains(text), "\(name)") }
        }
    }

    @Test("Content's own robots.txt takes the place of the one that is made")
    func robots() throws {
        let site = try LittleSite(["Content/site.yml": Self.settings])
        try site.build()
        #expect(
            try site.published()["robots.txt"]
                == "User-agent: *\nAllow: /\n\nSitemap: https://gazette.example/sitemap.xml\n"
                + "Sitemap: https://gazette.example/news-sitemap.xml\n")
        try site.write("User-agent: *\nDisallow: /\n", to: "Content/robots.txt")
        let report = try site.build()
        #expect(report.isPublished)
        #expect(try site.published()["robots.txt"] == "User-agent: *\nDisallow: /\n")
    }

    @Test("A file or an article where a feed has to stand is an error")
    func clash() throws {
        let problems = try LittleSite([
            "Content/site.yml": Self.settings, "Content/feed.xml": "old",
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-18\npermalink: /sitemap.xml\n---\n",
        ]).problems()
        #expect(problems.count == 2)
        #expect(problems.contains { $0.contains("the file would stand where a feed is") })
        #expect(problems.contains { $0.contains("/sitemap.xml is the address of the sitemap") })
    }

    // MARK: - When they are made again

    /// Sixty stories of four months in two sections, each about one of six topics, by one of six authors.
    private func archive() throws -> LittleSite {
        let site = try LittleSite(["Content/site.yml": Self.settings + "pageSize: 5\nfeeds: {items: 5}\n"])
        for number in 0..<60 { try write(number, to: site) }
        try site.build()
        Thread.sleep(forTimeInterval: 0.05)
        try site.build()
        return site
    }

    private func write(_ number: Int, to site: LittleSite, headline: String? = nil, text: String = "Text.") throws {
        try site.write(
            """
            ---
            headline: \(headline ?? "Story \(number)")
            date: 2020-\(number / 15 + 1)-\(number % 15 + 1)
            summary: A summary.
            topics: [Topic \(number % 6)]
            author: Author \(number % 6)
            ---
            \(text)
            """, to: "Content/\(number % 2 == 0 ? "war" : "arts")/\(number).md")
    }

    private func syndicated(_ files: [String]) -> [String] {
        files.filter { isForMachines($0) }.sorted()
    }

    @Test("Another text of an old story changes no feed and no sitemap; of a new one the feeds with texts")
    func text() throws {
        let site = try archive()
        try write(7, to: site, text: "Another text.")
        #expect(try site.build().files.written == ["arts/7/index.html"])
        try write(59, to: site, text: "Another text.")
        #expect(
            try site.build().files.written.sorted()
                == ["arts/59/index.html", "arts/feed.xml", "atom.xml", "feed.json", "feed.xml"])
    }

    @Test("A new story: the feeds of its lists, the sitemap of its month, the index")
    func newStory() throws {
        let site = try archive()
        try write(60, to: site, headline: "New")
        #expect(
            syndicated(try site.build().files.written) == [
                "atom.xml", "authors/author-0/feed.xml", "feed.json", "feed.xml", "sitemap.xml",
                "sitemaps/2020-05.xml", "sitemaps/pages.xml", "topics/topic-0/feed.xml", "war/feed.xml",
            ])
        try write(62, to: site, headline: "Newer")
        // The month has been there before.
        #expect(
            syndicated(try site.build().files.written) == [
                "atom.xml", "authors/author-2/feed.xml", "feed.json", "feed.xml", "sitemap.xml",
                "sitemaps/2020-05.xml", "topics/topic-2/feed.xml", "war/feed.xml",
            ])
    }

    @Test("A picture of another size, or an article that a text leads to: the feeds that carry the text")
    func lookups() throws {
        let site = try archive()
        try site.write(png(), to: "Content/a.png")
        try write(58, to: site, text: "![A](/a.png)\n\nSee [the other](/war/56.md).")
        try site.build()
        Thread.sleep(forTimeInterval: 0.05)
        #expect(try site.build().files.written == [])
        try site.write(png(7, 7), to: "Content/a.png")
        #expect(
            try site.build().files.written.sorted()
                == ["a.png", "atom.xml", "feed.json", "feed.xml", "war/58/index.html", "war/feed.xml"])
        try site.write(
            "---\nheadline: Story 56\ndate: 2020-04-12\nslug: other\nsummary: A summary.\ntopics: [Topic 2]\n"
                + "author: Author 2\n---\nText.", to: "Content/war/56.md")
        let written = try site.build().files.written
        for name in ["war/58/index.html", "war/feed.xml", "feed.xml", "atom.xml", "feed.json"] {
            #expect(written.contains(name))
            #expect(try site.published()[name]?.contains("/war/other/") == true)
        }
    }

    @Test("The clock alone changes the news, when a story is two days old, and nothing before")
    func clock() throws {
        let site = try LittleSite([
            "Content/site.yml": Self.settings,
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-18T06:00:00Z\n---\n",
            "Content/war/b.md": "---\nheadline: B\ndate: 2026-11-17T06:00:00Z\n---\n",
        ])
        func build(_ now: String) throws -> (drawn: Int, written: [String]) {
            let report = try site.build(now: now) { $0.listsArticles = false }
            return (report.work.pagesDrawn, report.files.written)
        }
        try site.build(now: "2026-11-18T12:00:00Z")
        Thread.sleep(forTimeInterval: 0.05)
        try site.build(now: "2026-11-18T12:00:00Z")
        #expect(try build("2026-11-19T05:59:59Z") == (0, []))
        #expect(try build("2026-11-19T06:00:00Z") == (1, ["news-sitemap.xml"]))
        #expect(try build("2026-11-20T05:59:59Z") == (0, []))
        #expect(try build("2026-11-20T06:00:00Z") == (1, ["news-sitemap.xml"]))
        #expect(try build("2027-11-20T06:00:00Z") == (0, []))
        #expect(try site.published()["news-sitemap.xml"]?.contains("<url>") == false)
    }
}
