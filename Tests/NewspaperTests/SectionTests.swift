import Testing

@testable import Newspaper

/// Sections come from folders, with an optional `_index.md` for name, description and order.
@Suite struct SectionTests {
    private func outline(_ edition: Edition) -> [String] {
        edition.sections.map { section in
            "\(section.path) “\(section.link.name)” \(edition.headlines(section.stories).names.sorted().joined(separator: " "))"
        }
    }

    @Test("A folder is a section; a nested one is a subsection whose stories also stand in its parent")
    func folders() throws {
        let edition = try Newsroom([
            "war/a.md": "# A\n", "science/b.md": "# B\n", "science/sea/c.md": "# C\n", "local-news/d.md": "# D\n",
            "e.md": "# E\n", "news/2014/07/f.md": "# F\n",
        ]).edition()
        #expect(
            outline(edition) == [
                "local-news “Local news” D", "news “News” F", "science “Science” B C", "science/sea “Sea” C",
                "war “War” A",
            ])
        #expect(edition.sections.map(\.parent) == [nil, nil, nil, 2, nil])
        let nowhere = try #require(edition.headlines.first { $0.headline == "E" })
        #expect(nowhere.section == nil)
    }

    @Test("A subsection in whose parents nothing stands has parents all the same")
    func missingParents() throws {
        let edition = try Newsroom(["a/b/c/story.md": "# Story\n"]).edition()
        #expect(outline(edition) == ["a “A” Story", "a/b “B” Story", "a/b/c “C” Story"])
    }

    @Test("_index.md says what a section is called, what it is about and where it stands; it may be empty of stories")
    func described() throws {
        let edition = try Newsroom([
            "war/_index.md": "---\nname: War and Peace\ndescription: Both.\norder: 2\n---\n",
            "arts/_index.md": "---\ntitle: Arts\nsummary: All of them.\nweight: 1\n---\n",
            "zoo/a.md": "# A\n", "abc/b.md": "# B\n",
        ]).edition()
        #expect(
            outline(edition) == ["arts “Arts” ", "war “War and Peace” ", "abc “Abc” B", "zoo “Zoo” A"])
        #expect(edition.sections.map(\.description) == ["All of them.", "Both.", nil, nil])
    }

    @Test("site.yml's order comes before the sections' own, by path or by name; it also makes sections")
    func siteOrder() throws {
        var newsroom = Newsroom([
            "war/_index.md": "---\nname: War and Peace\norder: 1\n---\n", "arts/a.md": "# A\n", "zoo/b.md": "# B\n",
        ])
        newsroom.site = Site(yaml: "sections: [zoo, war and peace, Sport]")
        #expect(
            outline(try newsroom.edition()) == [
                "zoo “Zoo” B", "war “War and Peace” ", "sport “Sport” ", "arts “Arts” A",
            ])
    }

    @Test("An article may name its section by path, by name, in any case")
    func named() throws {
        let edition = try Newsroom([
            "war/_index.md": "---\nname: War and Peace\n---\n", "science/sea/_index.md": "---\nname: The Sea\n---\n",
            "x/a.md": "---\ntitle: A\nsection: War and Peace\n---\n", "x/b.md": "---\ntitle: B\nsection: WAR\n---\n",
            "x/c.md": "---\ntitle: C\nsection: Science/Sea\n---\n", "x/d.md": "---\ntitle: D\nsection: the sea\n---\n",
            "x/e.md": "---\ntitle: E\ndate: 2014-07-21\nsection: Middle East\n---\n",
            "x/f.md": "---\ntitle: F\ndate: 2014-07-22\nsection: middle-east\n---\n",
        ]).edition()
        #expect(
            outline(edition) == [
                "middle-east “Middle East” E F", "science “Science” C D", "science/sea “The Sea” C D",
                "war “War and Peace” A B",
            ])
    }

    @Test("A folder is its own section, whatever another section calls itself")
    func sameNames() throws {
        let edition = try Newsroom([
            "europe/politics/_index.md": "---\nname: Politics\n---\n", "europe/politics/a.md": "# A\n",
            "politics/_index.md": "---\nname: Politics\n---\n", "politics/b.md": "# B\n",
        ]).edition()
        #expect(
            outline(edition) == ["europe “Europe” A", "europe/politics “Politics” A", "politics “Politics” B"])
    }

    @Test("Names that lead to one address are one section")
    func sameAddress() throws {
        let edition = try Newsroom([
            "war/a.md": "# A\n", "x/b.md": "---\ntitle: B\nsection: War!\n---\n",
            "x/c.md": "---\ntitle: C\nsection: war/\n---\n", "x/d.md": "---\ntitle: D\nsection: /war\n---\n",
        ]).edition()
        #expect(outline(edition) == ["war “War” A B C D"])
    }

    @Test(
        "A hostile section leads nowhere but below the site",
        arguments: ["/", "//", "..", "../../etc", "\\", "<b>", "."])
    func hostile(section: String) throws {
        let edition = try Newsroom(["x/a.md": "---\ntitle: A\nsection: '\(section)'\n---\n", "war/b.md": "# B\n"])
            .edition()
        #expect(edition.headlines.count == 2)
        for section in edition.sections {
            #expect(!section.path.isEmpty)
            #expect(try SitePath(parsing: section.path).path == section.path)
        }
    }

    @Test("Folders of pages and of authors are no sections, although other systems describe them like some")
    func ownFolders() throws {
        let edition = try Newsroom([
            "pages/_index.md": "---\ntitle: Pages\n---\n", "authors/_index.md": "---\ntitle: Authors\n---\n",
            "authors/mara/_index.md": "---\nname: Mara Lindqvist\n---\n",
            "war/a.md": "---\ntitle: A\nauthor: mara\n---\n",
        ]).edition()
        #expect(outline(edition) == ["war “War” A"])
        #expect(edition.authors.map(\.byline.name) == ["Mara Lindqvist"])
        #expect(edition.authors.map(\.path.path) == ["authors/mara"])
    }

    @Test("The breadcrumb leads from the front page to the section; the menu knows under which section that is")
    func breadcrumb() throws {
        let edition = try Newsroom(["science/sea/a.md": "# A\n", "b.md": "# B\n"]).edition()
        let inSection = edition.articlePage(0, body: .empty)
        let inNone = edition.articlePage(1, body: .empty)
        let names = [inSection, inNone].map { $0.info.breadcrumb.map(\.name) }
        #expect(Set(names) == [["Home", "Science", "Sea"], ["Home"]])
        #expect(Set([inSection, inNone].map { $0.info.section?.text }) == ["/science/", nil])
        let masthead = Masthead(edition)
        #expect(masthead.sections.map(\.link.name) == ["Science"])
        #expect(masthead.sections.first?.subsections.map(\.name) == ["Sea"])
    }
}
