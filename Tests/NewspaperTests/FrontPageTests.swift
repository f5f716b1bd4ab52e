import Testing

@testable import Newspaper

@Suite struct FrontPageTests {
    /// Twelve stories in each section, the newest war's: `war/0`, then `arts/0`, `war/1`, …
    private func newsroom(_ sections: [String] = ["war", "arts"]) -> Newsroom {
        var newsroom = Newsroom()
        for (place, section) in sections.enumerated() {
            for number in 0..<12 {
                let time = "\(padded(23 - number)):\(padded(59 - place))"
                newsroom.files["\(section)/\(number).md"] =
                    "---\ntitle: \(section)/\(number)\ndate: 2026-11-17 \(time)\n---\n"
            }
        }
        return newsroom
    }

    private func all(_ page: FrontPage) -> [String] {
        ([page.lead].compactMap { $0 } + page.secondary + page.blocks.flatMap(\.headlines)).names
    }

    @Test("The newest story leads, the next follow, and each section shows five more")
    func shape() throws {
        let edition = try newsroom().edition()
        let page = edition.frontPage()
        #expect(page.lead?.headline == "war/0")
        #expect(page.date?.iso == "2026-11-17T23:59:00+00:00")
        #expect(page.secondary.names == Array(edition.headlines.names[1...8]))
        #expect(page.blocks.map(\.section.name) == ["Arts", "War"])
        #expect(page.blocks.first?.headlines.names == ["arts/4", "arts/5", "arts/6", "arts/7", "arts/8"])
        #expect(page.blocks.last?.headlines.names == ["war/5", "war/6", "war/7", "war/8", "war/9"])
    }

    @Test("Nothing stands on it twice, not even a subsection's story")
    func nothingTwice() throws {
        for sections in [
            ["war", "arts"], ["war"], ["war", "war/peace", "arts/film", "arts"], ["a", "b", "c", "d", "e"],
        ] {
            let shown = all(try newsroom(sections).edition().frontPage())
            #expect(Set(shown).count == shown.count)
        }
    }

    @Test("Blocks stand in the site's order; a section that has no more to show has none")
    func order() throws {
        var newsroom = newsroom(["war", "arts"])
        newsroom.site = Site(yaml: "sections: [war, empty, arts]")
        newsroom.files["one/x.md"] = "---\ntitle: X\ndate: 2026-11-18\n---\n"
        let page = try newsroom.edition().frontPage()
        #expect(page.lead?.headline == "X")
        #expect(page.blocks.map(\.section.name) == ["War", "Arts"])
    }

    @Test("Priority lifts a story: the highest leads, whatever its age; of equal ones the newer")
    func priority() throws {
        var newsroom = newsroom()
        func add(_ name: String, _ date: String, _ priority: Int) {
            newsroom.files["x/\(name).md"] = "---\ntitle: \(name)\ndate: \(date)\npriority: \(priority)\n---\n"
        }
        add("old", "2014-07-21", 1)
        add("urgent", "2014-07-20", 9)
        add("newer", "2014-07-22", 1)
        add("minor", "2026-11-18", -1)
        let page = try newsroom.edition().frontPage()
        #expect(page.lead?.headline == "urgent")
        #expect(page.secondary.names == ["newer", "old", "war/0", "arts/0", "war/1", "arts/1", "war/2", "arts/2"])
        // A negative priority keeps a story out of the top, not off the page.
        #expect(page.blocks.last?.headlines.names == ["minor"])
    }

    @Test("A newspaper without a story has a front page")
    func empty() throws {
        let page = try Newsroom().edition().frontPage()
        #expect(page.lead == nil)
        #expect(all(page).isEmpty)
        #expect(page.info.title == "Untitled")
    }
}
