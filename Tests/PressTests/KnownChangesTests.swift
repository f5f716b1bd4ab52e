import Broadsheet
import Foundation
import Newspaper
import Testing

@testable import Press

/// A process that builds again and again, and is told what has changed, publishes what a clean build publishes.
@Suite struct KnownChangesTests {
    /// A site that is built with one memory, after every change with word of it.
    private final class Watched {
        let site: LittleSite
        let memory = BuildMemory()
        private var themes: [any Theme.Type]

        init(_ files: [String: String] = [:], themes: [any Theme.Type] = [Plain.self]) throws {
            site = try LittleSite(files)
            self.themes = themes
        }

        /// - Parameter paths: what is said to have changed; nil if nobody knows.
        @discardableResult
        func build(
            _ paths: [String]?, now: String = "2026-11-18T12:00:00Z", change: (inout Build) -> Void = { _ in }
        ) throws -> BuildReport {
            try site.build(now: now, themes: themes) {
                $0.memory = memory
                $0.changes = paths.map { KnownChanges(paths: Set($0)) }
                $0.listsArticles = false
                change(&$0)
            }
        }

        /// Whether Output is what a clean build of the same content makes.
        func isRight(now: String = "2026-11-18T12:00:00Z") throws -> Bool {
            let clean = try LittleSite()
            for (name, data) in try FolderContents(of: site.path + "/Content").files {
                try clean.write(data, to: "Content/" + name)
            }
            try clean.build(now: now, themes: themes)
            return try site.published() == clean.published()
        }
    }

    @Test(
        "After any change that is announced, Output is what a clean build makes",
        arguments: [11, 13, 14] as [UInt64])
    func announced(seed: UInt64) throws {
        let themes: [any Theme.Type] = seed % 2 == 0 ? [Broadsheet.self] : [Plain.self]
        var newsroom = GeneratedSite(seed: seed)
        var random = Seeded(seed + 100)
        let watched = try Watched(themes: themes)
        let site = watched.site
        var written: [String: Data] = [:]
        var history: [String] = []
        for step in 0..<50 {
            history.append(newsroom.changeOften(&random))
            if step < 15 { history.append(newsroom.change()) }
            var announced: [String] = []
            for name in written.keys where newsroom.files[name] == nil {
                try site.remove(name)
                announced.append(name)
            }
            for (name, data) in newsroom.files where written[name] != data {
                if !site.exists(FileSystem.folder(of: name)) { announced.append(FileSystem.folder(of: name)) }
                try site.write(data, to: name)
                announced.append(name)
            }
            written = newsroom.files
            // Editors leave traces that are gone again, and now and then a watcher loses its thread.
            announced.append("Content/war/4913")
            let keepsGoing = Bool.random(using: &random)
            let report = try watched.build(step % 11 == 10 ? nil : announced, now: newsroom.now) {
                $0.keepsGoing = keepsGoing
                $0.listsArticles = step % 3 == 0
            }
            let clean = try LittleSite(newsroom.files)
            let expected = try clean.build(now: newsroom.now, themes: themes) { $0.keepsGoing = true }
            #expect(
                report.diagnostics == expected.diagnostics, "seed \(seed), after: \(history.joined(separator: "; "))")
            #expect(report.skipped == expected.skipped)
            #expect(report.isPublished || !keepsGoing && expected.hasErrors)
            guard report.isPublished else { continue }
            let differences = try site.published().differences(from: clean.published())
            #expect(differences == [], "seed \(seed), after: \(history.joined(separator: "; "))")
            #expect(report.pages == expected.pages)
            if step % 3 == 0 { #expect(report.articles == expected.articles) }
            #expect(Set(report.files.written + report.files.unchanged) == Set(expected.files.written))
            if !differences.isEmpty { return }
        }
    }

    private func story(_ number: Int, _ text: String) -> String {
        "---\nheadline: Story \(number)\nsummary: In short.\n---\n\(text)\n"
    }

    /// Four stories, built, with everything about them in memory.
    private func stories() throws -> Watched {
        let watched = try Watched(["Content/site.yml": "name: X\n"])
        for number in 0..<4 { try watched.site.write(story(number, "Text."), to: "Content/war/\(number).md") }
        try watched.build(nil)
        return watched
    }

