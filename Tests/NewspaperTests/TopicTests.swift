import Testing

@testable import Newspaper

@Suite struct TopicTests {
    private func newsroom(_ topics: [(date: String, topics: String)]) -> Newsroom {
        var newsroom = Newsroom()
        for (number, entry) in topics.enumerated() {
            newsroom.files["a\(number).md"] =
                "---\ntitle: A\(number)\ndate: \(entry.date)\ntopics: \(entry.topics)\n---\n"
        }
        return newsroom
    }

    @Test("`Foo` and `foo` are one topic, spelled as in the oldest article")
    func oneTopic() throws {
        let edition = try newsroom([
            ("2026-11-03", "[Foreign Policy]"), ("2026-11-01", "[foreign policy]"),
            ("2026-11-02", "['Foreign  policy']"),
        ]).edition()
        #expect(edition.topics.map(\.link.name) == ["foreign policy"])
        #expect(edition.topics.map(\.path.path) == ["topics/foreign-policy"])
        #expect(edition.topics.first.map { edition.headlines($0.stories).names } == ["A0", "A2", "A1"])
        #expect(edition.headlines.allSatisfy { $0.topics.map(\.name) == ["foreign policy"] })
    }

    @Test("Topics are listed by name, and each has an address of its own")
    func list() throws {
        let edition = try newsroom([("2026-11-01", "[zoo, C++, arts, C, 'C#', 日本, '!']")]).edition()
        #expect(edition.topics.map(\.link.name) == ["!", "arts", "C", "C#", "C++", "zoo", "日本"])
        #expect(Set(edition.topics.map(\.path)).count == 7)
        let groups = edition.topicsPage().groups
        #expect(groups.map(\.initial) == ["#", "A", "C", "Z", "日"])
        #expect(groups.map(\.entries.count) == [1, 1, 3, 1, 1])
    }

    @Test("An address that a topic has does not change with what is published later")
    func stableAddresses() throws {
        let before = try newsroom([("2026-11-01", "[C++]")]).edition()
        let after = try newsroom([("2026-11-01", "[C++]"), ("2026-11-02", "[C, c++]")]).edition()
        #expect(before.topics.map(\.path) == after.topics.filter { $0.link.name == "C++" }.map(\.path))
    }
}

@Suite struct AuthorTests {
    private let files = [
        "authors/mara-lindqvist.md":
            "---\nname: Mara Lindqvist\nrole: Foreign editor\nemail: mara@gazette.example\nimage: mara.jpg\n---\nShe writes.\n",
        "authors/ines.md": "---\ntitle: Inês Carvalho\n---\n",
    ]

    private func newsroom(_ authors: String) -> Newsroom {
        var newsroom = Newsroom(files)
        newsroom.pictures = ["mara.jpg"]
        newsroom.files["war/a.md"] = "---\ntitle: A\nauthors: \(authors)\n---\n"
        return newsroom
    }

    @Test(
        "Authors are named by key or by name, in any case",
        arguments: ["mara-lindqvist", "Mara Lindqvist", "MARA LINDQVIST", "Mara-Lindqvist"])
    func keyOrName(author: String) throws {
        let edition = try newsroom("[\(author)]").edition()
        let byline = try #require(edition.headlines.first?.authors.first)
        #expect(byline.name == "Mara Lindqvist")
        #expect(byline.role == "Foreign editor")
        #expect(byline.address.text == "/authors/mara-lindqvist/")
        #expect(byline.picture?.address.text == "/mara.jpg")
        let author = try #require(edition.authors.first { $0.byline.name == "Mara Lindqvist" })
        #expect(edition.headlines(author.stories).names == ["A"])
        #expect(author.file?.email?.text == "mailto:mara@gazette.example")
    }

    @Test("An author without a file has a page too; an author without stories as well")
    func withoutFile() throws {
        let edition = try newsroom("[Hanne Vik]").edition()
        #expect(edition.authors.map(\.byline.name) == ["Hanne Vik", "Inês Carvalho", "Mara Lindqvist"])
        #expect(edition.authors.map(\.path.path) == ["authors/hanne-vik", "authors/ines", "authors/mara-lindqvist"])
        #expect(edition.authors.map(\.stories.count) == [1, 0, 0])
    }

    @Test("A key without a file is an error that names the nearest")
    func unknownKey() throws {
        let near = try newsroom("[mara-linqvist]").print()
        #expect(
            near.problems == [
                "Content/war/a.md:3:10: error: there is no author “mara-linqvist” in Content/authors\n"
                    + "    Is mara-lindqvist meant?"
            ])
        let far = try newsroom("hanne-vik").print()
        #expect(
            far.problems == [
                "Content/war/a.md:3:10: error: there is no author “hanne-vik” in Content/authors\n"
                    + "    Add Content/authors/hanne-vik.md, or write the name as it is to be printed."
            ])
    }

    @Test("On a site that describes no authors every name is a name")
    func noFiles() throws {
        let printed = try Newsroom(["war/a.md": "---\ntitle: A\nauthor: hanne-vik\n---\n"]).print()
        #expect(printed.problems == [])
        #expect(printed.edition.authors.map(\.byline.name) == ["hanne-vik"])
    }

    @Test("One author named twice, by key and by name, is one author")
    func twice() throws {
        let edition = try newsroom("[mara-lindqvist, Mara Lindqvist]").edition()
        #expect(edition.headlines.first?.authors.map(\.name) == ["Mara Lindqvist"])
        #expect(
            edition.authors.first { $0.byline.name == "Mara Lindqvist" }.map { edition.headlines($0.stories).names }
                == ["A"])
    }

    @Test("A picture that is not there is an error")
    func missingPicture() throws {
        var newsroom = newsroom("[ines]")
        newsroom.pictures = []
        #expect(
            try newsroom.print().problems == [
                "Content/authors/mara-lindqvist.md:5:8: error: there is no picture mara.jpg\n"
                    + "    Put the picture there, or correct its path."
            ])
    }
}
