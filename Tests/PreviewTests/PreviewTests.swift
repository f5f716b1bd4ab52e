import Broadsheet
import Foundation
import Newspaper
import Press
import Testing

@testable import Preview

/// From a save to what the browser is told.
@Suite struct PreviewTests {
    private func site(_ more: [String: String] = [:]) throws -> Folder {
        try Folder(
            [
                "Content/site.yml": "name: The Gazette\nurl: https://gazette.example\n",
                "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\n---\nText.\n",
                "Content/war/b.md": "---\nheadline: B\ndate: 2026-11-02\n---\nText.\n",
            ].merging(more) { $1 })
    }

    @Test("A saved article is told to the browser, and its page is there", arguments: [false, true])
    func saving(byRenaming: Bool) async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        try preview.site.write(
            "---\nheadline: A\ndate: 2026-11-01\n---\nNew text.\n", to: "Content/war/a.md", byRenaming: byRenaming)
        let event = try await page.nextEvent { $0.changed?.contains("war/a/index.html") == true }
        #expect(event.changed?.contains("war/b/index.html") == false)
        #expect(event.problems.isEmpty)
        #expect(event.destination == nil)
        #expect(try await preview.page("/war/a/").body.contains("New text."))
    }

    @Test("New articles, folders and removed ones are told as well")
    func newAndRemoved() async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        try preview.site.write("---\nheadline: C\n---\n", to: "Content/sport/deep/c.md")
        var changed: Set<String> = []
        while !changed.contains("sport/deep/c/index.html") {
            changed.formUnion(try await page.nextEvent().changed ?? [])
        }
        try preview.site.remove("Content/sport")
        changed = []
        while !changed.contains("sport/deep/c/index.html") {
            changed.formUnion(try await page.nextEvent().changed ?? [])
        }
        #expect(try await preview.page("/sport/deep/c/").status == 404)
    }

    @Test("With an error the last good page stays, and the browser is told until it is mended")
    func mending() async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        try preview.site.write(
            "---\nheadline: A\ndate: soon\n---\nOther text.\n", to: "Content/war/a.md", byRenaming: true)
        let broken = try await page.nextEvent { !$0.problems.isEmpty }
        #expect(broken.changed == [])
        #expect(broken.problems.map(\.place) == ["Content/war/a.md:3:7"])
        #expect(broken.problems.first?.source.map(\.text).contains("date: soon") == true)
        #expect(try await preview.page("/war/a/").body.contains("<p>Text."))

        try preview.site.write(
            "---\nheadline: A\ndate: 2026-11-01\n---\nMended text.\n", to: "Content/war/a.md", byRenaming: true)
        let mended = try await page.nextEvent { $0.problems.isEmpty }
        #expect(mended.changed?.contains("war/a/index.html") == true)
        #expect(try await preview.page("/war/a/").body.contains("Mended text."))
    }

    @Test("A site that has errors from the start is shown as far as it can be, with them")
    func brokenFromTheStart() async throws {
        let preview = try await RunningPreview(site(["Content/war/c.md": "---\nheadline: C\ndate: soon\n---\n"]))
        #expect(try await preview.page("/war/a/").status == 200)
        #expect(try await preview.page("/war/c/").status == 404)
        let page = try await EventPage(port: preview.port)
        #expect(try await page.nextEvent().problems.map(\.place) == ["Content/war/c.md:3:7"])
    }

    @Test(
        "Nothing that one can write into site.yml ends it",
        arguments: ["name: [", "\u{0}", "- a\n- b\n", "theme: none\n", "url: 7\n", "timezone: Nowhere\nname: X\n"])
    func settings(text: String) async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        try preview.site.write(text, to: "Content/site.yml", byRenaming: true)
        _ = try await page.nextEvent { !$0.problems.isEmpty }
        #expect(try await preview.page("/war/a/").status == 200)
        try preview.site.write("name: The Other\n", to: "Content/site.yml", byRenaming: true)
        _ = try await page.nextEvent { $0.problems.isEmpty }
        #expect(try await preview.page("/war/a/").body.contains("The Other"))
    }

    @Test("Content that is away for a moment is missed, and found again")
    func contentAway() async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        try preview.site.move("Content", to: "Aside")
        _ = try await page.nextEvent { $0.problems.first?.message.hasPrefix("there is no Content folder in ") == true }
        #expect(try await preview.page("/war/a/").status == 200)
        try preview.site.move("Aside", to: "Content")
        _ = try await page.nextEvent { $0.problems.isEmpty }
        try preview.site.write("---\nheadline: A\n---\nNew text.\n", to: "Content/war/a.md", byRenaming: true)
        _ = try await page.nextEvent { $0.changed?.contains("war/a/index.html") == true }
        #expect(try await preview.page("/war/a/").body.contains("New text."))
    }

    @Test("It has a folder of its own, and leaves Output alone")
    func ownFolder() async throws {
        let site = try site(["Content/draft.md": "---\nheadline: D\ndraft: true\n---\n"])
        let preview = try await RunningPreview(site) { $0.includesDrafts = true }
        #expect(try await preview.page("/draft/").status == 200)
        #expect(!FileManager.default.fileExists(atPath: site.path + "/Output"))
        #expect(try await preview.page("/.stet/preview/site/index.html").status == 404)
        let without = try await RunningPreview(site)
        #expect(try await without.page("/draft/").status == 404)
    }

    @Test("No file that was built has the script in it")
    func script() async throws {
        let preview = try await RunningPreview(site())
        #expect(try await preview.page("/war/a/").body.contains("/.stet/reload.js"))
        #expect(try !preview.site.read(".stet/preview/site/war/a/index.html").contains("reload.js"))
    }

    @Test("The browser goes to the article that was saved, if it is to follow")
    func following() async throws {
        let site = try site(["Content/site.yml": "name: X\nurl: https://x.example/paper\n"])
        let preview = try await RunningPreview(site) { $0.follows = true }
        #expect(preview.url.hasSuffix("/paper/"))
        let page = try await preview.open()
        try site.write("---\nheadline: B\n---\nNew text.\n", to: "Content/war/b.md", byRenaming: true)
        _ = try await page.nextEvent { $0.destination == "/paper/war/b/" }
    }

    @Test("A finished Output is served without being built; one that is not there is asked for")
    func finishedOutput() async throws {
        let site = try site()
        await #expect(throws: BuildFailure.self) { try await RunningPreview(site) { $0.servesOutput = true } }
        try site.write("<body>As it is</body>", to: "Output/index.html")
        let preview = try await RunningPreview(site) { $0.servesOutput = true }
        #expect(try await preview.page("/").body == "<body>As it is</body>")
        #expect(!FileManager.default.fileExists(atPath: site.path + "/.stet"))
    }

    @Test("The next port is taken if somebody has the first")
    func ports() async throws {
        let first = try await RunningPreview(site())
        let second = try await RunningPreview(site()) { $0.port = first.port }
        #expect(second.port > first.port)
    }

    @Test("After a hundred quick saves the last is what is shown")
    func quickSaves() async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        for number in 1...100 {
            try preview.site.write(
                "---\nheadline: A\ndate: 2026-11-01\n---\nText \(number).\n", to: "Content/war/a.md",
                byRenaming: number % 2 == 0)
        }
        while try await !preview.page("/war/a/").body.contains("<p>Text 100.") { _ = try await page.nextEvent() }
    }
}
