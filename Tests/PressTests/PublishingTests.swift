import Foundation
import Newspaper
import Testing

@testable import Press

/// Only what changed is written, and nothing is removed but what stet wrote.
@Suite struct PublishingTests {
    private static let settings = "name: The Gazette\npageSize: 4\n"

    /// A site of `count` stories in one section.
    private func archive(_ count: Int) throws -> LittleSite {
        let site = try LittleSite(["Content/site.yml": PublishingTests.settings])
        for number in 0..<count { try write(number, to: site) }
        return site
    }

    private func write(_ number: Int, to site: LittleSite, text: String = "Text.") throws {
        try site.write(
            "---\nheadline: Story \(number)\ndate: \(2000 + number / 12)-\(number % 12 + 1)-01\ntopics: [Peace]\n---\n\(text)\n",
            to: "Content/war/\(number).md")
    }

    @Test("A second build writes nothing")
    func nothingChanged() throws {
        let site = try archive(30)
        let first = try site.build()
        #expect(first.files.written.count == first.pages + 1)
        #expect(first.files.unchanged.isEmpty)
        let second = try site.build()
        #expect(second.files.written == [])
        #expect(second.files.removed == [])
        #expect(second.files.unchanged == first.files.written)
        #expect(second.pages == first.pages)
    }

    @Test("A text that changed changes its own page")
    func changedText() throws {
        let site = try archive(30)
        try site.build()
        try write(3, to: site, text: "Another text.")
        #expect(try site.build().files.written == ["war/3/index.html"])
    }

    @Test("A new story changes a bounded number of files, however large the archive")
    func newStory() throws {
        for count in [60, 120] {
            let site = try archive(count)
            try site.build()
            try write(count, to: site)
            let report = try site.build()
            #expect(report.files.written.contains("war/\(count)/index.html"))
            #expect(report.files.written.count <= 36, "\(report.files.written)")
            #expect(report.files.removed == [])
        }
    }

    @Test("A story that is gone takes its page and its empty folder with it")
    func removedStory() throws {
        let site = try LittleSite([
            "Content/war/a.md": "# A\n", "Content/arts/b.md": "# B\n", "Content/arts/b.mp3": "x",
        ])
        try site.build()
        try site.remove("Content/arts")
        let report = try site.build()
        #expect(report.files.removed.contains("arts/b/index.html"))
        #expect(report.files.removed.contains("arts/b.mp3"))
        #expect(!site.exists("Output/arts"))
    }

    @Test("Files that somebody put into Output are left alone, and so are the folders in which they lie")
    func foreignFiles() throws {
        let site = try LittleSite(["Content/arts/b.md": "# B\n", "Content/war/a.md": "# A\n"])
        try site.build()
        try site.write("google", to: "Output/google123.html")
        try site.write("mine", to: "Output/arts/mine.txt")
        try site.remove("Content/arts")
        try site.build()
        try site.build { $0.startsClean = true }
        #expect(try site.published()["google123.html"] == "google")
        #expect(try site.published()["arts/mine.txt"] == "mine")
        #expect(!site.exists("Output/arts/b"))
    }

    @Test("A file of Output that was altered, removed or made a folder is made anew")
    func damagedOutput() throws {
        let site = try LittleSite(["Content/war/a.md": "# A\n", "Content/war/b.md": "# B\n", "Content/c.bin": "c"])
        try site.build()
        let whole = try site.published()
        try site.write("altered", to: "Output/war/a/index.html")
        try site.write("d", to: "Output/c.bin")
        try site.remove("Output/war/b")
        let report = try site.build()
        #expect(report.files.written == ["c.bin", "war/a/index.html", "war/b/index.html"])
        #expect(try site.published() == whole)
        try site.remove("Output/c.bin")
        try FileManager.default.createDirectory(atPath: site.output + "/c.bin", withIntermediateDirectories: false)
        try site.build()
        #expect(try site.published() == whole)
    }

