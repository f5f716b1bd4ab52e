import Foundation
import Press
import Testing

/// Every problem has a place, and says what to do. These are the texts.
@Suite struct ContentErrorTests {
    private let fine = "---\nheadline: A\ndate: 2026-11-18\n---\nText.\n"

    /// Builds a site with these files, and compares what is said of them. After an error nothing is published.
    private func expectProblems(
        _ files: [String: String], _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let site = try LittleSite(files)
        let problems = try site.build().diagnostics.map(\.description)
        #expect(problems == expected, sourceLocation: sourceLocation)
        #expect(!site.exists("Output"), sourceLocation: sourceLocation)
    }

    @Test("Front matter that does not parse")
    func frontMatter() throws {
        try expectProblems(
            ["Content/war/a.md": "---\nheadline: War: the end\n---\n"],
            [
                """
                Content/war/a.md:2:14: error: a colon and a space stand inside a value
                    Put the value in quotes: `headline: "War: the end"`.
                """
            ])
        try expectProblems(
            ["Content/war/a.md": "---\nheadline: A\n\nText.\n"],
            [
                """
                Content/war/a.md:1:1: error: the front matter is not closed
                    Write `---` on a line of its own after the last field; if this line is meant as a rule, write `***` instead.
                """
            ])
    }

    @Test("A field of the wrong type, and an impossible date")
    func fields() throws {
        try expectProblems(
            [
                "Content/war/a.md": "---\nheadline: [A]\n---\n",
                "Content/war/b.md": "---\nheadline: B\ndate: 2026-02-30\n---\n",
            ],
            [
                """
                Content/war/a.md:2:11: error: headline must be text, not a list
                    Correct the value, or remove the field.
                """,
                """
                Content/war/b.md:3:7: error: date: there is no such date as “2026-02-30”
                    Write a day and a time that exist.
                """,
            ])
    }

