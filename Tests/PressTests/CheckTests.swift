import Foundation
import Press
import Testing

/// `stet check`: what it finds beside what a build says.
@Suite struct CheckTests {
    private func check(_ site: LittleSite, drafts: Bool = false) throws -> [String] {
        var check = Check(site: site.path, now: .written("2026-11-18T12:00:00Z"))
        check.includesDrafts = drafts
        return try check.run(themes: [Plain.self]).map(\.description)
    }

    private func check(_ files: [String: String]) throws -> [String] { try check(LittleSite(files)) }

    /// An article with this text, which begins on line 5 if there are no other fields.
    private func article(_ text: String, _ fields: String = "headline: A") -> String {
        "---\n\(fields)\ndate: 2026-11-01\n---\n\(text)\n"
    }

    private let linkHint =
        "\n    Correct the address; a link to an article may name its file, such as ../war/ceasefire.md."
    private let anchorHint =
        "\n    A heading's anchor is its words in lower case: “Until sunset” is #until-sunset."

    @Test("A site with nothing wrong")
    func nothing() throws {
        #expect(try check(["Content/war/a.md": fine]) == [])
    }

    @Test("All that a build says, errors as errors")
    func build() throws {
        let files = [
            "Content/war/a.md": article("<b>x</b> ![P](p.jpg \"P. (AP)\")"),
            "Content/war/b.md": "---\nheadline: B\ndate: soon\n---\n",
            "Content/war/c.md": article("[x](nothing.md)", "headline: C\naliases: [/war/a/]"),
            "Content/site.yml": "name: X\ncolour: red\n",
        ]
        let site = try LittleSite(files)
        #expect(try check(site) == site.build().diagnostics.map(\.description))
        #expect(try check(site).count == 6)
    }

