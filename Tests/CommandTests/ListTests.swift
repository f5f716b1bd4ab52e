import Foundation
import Testing

/// `stet list`.
@Suite struct ListTests {
    private func site() throws -> SiteFolder {
        try SiteFolder([
            "Content/site.yml": "name: X\n",
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\ntopics: [Peace, War and Peace]\n---\n",
            "Content/war/b.md": "---\nheadline: B\ndate: 2026-11-02\ndraft: true\n---\n",
            "Content/war/longer.md": "---\nheadline: \"C\\nD\"\ndraft: true\n---\n",
            "Content/war/d.md": "---\nheadline: D\ndate: 2026-11-03\ntopics: [peace]\n---\n",
        ])
    }

    @Test("Columns are aligned, one line an item; the number stands on standard error")
    func text() throws {
        let site = try site()
        let drafts = try Tool.run("list", "drafts", site.path)
        #expect(
            drafts.output == """
                2026-11-02  Content/war/b.md       B
                -           Content/war/longer.md  C D

                """)
        #expect(drafts.complaints == "2 drafts\n")
        #expect(drafts.status == 0)
        let topics = try Tool.run("list", "topics", in: site.path)
        #expect(
            topics.output == """
                2  2026-11-03  /topics/peace/          Peace
                1  2026-11-01  /topics/war-and-peace/  War and Peace

                """)
        #expect(topics.complaints == "2 topics\n")
        #expect(!site.exists(".stet"))
        #expect(!site.exists("Output"))
    }

    @Test func json() throws {
        let site = try site()
        let run = try Tool.run("list", "drafts", site.path, "--format", "json")
        #expect(
            run.output == """
                {"count":2,"items":[{"date":"2026-11-02","name":"B","path":"Content/war/b.md"},\
                {"name":"C D","path":"Content/war/longer.md"}],"list":"drafts"}

                """)
        #expect(run.complaints == "")
    }

    @Test("The time decides what is scheduled")
    func now() throws {
        let site = try SiteFolder(["Content/a.md": "---\nheadline: A\nembargo: 2026-12-01\n---\n"])
        #expect(try Tool.run("list", "scheduled", site.path, "--now", "2026-11-30").output.hasPrefix("2026-12-01  "))
        #expect(try Tool.run("list", "scheduled", site.path, "--now", "2026-12-01").output == "")
    }

    @Test("1: what cannot be read is not in the list. 2: there is no such list")
    func problems() throws {
        let site = try SiteFolder.broken()
        let broken = try Tool.run("list", "drafts", site.path)
        #expect(broken.status == 1)
        #expect(
            broken.complaints == """
                0 drafts
                stet: the list is not whole: the content has 1 error
                    Call stet check, which says where.

                """)
        #expect(try Tool.run("list", "horses").status == 2)
        #expect(try Tool.run("list").status == 2)
        #expect(try Tool.run("list", "drafts", "/nowhere").complaints.hasPrefix("stet: there is no folder /nowhere\n"))
    }
}