    @Test("An Output that was removed is made anew")
    func removedOutput() throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        try site.build()
        let whole = try site.published()
        try site.remove("Output")
        try site.build()
        #expect(try site.published() == whole)
    }

    @Test("A page may take a folder's place, and a folder a page's")
    func filesAndFolders() throws {
        let site = try LittleSite(["Content/a.md": "---\ntitle: A\npermalink: /x.html\n---\n"])
        try site.build()
        try site.write("---\ntitle: A\npermalink: /x.html/y/\n---\n", to: "Content/a.md")
        try site.build()
        #expect(try site.published()["x.html/y/index.html"] != nil)
        try site.write("---\ntitle: A\npermalink: /x.html\n---\n", to: "Content/a.md")
        try site.build()
        #expect(try site.published()["x.html"] != nil)
    }

    @Test("--clean writes every file anew, and removes what is no longer part of the site")
    func clean() throws {
        let site = try archive(10)
        let first = try site.build()
        let whole = try site.published()
        try site.write("# X\n", to: "Content/x.md")
        try site.build()
        try site.remove("Content/x.md")
        let report = try site.build { $0.startsClean = true }
        #expect(report.files.written == first.files.written)
        #expect(report.files.removed.contains("x/index.html"))
        #expect(try site.published() == whole)
    }

    @Test("Notes that were lost cost a comparison: a folder with a page of stet's is taken over")
    func lostNotes() throws {
        let site = try archive(10)
        let first = try site.build()
        try site.remove(".stet")
        let report = try site.build()
        #expect(report.files.written == [])
        #expect(report.files.unchanged == first.files.written)
    }

    @Test("An empty Output is as good as none")
    func emptyOutput() throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        try FileManager.default.createDirectory(atPath: site.output, withIntermediateDirectories: false)
        #expect(try site.build().isPublished)
        #expect(try site.build().files.written == [])
    }

    @Test("Everything that is not Markdown is copied, but for hidden files, editors' copies and the settings")
    func copiedFiles() throws {
        let site = try LittleSite([
            "Content/war/a.md": "# A\n", "Content/war/a.pdf": "pdf", "Content/CNAME": "gazette.example",
            "Content/.hidden": "x", "Content/.git/config": "x", "Content/a.txt~": "x", "Content/Thumbs.db": "x",
            "Content/.well-known/security.txt": "y", "Content/plain.css": "our own",
        ])
        try site.build()
        let published = try site.published()
        #expect(published["war/a.pdf"] == "pdf")
        #expect(published["CNAME"] == "gazette.example")
        #expect(published[".well-known/security.txt"] == "y")
        // The newspaper's own file counts more than the theme's.
        #expect(published["plain.css"] == "our own")
        for name in [".hidden", ".git/config", "a.txt~", "Thumbs.db", "site.yml"] { #expect(published[name] == nil) }
    }

    @Test("Errors publish nothing: the old edition stands, byte for byte")
    func errorsPublishNothing() throws {
        let site = try archive(5)
        try site.build()
        let before = try site.published()
        let notes = try FolderContents(of: site.path + "/.stet")
        try write(6, to: site)
        try site.write("---\nheadline: Bad\ndate: soon\n---\n", to: "Content/war/bad.md")
        let report = try site.build()
        #expect(!report.isPublished)
        #expect(report.files.written == [])
        #expect(try site.published() == before)
        #expect(try FolderContents(of: site.path + "/.stet") == notes)
    }

    @Test("With --keep-going the rest is published, and what is not is named")
    func keepGoing() throws {
        let site = try archive(5)
        try site.write("---\nheadline: Bad\ndate: soon\n---\n", to: "Content/war/bad.md")
        try site.write("---\nheadline: Clash\nslug: '1'\n---\n", to: "Content/war/clash.md")
        try site.write(
            "---\nheadline: Half\nimage: gone.png\n---\n![x](gone.png)\n\nText.\n", to: "Content/war/half.md")
        try site.write("---\nheadline: Taken\npermalink: /war/\n---\n", to: "Content/war/taken.md")
        try site.write("x", to: "Content/war/2/index.html")
        let report = try site.build { $0.keepsGoing = true }
        #expect(report.isPublished)
        #expect(report.hasErrors)
        let published = try site.published()
        #expect(published["war/0/index.html"] != nil)
        #expect(published["war/half/index.html"]?.contains("Text.") == true)
        #expect(published["war/1/index.html"]?.contains("<h1>Story 1</h1>") == true)
        // An article's page counts more than a file, a list's more than an article.
        #expect(published["war/2/index.html"]?.contains("<h1>Story 2</h1>") == true)
        #expect(published["war/index.html"]?.contains("<h1>War</h1>") == true)
        // In is out, or named.
        let named = Set(report.diagnostics.map(\.path))
        for number in 0..<5 { #expect(published["war/\(number)/index.html"] != nil) }
        for name in ["bad", "clash", "taken"] { #expect(named.contains("Content/war/\(name).md")) }
        // And it comes out the same every time.
        let again = try site.build { $0.keepsGoing = true }
        #expect(again.files.written == [])
    }

    @Test("What is rightly not published is listed with its reason")
    func skipped() throws {
        let site = try LittleSite([
            "Content/war/_index.md": "---\nname: War\n---\n", "Content/war/a.md": "---\ntitle: A\ndraft: true\n---\n",
            "Content/war/b.md": "---\ntitle: B\nembargo: 2026-12-01\n---\n",
            "Content/war/c.md": "---\ntitle: C\nexpires: 2026-11-01\n---\n", "Content/authors/mara.md": "# Mara\n",
            "Content/war/d.md": "# D\n", "Content/pages/about.md": "# About\n",
        ])
        let report = try site.build()
        #expect(
            report.skipped.map { "\($0.source): \($0.reason)" } == [
                "Content/authors/mara.md: describes an author", "Content/war/_index.md: describes its section",
                "Content/war/a.md: a draft", "Content/war/b.md: under embargo until 2026-12-01",
                "Content/war/c.md: expired on 2026-11-01",
            ])
        #expect(report.articles.map(\.source) == ["Content/pages/about.md", "Content/war/d.md"])
        #expect(report.articles.map(\.url) == ["/about/", "/war/d/"])
    }
}
