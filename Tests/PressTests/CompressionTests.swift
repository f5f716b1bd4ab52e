import Broadsheet
import Foundation
import Newspaper
import Testing

@testable import Press

/// Compressed files beside text files, for servers that send them as they lie there.
@Suite struct CompressionTests {
    private static let files = [
        "Content/site.yml": "name: X\nurl: https://x.example\n",
        "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\naliases: /old/\n---\nText.\n",
        "Content/data.json": "[" + String(repeating: "1, ", count: 999) + "1]",
        "Content/short.json": "[1, 2, 3]",
        "Content/film.mp4": String(repeating: "png", count: 999),
    ]

    @discardableResult
    private func build(
        _ site: LittleSite, compresses: Bool = true, change: (inout Build) -> Void = { _ in }
    ) throws -> BuildReport {
        try site.build(themes: [Broadsheet.self]) {
            $0.isForHost = true
            $0.compresses = compresses
            change(&$0)
        }
    }

    private func isCompressed(_ file: String) -> Bool { file.hasSuffix(".gz") || file.hasSuffix(".br") }

    @Test("They are what they stand beside, smaller, and without a time")
    func contents() throws {
        let site = try LittleSite(CompressionTests.files)
        try build(site)
        let files = try site.published().files
        let texts = files.keys.filter { files[$0 + ".gz"] != nil }
        #expect(texts.contains("index.html") && texts.contains("war/a/index.html") && texts.contains("data.json"))
        #expect(texts.contains("assets/broadsheet.css") && texts.contains { $0.contains(#/meter\.[0-9a-f]{12}\.js/#) })
        for text in texts {
            let (gzip, brotli) = (try #require(files[text + ".gz"]), try #require(files[text + ".br"]))
            #expect(gzip.gunzipped == files[text], "\(text)")
            #expect(brotli.unbrotlied == files[text], "\(text)")
            #expect(max(gzip.count, brotli.count) < files[text]?.count ?? 0, "\(text)")
            #expect(gzip[4..<8] == Data([0, 0, 0, 0]), "\(text)")
        }
    }

    @Test("What is short, and what is no text, has none")
    func others() throws {
        let site = try LittleSite(CompressionTests.files)
        try build(site)
        for file in ["short.json", "film.mp4", "old/index.html"] {
            #expect(site.exists("Output/\(file)"))
            #expect(!site.exists("Output/\(file).gz") && !site.exists("Output/\(file).br"), "\(file)")
        }
    }

    @Test("They are made with their file, and go with it")
    func incremental() throws {
        let site = try LittleSite(CompressionTests.files)
        try site.write("---\nheadline: B\n---\nText.\n", to: "Content/arts/b.md")
        try build(site)
        #expect(try build(site).files.written == [])
        try site.write("---\nheadline: A\ndate: 2026-11-01\naliases: /old/\n---\nAnother.\n", to: "Content/war/a.md")
        let page = "war/a/index.html"
        // The front page shows the text's beginning.
        #expect(try build(site).files.written.filter { $0.hasPrefix(page) } == [page, page + ".br", page + ".gz"])
        #expect(try site.published().files[page + ".gz"]?.gunzipped == site.published().files[page])
        try site.remove("Content/arts")
        #expect(try build(site).files.removed.filter { $0.hasPrefix("arts/b/") }.count == 3)
        #expect(!site.exists("Output/arts"))
    }

    @Test("One that was altered or removed is made again, and nothing else")
    func damaged() throws {
        let site = try LittleSite(CompressionTests.files)
        try build(site)
        let whole = try site.published()
        try site.write("altered", to: "Output/war/a/index.html.br")
        try site.remove("Output/data.json.gz")
        #expect(try build(site).files.written == ["data.json.gz", "war/a/index.html.br"])
        #expect(try site.published().differences(from: whole) == [])
        // The page itself: what is compressed may have been altered with it.
        try site.write("altered", to: "Output/war/a/index.html")
        try site.write("altered as well", to: "Output/war/a/index.html.gz")
        try build(site)
        #expect(try site.published().differences(from: whole) == [])
    }

    @Test("Switched off, they are removed; switched on, made, and no page is written for it")
    func switching() throws {
        let site = try LittleSite(CompressionTests.files)
        try build(site)
        let compressed = try site.published().files.keys.filter(isCompressed).sorted()
        let off = try build(site, compresses: false) { $0.listsArticles = false }
        #expect(off.files.removed == compressed)
        #expect(off.files.written == [])
        let on = try build(site) { $0.listsArticles = false }
        #expect(on.files.written == compressed)
    }

    @Test("Other settings that leave a file as it is leave what it is compressed")
    func otherSettings() throws {
        let site = try LittleSite(CompressionTests.files)
        try build(site)
        try site.write("name: X\nurl: https://x.example\n# A word.\n", to: "Content/site.yml")
        #expect(try build(site).files.written == [])
    }

    @Test("site.yml asks for them as well, but not in a preview")
    func setting() throws {
        let settings = try #require(CompressionTests.files["Content/site.yml"]) + "compress: true\n"
        let site = try LittleSite(CompressionTests.files.merging(["Content/site.yml": settings]) { $1 })
        try build(site, compresses: false)
        #expect(site.exists("Output/index.html.gz"))
        try site.build(themes: [Broadsheet.self])
        #expect(!site.exists("Output/index.html.gz"))
    }

    @Test("A file of the newspaper's own keeps its place, and gives it up again")
    func ownFile() throws {
        let site = try LittleSite(CompressionTests.files)
        try site.write("own", to: "Content/data.json.gz")
        try build(site)
        #expect(try site.published()["data.json.gz"] == "own")
        #expect(try site.published().files["data.json.br"]?.unbrotlied == site.published().files["data.json"])
        try site.remove("Content/data.json.gz")
        try build(site)
        #expect(try site.published().files["data.json.gz"]?.gunzipped == site.published().files["data.json"])
        try site.write("own", to: "Content/war/a/index.html.br")
        try build(site)
        #expect(try site.published()["war/a/index.html.br"] == "own")
    }

    @Test("Nor is a folder in their way")
    func folder() throws {
        let site = try LittleSite(CompressionTests.files)
        try site.write("---\nheadline: C\npermalink: /data.json.gz/\n---\n", to: "Content/c.md")
        try site.write("x", to: "Content/data.json.br/x.bin")
        try build(site)
        #expect(try build(site).files.written == [])
        #expect(site.exists("Output/data.json.gz/index.html") && site.exists("Output/data.json.br/x.bin"))
    }
}
