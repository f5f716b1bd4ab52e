import Diagnostics
import Foundation
import Testing

@testable import Preview

/// Which page is told of what.
@Suite struct ProblemPagesTests {
    private func site(_ more: [String: String] = [:]) throws -> Folder {
        try Folder(
            [
                "Content/site.yml": "name: The Gazette\nurl: https://gazette.example\n",
                "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\n---\nText.\n",
                "Content/war/b.md": "---\nheadline: B\ndate: 2026-11-02\npermalink: /elsewhere/\n---\nText.\n",
                "Content/pages/about.md": "---\ntitle: About\n---\nText.\n",
            ].merging(more) { $1 })
    }

    private func event(_ preview: RunningPreview, _ page: String) async throws -> EventPage.Event {
        try await EventPage(port: preview.port, query: "?page=" + page).nextEvent()
    }

    @Test("A page is told what is wrong with it in full, and what is wrong elsewhere apart from that")
    func ownAndOthers() async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        try preview.site.write("---\nheadline: A\ndate: soon\n---\n", to: "Content/war/a.md", byRenaming: true)
        _ = try await page.nextEvent { $0.problems.count == 1 }
        try preview.site.write(
            "---\nheadline: B\ndate: 99\npermalink: /elsewhere/\n---\n", to: "Content/war/b.md", byRenaming: true)
        _ = try await page.nextEvent { $0.problems.count == 2 }
        for (file, own, other) in [
            ("war/a/index.html", ["Content/war/a.md:3:7"], ["Content/war/b.md:3:7"]),
            ("elsewhere/index.html", ["Content/war/b.md:3:7"], ["Content/war/a.md:3:7"]),
            ("index.html", [], ["Content/war/a.md:3:7", "Content/war/b.md:3:7"]),
            ("war%2Fa%2Findex.html", ["Content/war/a.md:3:7"], ["Content/war/b.md:3:7"]),
        ] {
            let event = try await event(preview, file)
            #expect(event.problems.map(\.place) == own, "\(file)")
            #expect(event.others.map(\.place) == other, "\(file)")
            #expect(event.otherCount == other.count)
        }
    }

    @Test("What belongs to no page is told to all")
    func shared() async throws {
        let preview = try await RunningPreview(site())
        let page = try await preview.open()
        try preview.site.write("name: The Gazette\nurl: 7\n", to: "Content/site.yml", byRenaming: true)
        _ = try await page.nextEvent { !$0.problems.isEmpty }
        for file in ["index.html", "war/a/index.html"] {
            #expect(try await event(preview, file).problems.first?.place.hasPrefix("Content/site.yml") == true)
        }
    }

    @Test("A page that was never made is told why, at the address where it would be")
    func neverMade() async throws {
        let preview = try await RunningPreview(
            site(["Content/war/c.md": "---\nheadline: C\ndate: soon\n---\n"]))
        #expect(try await preview.page("/war/c/").status == 404)
        #expect(try await preview.page("/war/c/").body.contains("data-file=\"404.html\""))
        #expect(try await event(preview, "war/c/index.html").problems.map(\.place) == ["Content/war/c.md:3:7"])
        #expect(try await event(preview, "war/a/index.html").problems.isEmpty)
    }

    @Test("Warnings are told to their own page alone")
    func warnings() async throws {
        let preview = try await RunningPreview(
            site(["Content/war/d.md": "---\nheadline: D\ndate: 2026-11-01\nathors: X\n---\n<b>Text.</b>\n"]))
        let own = try await event(preview, "war/d/index.html")
        #expect(own.problems.isEmpty)
        #expect(own.warnings.contains { $0.place.hasPrefix("Content/war/d.md:4") })
        #expect(own.warningCount == own.warnings.count)
        #expect(try await event(preview, "war/a/index.html").warnings.isEmpty)
    }

    @Test("Of a pipe that stands where the text was, nothing is read")
    func pipe() throws {
        let site = try Folder(["Content/x": ""])
        mkfifo(site.path + "/Content/a.md", 0o644)
        #expect(Problem(.error("x", at: Place(line: 1), path: "Content/a.md"), site: site.path).source.isEmpty)
    }
}
