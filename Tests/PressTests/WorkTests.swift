import Foundation
import Testing

@testable import Press

/// Work is counted, not timed: a build does what changed, and nothing else.
@Suite struct WorkTests {
    /// Forty stories in two sections, the first twenty about the sea, with pages of five; built, and old enough that
    /// the clock of the file system has moved on.
    private func archive() throws -> LittleSite {
        let site = try LittleSite(["Content/site.yml": "name: The Gazette\npageSize: 5\n"])
        try site.write(png(), to: "Content/images/a.png")
        for number in 0..<40 { try write(number, to: site) }
        try site.build()
        try settle(site)
        return site
    }

    private func write(_ number: Int, to site: LittleSite, headline: String? = nil, text: String = "Text.") throws {
        let topics = number < 20 ? "topics: [Sea]\n" : ""
        let picture = number == 3 ? "image: /images/a.png\n" : ""
        try site.write(
            "---\nheadline: \(headline ?? "Story \(number)")\ndate: 2020-\(number / 28 + 1)-\(number % 28 + 1)\n"
                + "summary: A summary.\n"
                + "\(topics)\(picture)---\n\(text)\n\(number == 5 ? "\n![A](/images/a.png)\n" : "")",
            to: "Content/\(number % 2 == 0 ? "war" : "arts")/\(number).md")
    }

    /// Waits until stamps prove something, and lets the ledger know.
    private func settle(_ site: LittleSite) throws {
        Thread.sleep(forTimeInterval: 0.05)
        try site.build()
    }

    /// What a build did: files read, pages drawn, files written.
    private func work(_ site: LittleSite, change: (inout Build) -> Void = { _ in }) throws -> [Int] {
        let report = try site.build(change: change)
        return [report.work.filesRead, report.work.pagesDrawn, report.files.written.count]
    }

    @Test("A build with nothing to do reads, draws and writes nothing")
    func nothing() throws {
        let site = try archive()
        #expect(try work(site) == [0, 0, 0])
        #expect(try work(site) { $0.listsArticles = false } == [0, 0, 0])
    }

    @Test("A first build reads every file once and draws every page once")
    func first() throws {
        let site = try LittleSite(["Content/a.md": "# A\n", "Content/authors/b.md": "# B\n"])
        let report = try site.build()
        #expect(report.work.filesRead == 2)
        #expect(report.work.pagesDrawn == report.pages)
    }

    @Test("Another text: one file read, one page drawn, one written")
    func text() throws {
        let site = try archive()
        try write(7, to: site, text: "Another text.")
        #expect(try work(site) == [1, 1, 1])
        try settle(site)
        #expect(try work(site) == [0, 0, 0])
    }

    @Test("The same text, written again: one file read, no page drawn")
    func touched() throws {
        let site = try archive()
        try write(7, to: site)
        #expect(try work(site) == [1, 0, 0])
    }

    @Test("Another headline: the pages that show it, and no others")
    func headline() throws {
        let site = try archive()
        try write(7, to: site, headline: "Another headline")
        let report = try site.build()
        #expect(report.work.filesRead == 1)
        #expect(report.work.pagesDrawn == report.files.written.count)
        let showing = try site.published().files.filter {
            String(decoding: $1, as: UTF8.self).contains("Another headline")
        }
        #expect(Set(report.files.written) == Set(showing.keys))
        #expect((4...12).contains(showing.count))
    }

    @Test("A picture of another size: the pages that show it")
    func picture() throws {
        let site = try archive()
        try site.write(png(7, 7), to: "Content/images/a.png")
        let report = try site.build()
        #expect(report.work.filesRead == 0)
        #expect(report.files.written == ["arts/3/index.html", "arts/5/index.html", "images/a.png"])
    }

    @Test("A file of Output that was removed or altered: that one")
    func damaged() throws {
        let site = try archive()
        try site.remove("Output/war/4/index.html")
        try site.write("altered", to: "Output/war/6/index.html")
        #expect(try work(site) == [0, 2, 2])
    }

    @Test("A new story: itself, its section, the recent stories of that, the lists; however large the archive")
    func added() throws {
        let site = try archive()
        try write(41, to: site)
        let report = try site.build()
        #expect(report.work.filesRead == 1)
        #expect(report.work.pagesDrawn <= 40)
        #expect(report.files.written.count == report.work.pagesDrawn)
    }

    @Test("Other settings: everything is read and drawn again, and written where it differs")
    func settings() throws {
        let site = try archive()
        try site.write("name: The Gazette\npageSize: 5\n# A remark.\n", to: "Content/site.yml")
        let report = try site.build()
        #expect(report.work.filesRead == 40)
        #expect(report.work.pagesDrawn == report.pages)
        #expect(report.files.written == [])
    }

    @Test("Time alone changes something only at its moment")
    func time() throws {
        let site = try archive()
        try site.write("---\nheadline: Later\ndate: 2020-01-01\nexpires: 2026-11-20\n---\n", to: "Content/war/x.md")
        try site.build()
        try settle(site)
        let before = try site.build(now: "2026-11-19T23:59:59Z") { $0.listsArticles = false }
        #expect(before.work.pagesDrawn == 0)
        #expect(before.files.removed == [])
        let after = try site.build(now: "2026-11-20T00:00:00Z") { $0.listsArticles = false }
        #expect(after.work.filesRead == 0)
        #expect(after.files.removed == ["war/x/index.html"])
        let back = try site.build(now: "2026-11-19T12:00:00Z") { $0.listsArticles = false }
        #expect(back.files.written.contains("war/x/index.html"))
    }
}
