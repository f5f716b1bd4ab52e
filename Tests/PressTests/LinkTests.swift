import Testing

@testable import Press

/// Links between articles are written as paths of files, and lead to pages.
@Suite struct LinkTests {
    private func link(_ destination: String, base: String = "") throws -> (html: String, problems: [String]) {
        let site = try LittleSite([
            "Content/site.yml": "name: X\nurl: https://x.example\(base)\n",
            "Content/war/a.md": "---\ntitle: A\n---\n[x](\(destination))\n", "Content/war/b.md": "# B\n",
            "Content/war/treaty.txt": "x", "Content/arts/c.md": "---\ntitle: C\npermalink: /c.html\n---\n",
            "Content/arts/d/index.md": "# D\n", "Content/pages/about.md": "# About\n",
            "Content/arts/b.md": "# Another B\n",
            "Content/arts/été.md": "# Été\n",
        ])
        let report = try site.build()
        let page = try site.published()["war/a/index.html"] ?? ""
        let html = page.firstMatch(of: #/<p>(.*x.*)</p>/#).map { String($0.output.1) } ?? page
        return (html, report.diagnostics.map(\.description))
    }

    @Test(
        "A file's path, from the article's folder or from Content's root, becomes its page's address",
        arguments: [
            ("b.md", "/war/b/"), ("./b.md", "/war/b/"), ("b.md#then", "/war/b/#then"), ("../arts/c.md", "/c.html"),
            ("/arts/c.md", "/c.html"), ("c.md", "/c.html"), ("../arts/d/index.md", "/arts/d/"),
            ("../pages/about.md", "/about/"), ("treaty.txt", "/war/treaty.txt"),
            ("treaty.txt?x=1", "/war/treaty.txt?x=1"),
            ("../arts/%C3%A9t%C3%A9.md", "/arts/%C3%A9t%C3%A9/"), ("../arts/été.md", "/arts/%C3%A9t%C3%A9/"),
            // Everything else stands as it is.
            ("/war/b/", "/war/b/"), ("#here", "#here"), ("https://x.example/b.md", "https://x.example/b.md"),
            ("mailto:desk@x.example", "mailto:desk@x.example"), ("?q", "?q"),
        ])
    func resolved(destination: String, address: String) throws {
        let (html, problems) = try link(destination)
        #expect(html == "<a href=\"\(address)\">x</a>")
        #expect(problems == [])
    }

    @Test("On a site that lies in a folder of its host, addresses from the root are meant from the site's root")
    func base() throws {
        #expect(try link("b.md", base: "/paper").html == "<a href=\"/paper/war/b/\">x</a>")
        #expect(try link("/war/b/", base: "/paper").html == "<a href=\"/paper/war/b/\">x</a>")
        #expect(try link("treaty.txt", base: "/paper").html == "<a href=\"/paper/war/treaty.txt\">x</a>")
        #expect(try link("//x.example/", base: "/paper").html == "<a href=\"//x.example/\">x</a>")
    }

    @Test(
        "An article that is not there is a warning, and its link becomes its text",
        arguments: ["gone.md", "../../../b.md.md"])
    func missing(destination: String) throws {
        let (html, problems) = try link(destination)
        #expect(html == "x")
        #expect(
            problems == [
                "Content/war/a.md:4:5: warning: there is no article \(destination)\n    The link becomes its text. Correct it, or write the address of the page."
            ])
    }
}

/// What a text leads to may change although nothing has changed but what other articles say of themselves.
@Suite("Links after edits of what they lead to")
struct ChangedLinkTests {
    private func page(_ file: String, of site: LittleSite) throws -> String {
        try String(contentsOfFile: site.output + "/" + file, encoding: .utf8)
    }

    @Test("A page of pages/ that was a draft can be linked to once it is published")
    func standalone() throws {
        let site = try LittleSite([
            "Content/war/a.md": "# A\n\nSee [us](/pages/about.md).\n",
            "Content/pages/about.md": "---\ndraft: true\n---\n# About\n",
        ])
        #expect(try site.build().diagnostics.count == 1)
        try site.write("---\ndraft: false\n---\n# About\n", to: "Content/pages/about.md")
        #expect(try site.build().diagnostics == [])
        #expect(try page("war/a/index.html", of: site).contains("<a href=\"/about/\">us</a>"))
    }

    @Test("Articles that change places are linked to where they now stand")
    func exchange() throws {
        func article(_ day: Int, _ address: String) -> String {
            "---\ndate: 2026-11-0\(day)\npermalink: \(address)\n---\n# Same\n"
        }
        let site = try LittleSite([
            "Content/arts/link.md": "# Link\n\nSee [that](/war/a.md).\n",
            "Content/war/a.md": article(1, "/x/"), "Content/war/b.md": article(2, "/y/"),
        ])
        try site.build()
        try site.write(article(2, "/y/"), to: "Content/war/a.md")
        try site.write(article(1, "/x/"), to: "Content/war/b.md")
        try site.build()
        #expect(try page("arts/link/index.html", of: site).contains("<a href=\"/y/\">that</a>"))
    }
}
