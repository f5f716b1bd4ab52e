import Foundation
import Press
import Testing

/// Every problem has a place, and says what to do. These are the texts.
@Suite struct ContentErrorTests {
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
                    Is :::pullquote meant? Known are :::pullquote, :::aside, :::gallery, ::embed, ::video and ::audio.
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
                    It is left out of the page; known are :::pullquote, :::aside, :::gallery, ::embed, ::video and ::audio.
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
