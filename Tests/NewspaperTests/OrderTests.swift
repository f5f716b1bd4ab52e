import Testing

@testable import Newspaper

/// Which articles an edition has, and in which order.
@Suite struct OrderTests {
    @Test("The newest comes first; at one moment, and without a date, the file's name decides")
    func order() throws {
        var newsroom = Newsroom(dates: [
            "war/old": "2014-07-21", "war/new": "2026-11-18", "war/noon": "2026-11-17 12:00",
            "war/b": "2026-11-17", "war/a": "2026-11-17",
        ])
        newsroom.files["war/undated.md"] = "# Undated\n"
        newsroom.files["arts/undated.md"] = "# Undated too\n"
        #expect(
            try newsroom.edition().headlines.names
                == ["war/new", "war/noon", "war/a", "war/b", "war/old", "Undated too", "Undated"])
    }

    @Test("Drafts wait until they are asked for")
    func drafts() throws {
        var newsroom = Newsroom([
            "war/a.md": "---\ntitle: A\ndraft: true\n---\n", "pages/b.md": "---\ntitle: B\nstatus: draft\n---\n",
        ])
        let printed = try newsroom.print()
        #expect(printed.edition.headlines.isEmpty)
        #expect(printed.edition.standalone.isEmpty)
        #expect(printed.skipped == ["Content/war/a.md": "a draft", "Content/pages/b.md": "a draft"])
        newsroom.includesDrafts = true
        #expect(try newsroom.edition().headlines.names == ["A"])
    }

    @Test("An embargo ends, and a story expires, at the very second")
    func now() throws {
        var newsroom = Newsroom([
            "war/a.md": "---\ntitle: A\nembargo: 2026-11-18 07:30\n---\n",
            "war/b.md": "---\ntitle: B\nexpires: 2026-11-18 07:30\n---\n",
        ])
        newsroom.site = Site(yaml: "timezone: America/New_York")
        newsroom.now = "2026-11-18T12:29:59Z"
        let before = try newsroom.print()
        #expect(before.edition.headlines.names == ["B"])
        #expect(before.skipped == ["Content/war/a.md": "under embargo until 2026-11-18T07:30:00-05:00"])
        newsroom.now = "2026-11-18T12:30:00Z"
        let after = try newsroom.print()
        #expect(after.edition.headlines.names == ["A"])
        #expect(after.skipped == ["Content/war/b.md": "expired on 2026-11-18T07:30:00-05:00"])
    }

    @Test("A date in the future is published, with a warning, for only an embargo holds a story back")
    func futureDate() throws {
        let newsroom = Newsroom([
            "war/a.md": "---\ntitle: A\ndate: 2026-12-01\n---\n",
            "war/b.md": "---\ntitle: B\ndate: 2026-12-01\nembargo: 2026-12-01\n---\n",
            "war/c.md": "---\ntitle: C\ndate: 2026-12-01\ndraft: true\n---\n",
        ])
        let printed = try newsroom.print()
        #expect(printed.edition.headlines.names == ["A"])
        #expect(
            printed.problems == [
                "Content/war/a.md: warning: the date 2026-12-01 is in the future, and the article is published all the same\n"
                    + "    Write embargo: with that date if it is to wait until then."
            ])
    }

    @Test("Standalone pages are in no list")
    func standalone() throws {
        let edition = try Newsroom([
            "pages/about.md": "# About\n", "pages/legal/terms.md": "# Terms\n", "war/a.md": "# A\n",
        ]).edition()
        #expect(edition.standalone.map(\.page.path.path) == ["about", "legal/terms"])
        #expect(edition.headlines.names == ["A"])
        #expect(edition.sections.map(\.path) == ["war"])
    }

    @Test("An update is shown when it tells a reader something new")
    func updated() throws {
        func shown(_ date: String, _ updated: String, in zone: String = "Europe/London") throws -> String? {
            var newsroom = Newsroom(["a.md": "---\ntitle: A\n\(date)\nupdated: \(updated)\n---\n"])
            newsroom.site = Site(yaml: "timezone: \(zone)")
            return try newsroom.edition().headlines.first?.updated?.iso
        }
        #expect(try shown("", "2026-11-18") == "2026-11-18")
        #expect(try shown("date: 2026-11-18", "2026-11-18") == nil)
        #expect(try shown("date: 2026-11-18", "2026-11-17") == nil)
        #expect(try shown("date: 2026-11-18", "2026-11-19") == "2026-11-19")
        #expect(try shown("date: 2026-11-18 07:30", "2026-11-18 07:30:59") == nil)
        #expect(try shown("date: 2026-11-18 07:30", "2026-11-18 07:31") == "2026-11-18T07:31:00+00:00")
        // The day alone says nothing that the reader does not know, unless it is another day.
        #expect(try shown("date: 2026-11-18 07:30", "2026-11-18") == nil)
        #expect(try shown("date: 2026-11-18", "2026-11-18 07:30") == nil)
        #expect(try shown("date: 2026-11-18 23:30", "2026-11-19") == "2026-11-19")
        #expect(try shown("date: 2026-11-18", "2026-11-19 00:01") == "2026-11-19T00:01:00+00:00")
        // The day on which summer time begins has 23 hours.
        #expect(try shown("date: 2026-03-29", "2026-03-30") == "2026-03-30")
        #expect(try shown("date: 2026-10-25", "2026-10-25") == nil)
    }

    @Test("The months of the archive, the newest first, are those of the site's zone")
    func months() throws {
        var newsroom = Newsroom(dates: [
            "a": "2026-11-01T02:00:00Z", "b": "2026-11-01T05:00:00Z", "c": "2014-07-21", "d": "2026-10-31",
        ])
        newsroom.site = Site(yaml: "timezone: America/New_York")
        let edition = try newsroom.edition()
        #expect(edition.months.map { "\($0.year)-\($0.month)" } == ["2026-11", "2026-10", "2014-7"])
        #expect(edition.months.map { edition.headlines($0.stories).names } == [["b"], ["a", "d"], ["c"]])
        #expect(edition.years.map(\.year) == [2026, 2014])
        #expect(edition.years.first?.months.map(\.name) == ["October", "November"])
        #expect(edition.years.map(\.count) == [3, 1])
    }

    @Test(
        "A month is one page, though clocks that were set back show its last hour after the next month's first minute")
    func monthAndClocks() throws {
        var newsroom = Newsroom(dates: [
            "first": "2009-10-31T20:00:00-02:30", "second": "2009-11-01T00:00:30-02:30",
            "third": "2009-10-31T23:30:00-03:30", "fourth": "2009-11-01T08:00:00-03:30",
        ])
        newsroom.site = Site(yaml: "timezone: America/St_Johns")
        let edition = try newsroom.edition()
        #expect(edition.months.map { "\($0.year)-\($0.month)" } == ["2009-11", "2009-10"])
        #expect(
            edition.months.map { Set(edition.headlines($0.stories).names) } == [
                ["second", "fourth"], ["first", "third"],
            ])
    }

    @Test("A series is read from its oldest part on, and one part alone is none")
    func series() throws {
        let edition = try Newsroom([
            "war/1.md": "---\ntitle: One\ndate: 2026-11-01\nseries: The Talks\n---\n",
            "war/2.md": "---\ntitle: Two\ndate: 2026-11-02\nseries: the talks\n---\n",
            "arts/3.md": "---\ntitle: Three\ndate: 2026-11-03\nseries: The Talks\n---\n",
            "war/4.md": "---\ntitle: Four\nseries: Alone\n---\n",
        ]).edition()
        let pages = edition.headlines.indices.map { edition.articlePage($0, body: .empty) }
        #expect(
            pages.map { $0.series?.parts.names } == [
                ["One", "Two", "Three"], ["One", "Two", "Three"], ["One", "Two", "Three"], nil,
            ])
        #expect(pages.map { $0.series?.name } == ["The Talks", "The Talks", "The Talks", nil])
    }
}
