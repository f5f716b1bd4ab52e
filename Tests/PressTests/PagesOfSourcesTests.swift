import Foundation
import Newspaper
import Press
import Testing

@testable import Press

/// Which page was made of which file.
@Suite struct PagesOfSourcesTests {
    @Test("The last edition says where an article stands, also when its file is broken since")
    func pages() throws {
        let site = try TemporaryFolder()
        func write(_ text: String, _ file: String) throws {
            let url = URL(filePath: site.path + "/" + file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        try write("name: X\n", "Content/site.yml")
        try write("# A\n", "Content/war/a.md")
        try write("---\nheadline: B\nslug: other\n---\n", "Content/war/b.md")
        try write("---\nheadline: C\npermalink: /c.html\n---\n", "Content/c.md")
        var build = Build(site: site.path, now: .moment(Timestamp(seconds: 1_795_000_000)))
        let sources: Set = ["Content/war/a.md", "Content/war/b.md", "Content/c.md", "Content/none.md"]
        #expect(build.pages(of: sources) == [:])
        build.keepsGoing = true
        _ = try build.run(themes: [Plain.self])
        try write("---\nheadline: [\n---\n", "Content/war/b.md")
        #expect(
            build.pages(of: sources) == [
                "Content/war/a.md": "war/a/index.html", "Content/war/b.md": "war/other/index.html",
                "Content/c.md": "c.html",
            ])
        #expect(build.pages(of: ["Content/c.md"]) == ["Content/c.md": "c.html"])
        #expect(build.pages(of: []) == [:])
    }
}
