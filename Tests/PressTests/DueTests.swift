import Foundation
import Newspaper
import Testing

@testable import Press

/// When time alone changes what is published, and scheduled stories before their time.
@Suite struct DueTests {
    private let settings = ["Content/site.yml": "name: X\ntimezone: Europe/Oslo\n", "Content/war/a.md": fine]

    private func due(_ stories: [String]) throws -> String? {
        var files = settings
        for (number, fields) in stories.enumerated() {
            files["Content/war/s\(number).md"] = "---\nheadline: S\ndate: 2026-11-01\n\(fields)\n---\n"
        }
        return try LittleSite(files).build().nextChange?.iso
    }

    @Test("The next build is due when the first embargo ends or the first story expires")
    func next() throws {
        #expect(try due(["embargo: 2026-11-24 06:00", "expires: 2026-12-01"]) == "2026-11-24T06:00:00+01:00")
        #expect(try due(["embargo: 2026-12-24", "expires: 2026-12-01"]) == "2026-12-01T00:00:00+01:00")
        #expect(try due(["embargo: 2026-11-20\nexpires: 2026-11-21"]) == "2026-11-20T00:00:00+01:00")
    }

    @Test(
        "Nothing is due for what is never published, or stays as it is",
        arguments: [
            "embargo: 2026-11-17", "expires: 2026-11-17", "draft: true\nembargo: 2026-11-24",
            "embargo: 2026-11-24\nexpires: 2026-11-23", "embargo: 2026-11-24\nexpires: 2026-11-10",
            "updated: 2026-12-01",
        ])
    func nothing(fields: String) throws {
        #expect(try due([fields]) == nil)
    }

    @Test(
        "On a site that has a news sitemap the next is due when a story becomes news, or is two days old",
        arguments: [
            ("date: 2026-11-17 08:00", "2026-11-19T08:00:00+00:00"), ("date: 2026-11-20", "2026-11-20T00:00:00+00:00"),
            ("date: 2026-11-20\ndraft: true", nil), ("date: 2026-11-10", nil),
        ])
    func news(fields: String, due: String?) throws {
        let site = try LittleSite([
            "Content/site.yml": "name: X\nurl: https://x.example\n",
            "Content/war/a.md": "---\nheadline: A\n\(fields)\n---\n",
        ])
        #expect(try site.build().nextChange?.iso == due)
    }

    @Test("A page that stands by itself counts, and so does a draft that is built")
    func others() throws {
        let page = try LittleSite(["Content/pages/p.md": "---\nheadline: P\nexpires: 2026-11-24\n---\n"])
        #expect(try page.build().nextChange?.iso == "2026-11-24T00:00:00+00:00")
        let draft = try LittleSite(["Content/war/d.md": "---\nheadline: D\ndraft: true\nembargo: 2026-11-24\n---\n"])
        let report = try draft.build {
            $0.output = draft.path + "/Drafts"
            $0.includesDrafts = true
        }
        #expect(report.nextChange?.iso == "2026-11-24T00:00:00+00:00")
    }

    @Test("A build that has nothing to do says the same")
    func upToDate() throws {
        let site = try LittleSite(
            settings.merging(["Content/war/s.md": "---\nheadline: S\nembargo: 2026-11-24 06:00\n---\n"]) { $1 })
        Thread.sleep(forTimeInterval: 0.05)
        let first = try site.build { $0.listsArticles = false }
        let second = try site.build { $0.listsArticles = false }
        #expect(second.work == BuildReport.Work())
        #expect(second.nextChange == first.nextChange)
        #expect(second.nextChange?.iso == "2026-11-24T06:00:00+01:00")
        #expect(try site.build(now: "2026-11-24T05:00:00Z") { $0.listsArticles = false }.nextChange == nil)
    }

    @Test("A scheduled story is never built into Output, and elsewhere it is the page that it will be")
    func scheduled() throws {
        let site = try LittleSite(
            settings.merging(["Content/war/s.md": "---\nheadline: S\nembargo: 2026-11-24 06:00\n---\nText.\n"]) { $1 })
        #expect(
            site.failure { $0.includesScheduled = true }
                == "scheduled stories are not built into Output\n    Name another folder with --output.")
        #expect(!site.exists("Output"))
        let report = try site.build {
            $0.output = site.path + "/Soon"
            $0.includesScheduled = true
        }
        #expect(
            report.withheld == [
                BuildReport.WithheldPage(file: "war/s/index.html", reason: "Scheduled for 24 November 2026, 06:00")
            ])
        let published = try site.build(now: "2026-11-24T05:00:00Z")
        #expect(published.withheld == [])
        #expect(try site.published("Soon") == site.published())
    }
}
