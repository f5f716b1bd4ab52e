import Broadsheet
import Foundation
import Newspaper
import Testing

@testable import Press

/// Browsers may keep a stylesheet or a script for good, because another one has another name.
@Suite struct AssetTests {
    private static let story = "---\nheadline: A\ndate: 2026-11-01\n---\nText.\n"

    private func site(_ files: [String: String] = [:]) throws -> LittleSite {
        try LittleSite(["Content/war/a.md": AssetTests.story].merging(files) { $1 })
    }

    @discardableResult
    private func build(_ site: LittleSite, isForHost: Bool = true) throws -> BuildReport {
        try site.build(themes: [Broadsheet.self]) { $0.isForHost = isForHost }
    }

    /// What a page calls its stylesheets.
    private func stylesheets(_ site: LittleSite, _ page: String = "index.html") throws -> [String] {
        let html = try #require(try site.published()[page])
        return html.matches(of: #/<link rel="stylesheet" href="([^"]+)">/#).map { String($0.output.1) }
    }

    @Test("Pages name a file by its bytes, and it stands there beside the plain one")
    func names() throws {
        let site = try site()
        try build(site)
        let name = try #require(try stylesheets(site).first)
        #expect(name.wholeMatch(of: #/\/assets\/broadsheet\.[0-9a-f]{12}\.css/#) != nil, "\(name)")
        #expect(try stylesheets(site, "war/a/index.html") == [name])
        let published = try site.published().files
        #expect(published[String(name.dropFirst())] == published["assets/broadsheet.css"])
        #expect(published.keys.contains { $0.wholeMatch(of: #/assets\/meter\.[0-9a-f]{12}\.js/#) != nil })
    }

    @Test("A page with a script names that by its bytes as well")
    func script() throws {
        let site = try site([
            "Content/site.yml":
                "name: X\nurl: https://x.example/paper\naccess: metered\nmeter: {views: 3, period: week, register: /r/, signin: /s/}\n"
        ])
        try build(site)
        let page = try #require(try site.published()["war/a/index.html"])
        #expect(page.contains(#/<script src="\/paper\/assets\/meter\.[0-9a-f]{12}\.js">/#))
    }

    @Test("Another look is another name on every page, and the old file goes; the same look changes nothing")
    func change() throws {
        let site = try site()
        try build(site)
        let old = try #require(try stylesheets(site).first)
        #expect(try build(site).files.written == [])
        try site.write("name: The Gazette\naccent: \"#123456\"\n", to: "Content/site.yml")
        let report = try build(site)
        let new = try #require(try stylesheets(site).first)
        #expect(new != old)
        #expect(report.files.removed == [String(old.dropFirst())])
        #expect(report.files.written.filter { $0.hasSuffix(".html") }.count == report.pages)
    }

    @Test("Where the newspaper has its own stylesheet in the place of the theme's, its bytes make the name")
    func override() throws {
        let site = try site(["Content/assets/broadsheet.css": "body { color: red }\n"])
        try build(site)
        let old = try #require(try stylesheets(site).first)
        #expect(try site.published()[String(old.dropFirst())] == "body { color: red }\n")
        #expect(try site.published()["assets/broadsheet.css"] == "body { color: red }\n")
        try site.write("body { color: blue }\n", to: "Content/assets/broadsheet.css")
        let report = try build(site)
        let new = try #require(try stylesheets(site).first)
        #expect(new != old)
        #expect(try site.published()[String(new.dropFirst())] == "body { color: blue }\n")
        #expect(report.files.removed == [String(old.dropFirst())])
    }

    @Test("The newspaper's stylesheet beside the theme's is named in the same way")
    func ownStylesheet() throws {
        let settings = "name: X\nurl: https://x.example/paper\nstylesheet: /looks/our%20own.css\n"
        let site = try site(["Content/site.yml": settings, "Content/looks/our own.css": "a { color: red }\n"])
        try build(site)
        let names = try stylesheets(site)
        try #require(names.count == 2)
        #expect(names[1].wholeMatch(of: #/\/paper\/looks\/our%20own\.[0-9a-f]{12}\.css/#) != nil, "\(names)")
        let file = String(try #require(names[1].removingPercentEncoding).dropFirst("/paper/".count))
        #expect(try site.published()[file] == "a { color: red }\n")
        for address in ["https://other.example/a.css", "/looks/missing.css", "/looks/our%20own.css?v=2"] {
            try site.write("name: X\nstylesheet: \(address)\n", to: "Content/site.yml")
            try build(site)
            #expect(try stylesheets(site).last == address)
        }
    }

    @Test("In a preview names are plain, and a changed stylesheet is the only file that is written")
    func preview() throws {
        let site = try site(["Content/assets/broadsheet.css": "body { color: red }\n"])
        try build(site, isForHost: false)
        #expect(try stylesheets(site) == ["/assets/broadsheet.css"])
        try site.write("body { color: blue }\n", to: "Content/assets/broadsheet.css")
        #expect(try build(site, isForHost: false).files.written == ["assets/broadsheet.css"])
        #expect(try build(site).files.written.contains("index.html"))
    }
}