    @Test("Another text: nothing else is looked at, and the ledger stays as it is")
    func text() throws {
        let watched = try stories()
        let ledger = try Data(contentsOf: URL(filePath: watched.site.path + "/.stet/Output/ledger"))
        try watched.site.write(story(1, "Another text."), to: "Content/war/1.md")
        // Nobody said so, so nobody looks.
        try watched.site.write(story(2, "Another text."), to: "Content/war/2.md")
        try watched.site.write("by hand", to: "Output/war/3/index.html")
        let report = try watched.build(["Content/war/1.md"])
        #expect(report.files.written == ["war/1/index.html"])
        #expect(report.work == BuildReport.Work(filesRead: 1, pagesDrawn: 1))
        #expect(try Data(contentsOf: URL(filePath: watched.site.path + "/.stet/Output/ledger")) == ledger)
        #expect(watched.memory.isUnchecked)
        // Who looks at everything finds the rest.
        #expect(try watched.build(nil).files.written == ["war/2/index.html", "war/3/index.html"])
        #expect(!watched.memory.isUnchecked)
        #expect(try watched.isRight())
    }

    @Test("What is known outlives another headline")
    func headline() throws {
        let watched = try stories()
        try watched.site.write(story(1, "Another text."), to: "Content/war/1.md")
        try watched.build(["Content/war/1.md"])
        try watched.site.write(
            story(2, "Text.").replacing("Story 2", with: "Another headline"), to: "Content/war/2.md")
        try watched.build(["Content/war/2.md"])
        #expect(try watched.isRight())
        // Nobody said so, so nobody looks.
        try watched.site.write("by hand", to: "Output/war/3/index.html")
        try watched.site.write(story(0, "Another text."), to: "Content/war/0.md")
        #expect(try watched.build(["Content/war/0.md"]).files.written == ["war/0/index.html"])
        #expect(try watched.site.published()["war/3/index.html"] == "by hand")
    }

    @Test("The same page that was altered by hand is made again")
    func altered() throws {
        let watched = try stories()
        try watched.site.write("by hand", to: "Output/war/1/index.html")
        try watched.site.write(story(1, "Another text."), to: "Content/war/1.md")
        try watched.build(["Content/war/1.md"])
        #expect(try watched.isRight())
    }

    @Test("What was announced before an edition that could not be published is not forgotten")
    func unpublished() throws {
        let watched = try stories()
        try watched.site.write(story(1, "Another text.\n\n![A](gone.png)"), to: "Content/war/1.md")
        #expect(try !watched.build(["Content/war/1.md"]).isPublished)
        try watched.site.write(story(2, "Another text."), to: "Content/war/2.md")
        #expect(try !watched.build(["Content/war/2.md"]).isPublished)
        try watched.site.write(story(1, "Another text."), to: "Content/war/1.md")
        #expect(try watched.build(["Content/war/1.md"]).files.written == ["war/1/index.html", "war/2/index.html"])
        #expect(try watched.isRight())
    }

    @Test("Somebody else built in between")
    func others() throws {
        let watched = try stories()
        try watched.site.write(story(1, "Another text."), to: "Content/war/1.md")
        try watched.site.write(story(2, "Another text."), to: "Content/war/2.md")
        try watched.site.build()
        try watched.site.write(story(1, "A third text."), to: "Content/war/1.md")
        try watched.build(["Content/war/1.md"])
        #expect(try watched.isRight())
        try watched.site.remove(".stet")
        try watched.site.write(story(1, "A fourth text."), to: "Content/war/1.md")
        try watched.build(["Content/war/1.md"])
        #expect(try watched.isRight())
    }

    @Test("A link to another article's file: whatever is announced, the file it leads to counts")
    func links() throws {
        let watched = try stories()
        let link = watched.site.path + "/Content/war/link.md"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "1.md")
        try watched.build(["Content/war/link.md"])
        for text in ["A text.", "Another text."] {
            try watched.site.write(story(1, "\(text)"), to: "Content/war/1.md")
            try watched.build(["Content/war/1.md"])
            #expect(try watched.site.published()["war/link/index.html"]?.contains(text) == true)
        }
    }

    @Test("A folder that was moved away takes its stories along")
    func folder() throws {
        let watched = try stories()
        try FileManager.default.moveItem(
            atPath: watched.site.path + "/Content/war", toPath: watched.site.path + "/elsewhere")
        try watched.site.write("# A\n", to: "Content/a.md")
        try watched.build(["Content/war", "Content/a.md"])
        #expect(try !watched.site.published().files.keys.contains("war/1/index.html"))
        #expect(try watched.isRight())
    }

    @Test("An embargo that has ended is seen, whatever is announced")
    func time() throws {
        let watched = try stories()
        try watched.site.write("---\nheadline: Later\nembargo: 2026-11-19\n---\n", to: "Content/war/9.md")
        try watched.build(["Content/war/9.md"])
        try watched.site.write(story(1, "Another text."), to: "Content/war/1.md")
        let report = try watched.build(["Content/war/1.md"], now: "2026-11-19T01:00:00Z")
        #expect(report.files.written.contains("war/9/index.html"))
        #expect(try watched.isRight(now: "2026-11-19T01:00:00Z"))
    }
}