    @Test("Links that lead nowhere, with their places; those that lead somewhere are passed over")
    func links() throws {
        let text = """
            [gone](/war/nothing/) and [beside](../none/), [a picture](/p.jpg), [file](/files/a.pdf) [lost](/files/b.pdf).

            Fine: [front](/) [self](#) [page](/war/a/) [no slash](/war/a) [index](/war/a/index.html) [up](../b/)
            [section](/war/) [topics](/topics/) [topic](/topics/peace/) [archive](/archive/2026/11/) [alias](/old/)
            [query](/war/b/?x=1) [host](https://other.example/x) [protocol](//other.example/y) [mail](mailto:a@b.example)
            [about](/about/) [file](b.md) [own](https://gazette.example/war/b/) [accent](/caf%C3%A9/)
            [other](https://gazette.example.org/x/)

            [own, gone](https://gazette.example/war/x/)
            """
        let found = try check([
            "Content/site.yml": "name: X\nurl: https://gazette.example\n",
            "Content/war/a.md": article(text, "headline: A\ntopics: [Peace]"),
            "Content/war/b.md": article("", "headline: B\naliases: [/old/]"), "Content/files/a.pdf": "",
            "Content/pages/about.md": "---\nheadline: About\n---\n", "Content/café.md": article("", "headline: C"),
        ])
        #expect(
            found == [
                "Content/war/a.md:6:8: warning: there is nothing at /war/nothing/" + linkHint,
                "Content/war/a.md:6:36: warning: there is nothing at ../none/" + linkHint,
                "Content/war/a.md:6:59: warning: there is nothing at /p.jpg" + linkHint,
                "Content/war/a.md:6:96: warning: there is nothing at /files/b.pdf" + linkHint,
                "Content/war/a.md:14:13: warning: there is nothing at https://gazette.example/war/x/" + linkHint,
            ])
    }

    @Test("On a site that lies in a folder of its host, links are meant from the site's root")
    func base() throws {
        let found = try check([
            "Content/site.yml": "name: X\nurl: https://gazette.example/paper\n",
            "Content/war/a.md": article("[b](/war/b/) [x](/war/x/) [c](https://gazette.example/paper/war/y/)"),
            "Content/war/b.md": fine,
        ])
        #expect(
            found == [
                "Content/war/a.md:5:18: warning: there is nothing at /paper/war/x/" + linkHint,
                "Content/war/a.md:5:31: warning: there is nothing at https://gazette.example/paper/war/y/" + linkHint,
            ])
    }

    @Test("From a page that is a file, links start in its folder; those that make no sense lead nowhere")
    func relative() throws {
        let found = try check([
            "Content/a.md": article(
                "[b](b.html) [c](./c/../b.html) [x](%zz) [y](../b.html?z#)", "permalink: /old/a.html"),
            "Content/b.md": article("[a](a.html) [up](../../../old/a.html) [%](/%FF/)", "permalink: /old/b.html"),
        ]).filter { $0.contains("nothing at") }.map { $0.prefix { $0 != "\n" } }
        #expect(
            found == [
                "Content/a.md:5:36: warning: there is nothing at %zz",
                "Content/a.md:5:45: warning: there is nothing at ../b.html?z#",
                "Content/b.md:5:43: warning: there is nothing at /%FF/",
            ])
    }

    @Test("Anchors that are not there: of headings, of footnotes, on this page and on others")
    func anchors() throws {
        let text = """
            [here](#first-part) [there](b.md#second-part) [note](#fn-1) [top](#top)[^1]

            ## First part

            [gone](#third-part) [far](b.md#no-such-heading) [almost](/war/b/#second-par) [page](/about/#x)

            [^1]: A note.
            """
        let found = try check([
            "Content/war/a.md": article(text), "Content/war/b.md": article("## Second part"),
            "Content/pages/about.md": "---\nheadline: About\n---\n",
        ])
        #expect(
            found == [
                "Content/war/a.md:9:8: warning: there is no anchor #third-part on this page" + anchorHint,
                "Content/war/a.md:9:27: warning: there is no anchor #no-such-heading on /war/b/" + anchorHint,
                "Content/war/a.md:9:58: warning: there is no anchor #second-par on /war/b/\n"
                    + "    Is #second-part meant?",
                "Content/war/a.md:9:85: warning: there is no anchor #x on /about/" + anchorHint,
            ])
    }

    @Test("Links in captions, in footnotes, on pages and in biographies")
    func otherTexts() throws {
        let site = try LittleSite([
            "Content/war/a.md": article(
                "![P](/p.png \"See [this](/x1/). (AP)\")\n\nA[^1]\n\n[^1]: [B](/x2/)", "headline: A\nauthors: [ada]"),
            "Content/pages/about.md": "[x](/x3/)\n", "Content/authors/ada.md": "---\nname: Ada\n---\n[x](/x4/)\n",
        ])
        try site.write(png(), to: "Content/p.png")
        let found = try check(site).filter { $0.contains("there is nothing") }.map { $0.prefix { $0 != "\n" } }
        #expect(
            found == [
                "Content/authors/ada.md:4:5: warning: there is nothing at /x4/",
                "Content/pages/about.md:1:5: warning: there is nothing at /x3/",
                "Content/war/a.md:6:25: warning: there is nothing at /x1/",
                "Content/war/a.md:10:11: warning: there is nothing at /x2/",
            ])
    }

    @Test("Links of site.yml")
    func settings() throws {
        let settings = """
            name: X
            menu:
              - {name: About, url: /abuot/}
              - {name: Topics, url: /topics/}
            footer: [{name: Host, url: "https://other.example/"}]
            meter: {register: /register/}
            stylesheet: /own.css

            """
        let hint = "\n    Correct the address, or put there what it names."
        #expect(
            try check(["Content/site.yml": settings, "Content/war/a.md": fine]) == [
                "Content/site.yml:3:24: warning: menu: there is nothing at /abuot/" + hint,
                "Content/site.yml:6:19: warning: meter: there is nothing at /register/" + hint,
                "Content/site.yml:7:13: warning: stylesheet: there is nothing at /own.css" + hint,
            ])
    }

    @Test("Pictures without alternative text or credit, in the text and in front matter")
    func words() throws {
        let site = try LittleSite([
            "Content/war/a.md": article("![](p.png \"P. (AP)\")\n\n![P](p.png)\n\nAn icon ![i](p.png) in a line."),
            "Content/war/b.md": article("", "headline: B\nimage: p.png"),
            "Content/war/c.md": article(
                "", "headline: C\nimage: {src: p.png, alt: P, caption: P. (REUTERS/Ada Moen)}"),
            "Content/war/d.md": article("", "headline: D\nimage: {src: p.png, alt: P, credit: AP}"),
            "Content/authors/ada.md": "---\nname: Ada\nimage: ../war/p.png\n---\n",
        ])
        try site.write(png(), to: "Content/war/p.png")
        #expect(
            try check(site) == [
                "Content/war/a.md:5:5: warning: the picture has no alternative text\n"
                    + "    Write between the brackets what somebody who cannot see it should know.",
                "Content/war/a.md:7:6: warning: the picture has no credit\n"
                    + "    End the caption with it, such as ![…](flag.jpg \"A flag. (REUTERS/Ada Moen)\").",
                "Content/war/b.md:3:8: warning: the picture has no alternative text\n"
                    + "    Write as alt: beside src: what somebody who cannot see it should know; alt: \"\" if that is nothing.",
                "Content/war/b.md:3:8: warning: the picture has no credit\n"
                    + "    Write credit: beside src:, or end the caption with it, such as (REUTERS/Ada Moen).",
            ])
    }

    @Test("Pictures that are huge, or that nothing uses: drafts use theirs, and so do stylesheets")
    func files() throws {
        let site = try LittleSite([
            "Content/war/a.md": article("![P](heavy.png \"P. (AP)\")\n\n![P](wide.svg \"P. (AP)\") [x](linked.png)"),
            "Content/war/b.md": article("![P](draft.png)\n\n[x](/nothing/)", "headline: B\ndraft: true"),
            "Content/own.css": "body { background: url(paper.png) }", "Content/war/notes.txt": "",
            "Content/war/wide.svg": "<svg width=\"9000\" height=\"10\"/>", "Content/war/wide.gif": "GIF89a",
            "Content/site.yml": "name: The Gazette\nurl: https://gazette.example\npictures: no\n",
        ])
        for name in ["draft", "linked", "unused"] { try site.write(png(), to: "Content/war/\(name).png") }
        for name in ["favicon", "paper"] { try site.write(png(), to: "Content/\(name).png") }
        try site.write(png() + Data(count: 2_500_000), to: "Content/war/heavy.png")
        try site.write(Data("GIF89a".utf8) + Data([0xA1, 0x0F, 1, 0]), to: "Content/war/wide.gif")
        try site.write(article("![P](wide.gif \"P. (AP)\")"), to: "Content/war/c.md")
        #expect(
            try check(site) == [
                "Content/war/heavy.png: warning: the picture has 2.5 MB\n"
                    + "    Save it smaller, below 2 MB: readers on thin networks wait for it.",
                "Content/war/unused.png: warning: nothing uses this picture\n"
                    + "    Remove it, or put it into an article; until then it is published all the same.",
                "Content/war/wide.gif: warning: the picture is 4001 pixels wide\n"
                    + "    Make it 4000 pixels wide at most: no page shows more.",
            ])
        #expect(try check(site, drafts: true).filter { $0.hasPrefix("Content/war/b.md") }.count == 2)
    }

    @Test("What trusted HTML shows is in use; what it names and is not there is found")
    func html() throws {
        let site = try LittleSite([
            "Content/site.yml": "name: X\nhtml: allow\n",
            "Content/war/a.md": article(
                "<img src='../a.png' alt=\"\"> <img srcset=\"b.png 1x, /war/c.png 2x\">\n\n"
                    + "<h2 id=\"own\">Own</h2>\n\n[x](#own)"),
        ])
        for name in ["a", "b", "c"] { try site.write(png(), to: "Content/war/\(name).png") }
        // The addresses are meant from the page: that is why `b.png` is another file.
        #expect(
            try check(site).map { $0.prefix { $0 != "\n" } } == [
                "Content/war/a.md:5:42: warning: there is nothing at b.png",
                "Content/war/b.png: warning: nothing uses this picture",
            ])
    }

    @Test("Topics that are almost the same: number, accents, punctuation, a slip")
    func topics() throws {
        func story(_ topics: String) -> String { article("", "headline: A\ntopics: [\(topics)]") }
        let found = try check([
            "Content/a1.md": story("Election, Café, Diplomacy, Police, Gambia, Euro 2024, News, Trade Unions, C++, ！"),
            "Content/a2.md": story("Elections, Cafe, Diplomcy, Policy, Zambia, Euro 2028, New, Trade-Union, C, ？"),
            "Content/a3.md": story("Elections, Cafe, Diplomacy, Policy, Police, Trade-Union"),
            "Content/a4.md": story("Election, Policy, Police, Elections"),
        ])
        #expect(
            found.map { $0.prefix { $0 != "\n" } } == [
                "Content/a1.md:3:10: warning: the topic “Election” is almost “Elections”",
                "Content/a1.md:3:20: warning: the topic “Café” is almost “Cafe”",
                "Content/a1.md:3:70: warning: the topic “Trade Unions” is almost “Trade-Union”",
                "Content/a2.md:3:27: warning: the topic “Diplomcy” is almost “Diplomacy”",
            ])
        let orNot = "; if not, name both under distinctTopics: in site.yml."
        #expect(found[3].hasSuffix("\n    Write Diplomacy in this article, if the same is meant" + orNot))
        #expect(
            found[0].hasSuffix("\n    Write Elections in all 2 articles that have it, if the same is meant" + orNot))
    }

    @Test("Topics that the newsroom calls distinct are not one another, but may be a third")
    func distinctTopics() throws {
        func found(_ settings: String) throws -> [String] {
            try check([
                "Content/site.yml": "name: X\n\(settings)\n",
                "Content/a.md": article("", "headline: A\ntopics: [Election, Diplomcy]"),
                "Content/b.md": article("", "headline: B\ntopics: [Elections, Diplomacy]"),
                "Content/c.md": article("", "headline: C\ntopics: [Elections, Diplomacy]"),
            ]).map { String($0.prefix { $0 != "\n" }) }
        }
        let slip = "Content/a.md:3:20: warning: the topic “Diplomcy” is almost “Diplomacy”"
        let all = try found("")
        #expect(all.count == 2 && all.contains(slip))
        #expect(try found("distinctTopics: [election, Elections]") == [slip])
        #expect(try found("distinctTopics: [Election, Diplomcy]") == all)
        #expect(try found("distinctTopics: [Election, Elections, Diplomcy, diplomacy]") == [])
    }

    @Test("Links in captions and corrections; in a deck or a summary a link is printed as it is written")
    func frontMatter() throws {
        let fields = """
            headline: A
            deck: See [the harbour](/war/b/).
            summary: In [brackets] (only).
            image:
              src: p.png
              alt: P
              caption: The [quay](/quay/), [b](/war/b/) and [not](/war/b/#not). (AP)
            corrections:
              - text: It was not [so](/sö/).
            """
        let site = try LittleSite([
            "Content/war/a.md": article("", fields), "Content/war/b.md": article("", "headline: B"),
            "Content/war/c.md": article("", "headline: C\nsummary: See [b](b.md)."),
            "Content/pages/p.md": "---\nheadline: P\ndeck: \"[x](/)\"\n---\n",
            "Content/war/d.md": article("", fields + "\ndraft: true"),
        ])
        try site.write(png(), to: "Content/war/p.png")
        let printed = "has a link in it, which is printed as it is written"
        let hint = "\n    Correct the address: write that of the page, such as /war/ceasefire/."
        let found = try check(site)
        #expect(
            found.map { $0.prefix { $0 != "\n" } } == [
                "Content/pages/p.md:3:7: warning: the deck \(printed)",
                "Content/war/a.md:3:7: warning: the deck \(printed)",
                "Content/war/a.md:8:23: warning: there is nothing at /quay/",
                "Content/war/a.md:8:55: warning: there is no anchor #not on /war/b/",
                "Content/war/a.md:10:27: warning: there is nothing at /s%C3%B6/",
                "Content/war/c.md:3:10: warning: the summary \(printed)",
            ])
        #expect(found.count > 2 && found[2].hasSuffix(hint))
    }

    @Test("alt: \"\" says that a picture tells nothing; no alt says nothing", arguments: ["alt: \"\"", "alt: ''"])
    func decorative(alternative: String) throws {
        func found(_ image: String) throws -> Int {
            let site = try LittleSite(["Content/war/a.md": article("", "headline: A\n\(image)")])
            try site.write(png(), to: "Content/war/p.png")
            return try check(site).count
        }
        #expect(try found("image: {src: p.png, credit: AP, \(alternative)}") == 0)
        // Importers fill in forms, and leave nothing in a field that nobody filled in.
        #expect(try found("image: p.png\nimage_credit: AP\nimage_\(alternative)") == 1)
        #expect(try found("image: {src: p.png, credit: AP, alt: }") == 1)
        #expect(try found("image: {src: p.png, credit: AP}") == 1)
    }

    @Test("Headlines of more than 110 characters, in front matter and in the text")
    func headlines() throws {
        let long = String(repeating: "é", count: 111)
        let hint = "\n    Shorten it, and say the rest in the deck."
        let message = "warning: the headline has 111 characters, and search engines cut it after 110"
        #expect(
            try check([
                "Content/a.md": article("", "headline: \(long)"), "Content/b.md": "# \(long)\n",
                "Content/c.md": article("", "headline: \(long.dropLast())"),
                "Content/d.md": article("", "headline: \(long)\ndraft: true"),
            ]) == ["Content/a.md:2:11: \(message)\(hint)", "Content/b.md:1: \(message)\(hint)"])
    }

    @Test("Output and its notes stay as they are, and none are left behind")
    func leavesNothing() throws {
        let site = try LittleSite(["Content/war/a.md": fine])
        let before = try FolderContents(of: site.path)
        _ = try check(site)
        #expect(try FolderContents(of: site.path) == before)
        try site.build()
        try site.write(article("[x](/y/)"), to: "Content/war/a.md")
        let built = try FolderContents(of: site.path)
        #expect(try check(site).count == 1)
        #expect(try FolderContents(of: site.path) == built)
    }
}
