import Foundation
import Press
import Testing

/// No two things can stand at one address: the texts, and who keeps it.
@Suite struct AddressClashTests {
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
                Content/war/a/index.html: error: the file would stand where Content/war/a.md is
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
}
