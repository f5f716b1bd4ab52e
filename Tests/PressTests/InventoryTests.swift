import Press
import Testing

/// `stet list`: what it finds.
@Suite struct InventoryTests {
    private func site() throws -> LittleSite {
        try LittleSite([
            "Content/site.yml": "name: X\nurl: https://x.example/paper\ntimezone: Europe/Oslo\nsections: [war, arts]\n",
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\ntopics: [Peace, Talks]\nauthors: [Ada]\n---\n",
            "Content/war/b.md": "---\nheadline: B\ndate: 2026-11-03\ntopics: [talks]\nauthors: [Ben]\n---\n",
            "Content/arts/c.md": "---\nheadline: C\ntopics: [Zither]\nauthors: [Ben]\n---\n",
            "Content/arts/d.md": "---\nheadline: D\ndraft: true\ntopics: [Secret]\n---\n",
            "Content/arts/e.md": "---\nheadline: E\ndate: 2026-11-02 09:00\ndraft: true\n---\n",
            "Content/war/f.md": "---\nheadline: F\nembargo: 2026-12-02\n---\n",
            "Content/war/g.md": "---\nheadline: G\nembargo: 2026-12-01 06:00\n---\n",
            "Content/war/h.md": "---\nheadline: H\ndate: 2026-10-01\nexpires: 2026-11-01\n---\n",
            "Content/pages/about.md": "---\nheadline: About\n---\n",
            "Content/pages/jobs.md": "---\nheadline: Jobs\nexpires: 2026-11-05\n---\n",
        ])
    }

    private func list(_ subject: Inventory.Subject, on site: LittleSite) throws -> [String] {
        let inventory = try Inventory(
            of: subject, site: site.path, now: .written("2026-11-18T12:00:00Z"), themes: [Plain.self])
        #expect(inventory.errors == [])
        return inventory.items.map { item in
            [item.count.map(String.init), item.date ?? "-", item.path, item.name].compactMap { $0 }
                .joined(separator: " ")
        }
    }

    @Test("Articles, with the date that matters")
    func articles() throws {
        let site = try site()
        #expect(
            try list(.drafts, on: site) == ["2026-11-02T09:00 Content/arts/e.md E", "- Content/arts/d.md D"])
        #expect(
            try list(.scheduled, on: site) == ["2026-12-01T06:00 Content/war/g.md G", "2026-12-02 Content/war/f.md F"])
        #expect(
            try list(.expired, on: site)
                == ["2026-11-05 Content/pages/jobs.md Jobs", "2026-11-01 Content/war/h.md H"])
        #expect(try list(.undated, on: site) == ["- Content/arts/c.md C", "- Content/arts/d.md D"])
    }

    @Test("Names, with their stories counted and their addresses")
    func names() throws {
        let site = try site()
        #expect(
            try list(.topics, on: site) == [
                "2 2026-11-03 /paper/topics/talks/ Talks", "1 2026-11-01 /paper/topics/peace/ Peace",
                "1 - /paper/topics/zither/ Zither",
            ])
        #expect(
            try list(.authors, on: site) == [
                "2 2026-11-03 /paper/authors/ben/ Ben", "1 2026-11-01 /paper/authors/ada/ Ada",
            ])
        #expect(try list(.sections, on: site) == ["2 2026-11-03 /paper/war/ War", "1 - /paper/arts/ Arts"])
    }

    @Test("Nothing is written, and no Output is needed")
    func leavesNothing() throws {
        let site = try site()
        let before = try FolderContents(of: site.path)
        for subject in Inventory.Subject.allCases { _ = try list(subject, on: site) }
        #expect(try FolderContents(of: site.path) == before)
    }

    @Test("What cannot be read is said")
    func errors() throws {
        let site = try LittleSite(["Content/a.md": "---\ndate: soon\ndraft: true\n---\n"])
        let inventory = try Inventory(of: .drafts, site: site.path, now: .written("2026-11-18"), themes: [Plain.self])
        #expect(inventory.items == [])
        #expect(inventory.errors.map(\.message) == ["date: “soon” is not a date"])
    }
}