    @Test("No headline is a warning, and the file's name stands in")
    func noHeadline() throws {
        let site = try LittleSite(["Content/war/ceasefire.md": "Text.\n"])
        let report = try site.build()
        #expect(report.isPublished)
        #expect(
            report.diagnostics.map(\.description) == [
                """
                Content/war/ceasefire.md:1: warning: no headline; the file's name stands in for it
                    Write headline: in the front matter, or begin the text with “# The headline”.
                """
            ])
        #expect(try site.published()["war/ceasefire/index.html"]?.contains("<h1>ceasefire</h1>") == true)
    }

    @Test("Two articles with one address: both are named")
    func sameAddress() throws {
        try expectProblems(
            [
                "Content/war/a.md": fine, "Content/war/b.md": "---\nheadline: B\nslug: a\n---\n",
                "Content/pages/c.md": "---\nheadline: C\npermalink: /war/a/\n---\n",
            ],
            [
                """
                Content/pages/c.md:3:12: error: Content/war/a.md has the same address, /war/a/
                    Give one of them another slug: or permalink:.
                """,
                """
                Content/war/a.md: error: Content/pages/c.md has the same address, /war/a/
                    Give one of them another slug: or permalink:.
                """,
                """
                Content/war/a.md: error: Content/war/b.md has the same address, /war/a/
                    Give one of them another slug: or permalink:.
                """,
                """
                Content/war/b.md:3:7: error: Content/war/a.md has the same address, /war/a/
                    Give one of them another slug: or permalink:.
                """,
            ])
    }

    @Test("An article may take the address of one that is not published now")
    func successor() throws {
        let site = try LittleSite([
            "Content/war/a.md": "---\nheadline: Old\nexpires: 2026-11-18\n---\n",
            "Content/war/b.md": "---\nheadline: New\npermalink: /war/a/\n---\n",
            "Content/war/c.md": "---\nheadline: Newer\npermalink: /war/a/\nembargo: 2027-01-01\n---\n",
        ])
        let report = try site.build()
        #expect(report.diagnostics.isEmpty)
        #expect(try site.published()["war/a/index.html"]?.contains("<h1>New</h1>") == true)
    }

    @Test("An article where a page of the newspaper's own stands")
    func takenAddress() throws {
        try expectProblems(
            [
                "Content/war.md": fine, "Content/war/a.md": "---\nheadline: A\ntopics: [Peace]\nauthor: Mara\n---\n",
                "Content/b.md": "---\nheadline: B\npermalink: /\n---\n",
                "Content/c.md": "---\nheadline: C\npermalink: /topics/peace/\n---\n",
                "Content/d.md": "---\nheadline: D\npermalink: /plain.css\n---\n",
                "Content/e.md": "---\nheadline: E\npermalink: /authors/mara/\n---\n",
                "Content/pages/archive.md": "# F\n", "Content/pages/g.md": "---\nheadline: G\nurl: /404.html\n---\n",
            ],
            [
                """
                Content/b.md:3:12: error: / is the address of the front page
                    Give the article another slug: or permalink:.
                """,
                """
                Content/c.md:3:12: error: /topics/peace/ is the address of the topic “Peace”
                    Give the article another slug: or permalink:.
                """,
                """
                Content/d.md:3:12: error: /plain.css is the address of a file of the theme
                    Give the article another slug: or permalink:.
                """,
                """
                Content/e.md:3:12: error: /authors/mara/ is the address of the author “Mara”
                    Give the article another slug: or permalink:.
                """,
                """
                Content/pages/archive.md: error: /archive/ is the address of the archive
                    Give the article another slug: or permalink:.
                """,
                """
                Content/pages/g.md:3:6: error: /404.html is the address of the page for addresses that lead nowhere
                    Give the article another slug: or permalink:.
                """,
                """
                Content/war.md: error: /war/ is the address of the section “War”
                    Give the article another slug: or permalink:.
                """,
            ])
    }

    @Test("A section where a page of the newspaper's own stands")
    func takenBySection() throws {
        try expectProblems(
            ["Content/archive/a.md": fine, "Content/topics/b.md": fine],
            [
                """
                error: the section “Archive” cannot stand at /archive/, which is the address of the archive
                    Give it another name.
                """,
                """
                error: the section “Topics” cannot stand at /topics/, which is the address of the list of topics
                    Give it another name.
                """,
            ])
    }

    @Test("An alias onto a page that exists")
    func alias() throws {
        try expectProblems(
            [
                "Content/war/a.md": fine,
                "Content/war/b.md":
                    "---\nheadline: B\naliases: [/war/a/, /war/, /old/, /index.html, /war/b/, /plain.css]\n---\n",
                "Content/war/c.md": "---\nheadline: C\naliases: /old\n---\n",
            ],
            [
                """
                Content/war/b.md:3:11: error: the alias /war/a/ is the address of Content/war/a.md
                    Remove the alias, or give it an address that nothing else has.
                """,
                """
                Content/war/b.md:3:20: error: the alias /war/ is the address of the section “War”
                    Remove the alias, or give it an address that nothing else has.
                """,
                """
                Content/war/b.md:3:34: error: the alias / is the address of the front page
                    Remove the alias, or give it an address that nothing else has.
                """,
                """
                Content/war/b.md:3:47: error: the alias /war/b/ is the address of Content/war/b.md
                    Remove the alias, or give it an address that nothing else has.
                """,
                """
                Content/war/b.md:3:56: error: the alias /plain.css is the address of a file of the theme
                    Remove the alias, or give it an address that nothing else has.
                """,
                """
                Content/war/c.md:3:10: error: the alias /old/ is the address of the alias /old/ of Content/war/b.md
                    Remove the alias, or give it an address that nothing else has.
                """,
            ])
    }

    @Test("A file where a page stands, and a page or file where a folder is to be")
    func files() throws {
        try expectProblems(
            [
                "Content/war/a.md": fine, "Content/war/a/index.html": "<p>Mine</p>", "Content/topics": "a file",
                "Content/b.md":
                    "---\nheadline: B\npermalink: /b.html\naliases: [/b.html/c/, /war/a/index.html/d/]\n---\n",
            ],
            [
                """
                Content/b.md:3:12: error: /b.html is the folder of other pages
                    Give the article another slug: or permalink:.
                """,
                """
                Content/topics: error: the file would stand where the folder of other pages is
                    Rename the file, or move it.
                """,
                """
                Content/war/a.md: error: /war/a/ is the folder of other pages
                    Give the article another slug: or permalink:.
                """,
                """
                Content/war/a/index.html: error: the file would stand where the folder of other pages is
                    Rename the file, or move it.
                """,
            ])
        try expectProblems(
            ["Content/war/a.md": fine, "Content/war/a/index.html": "<p>Mine</p>"],
            [
                """
                Content/war/a/index.html: error: the file would stand where Content/war/a.md is
                    Rename the file, or move it.
                """
            ])
    }

    @Test(
        "A path that leaves Content or Output",
        arguments: [
            ("permalink: /../../etc/", "3:12", "permalink: “/../../etc/”"), ("slug: '..'", "3:7", "slug: “..”"),
            ("aliases: [/%2e%2e/x/]", "3:11", "aliases: “/%2e%2e/x/”"),
            ("url: '\\\\host\\x'", "3:6", "url: “\\\\host\\x”"),
        ])
    func leavingOutput(field: String, place: String, cited: String) throws {
        try expectProblems(
            ["Content/war/a.md": "---\nheadline: A\n\(field)\n---\n"],
            [
                """
                Content/war/a.md:\(place): error: \(cited) leads out of the site
                    Write a path inside the site, such as /war/ceasefire/, without .., \\, ? or #.
                """
            ])
    }

    @Test("A picture that leaves Content, or is not there")
    func pictures() throws {
        try expectProblems(
            [
                "Content/war/a.md": """
                ---
                headline: A
                image: ../../secret.png
                ---
                ![A](../../../etc/secret.png)

                ![B](%2e%2e/%2e%2e/secret.png)

                ![C](gone.png)

                """,
                "Content/war/b.md": "---\nheadline: B\nimage: {src: gone.png}\n---\n",
                "secret.png": "secret",
            ],
            [
                """
                Content/war/a.md:3:8: error: ../../secret.png leads out of Content
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/a.md:5:6: error: ../../../etc/secret.png leads out of Content
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/a.md:7:6: error: %2e%2e/%2e%2e/secret.png leads out of Content
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/a.md:9:6: error: there is no picture gone.png
                    Put the picture there, or correct its path.
                """,
                """
                Content/war/b.md:3:14: error: there is no picture gone.png
                    Put the picture there, or correct its path.
                """,
            ])
    }

    @Test("A symbolic link that leads out of Content, in a circle, or nowhere; one inside Content is the file itself")
    func links() throws {
        let site = try LittleSite(["Content/war/a.md": fine, "secret.txt": "secret", "Content/war/b.txt": "b"])
        func link(_ name: String, _ target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: site.path + "/Content/" + name, withDestinationPath: target)
        }
        try link("fine.txt", "war/b.txt")
        #expect(try site.build().isPublished)
        #expect(try site.published()["fine.txt"] == "b")
        let before = try site.published()

        try link("out.md", "../secret.txt")
        try link("absolute.txt", "/etc/hostname")
        try link("folder", "/etc")
        try link("war/circle", "..")
        try link("nowhere", "gone")
        #expect(
            try site.problems() == [
                """
                Content/absolute.txt: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
                """
                Content/folder: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
                """
                Content/nowhere: error: the symbolic link leads nowhere
                    Remove it, or mend its target.
                """,
                """
                Content/out.md: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
                """
                Content/war/circle: error: the symbolic link leads out of Content, or to a folder
                    Put the file itself in its place.
                """,
            ])
        #expect(try site.published() == before)
    }

    @Test("Text that is not UTF-8")
    func encoding() throws {
        let site = try LittleSite()
        try site.write(Data("---\nheadline: A\n---\nCaf".utf8 + [0xE9, 0x0A]), to: "Content/war/a.md")
        #expect(
            try site.problems() == [
                """
                Content/war/a.md:4:4: error: text is not UTF-8
                    Convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`.
                """
            ])
    }

    @Test("An author's key without a file")
    func author() throws {
        try expectProblems(
            [
                "Content/authors/mara-lindqvist.md": "# Mara Lindqvist\n",
                "Content/war/a.md": "---\nheadline: A\nauthors: [mara-lindquist, Hanne Vik]\n---\n",
            ],
            [
                """
                Content/war/a.md:3:10: error: there is no author “mara-lindquist” in Content/authors
                    Is mara-lindqvist meant?
                """
            ])
    }

    @Test("An unknown theme, and a broken site.yml")
    func settings() throws {
        try expectProblems(
            ["Content/site.yml": "name: X\ntheme: Tabloid\n"],
            [
                """
                Content/site.yml:2:8: error: there is no theme named Tabloid
                    It is one of: Plain.
                """
            ])
        try expectProblems(
            ["Content/site.yml": "name: [X\n"],
            [
                """
                Content/site.yml:1:7: error: the list that opens here is not closed, or a comma is missing in it
                    Close it with `]`, or put the value in quotes if it is text.
                """
            ])
        let without = try LittleSite()
        try without.remove("Content/site.yml")
        #expect(
            try without.problems() == [
                """
                Content: warning: there is no site.yml
                    Write Content/site.yml with at least name: and url:.
                """
            ])
    }

    @Test("An unknown directive, and one that is not closed")
    func directives() throws {
        try expectProblems(
            [
                "Content/war/a.md": "---\nheadline: A\n---\n:::pulquote\nText.\n:::\n",
                "Content/war/b.md": "---\nheadline: B\n---\nText.\n\n:::pullquote\nText.\n",
                "Content/war/c.md": "---\nheadline: C\n---\n::embed{url=\"javascript:alert(1)\"}\n",
            ],
            [
                """
                Content/war/a.md:4:1: error: unknown directive “:::pulquote”
                    Is :::pullquote meant? Known are :::pullquote, :::aside and ::embed.
                """,
                """
                Content/war/b.md:6:1: error: :::pullquote is not closed
                    Write ::: on a line of its own after its text, with the same indentation.
                """,
                """
                Content/war/c.md:4:1: error: an embed may not lead to “javascript:alert(1)”
                    Write ::embed{url="https://…" title="…"}.
                """,
            ])
    }

    @Test("A shortcode of another system is a warning, and is left out of the page")
    func shortcodes() throws {
        let site = try LittleSite(["Content/war/a.md": "---\nheadline: A\n---\nBefore {{< tweet 1 >}} after.\n"])
        let report = try site.build()
        #expect(
            report.diagnostics.map(\.description) == [
                """
                Content/war/a.md:4:8: warning: unknown shortcode “tweet”
                    It is left out of the page; known are :::pullquote, :::aside and ::embed.
                """
            ])
        #expect(try site.published()["war/a/index.html"]?.contains("tweet") == false)
    }

    @Test("A file's name that no address can have")
    func names() throws {
        let site = try LittleSite()
        try site.write("# A\n", to: "Content/war/a\u{7}b.md")
        #expect(
            try site.problems() == [
                """
                Content/war: error: the name of the file "a\\u{07}b.md" has a control character in it
                    Rename the file.
                """
            ])
    }

    @Test("All problems come in one run, in the order of files and lines")
    func allAtOnce() throws {
        let site = try LittleSite([
            "Content/b.md": "---\nheadline: B\n---\n![x](gone.png)\n\n![y](gone too.png)\n\n![z](missing.png)\n",
            "Content/a.md": "---\nheadline: A\ndate: soon\nkind: gossip\n---\n", "Content/site.yml": "url: x\n",
        ])
        let problems = try site.problems()
        #expect(
            problems.map { $0.prefix { $0 != " " } } == [
                "Content/a.md:3:7:", "Content/a.md:4:7:", "Content/b.md:4:6:", "Content/b.md:8:6:",
                "Content/site.yml:1:6:",
            ])
    }
}
