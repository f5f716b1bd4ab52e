import Markup
import Testing

@testable import Newspaper

/// The fields of front matter: each under its own name, and under those that other systems have for it.
@Suite struct ArticleFieldTests {
    private func article(_ fields: String, at path: String = "war/ceasefire.md", _ yaml: String = "") throws -> Article
    {
        let read = OneArticle(fields: fields, at: path, site: Site(yaml: yaml))
        #expect(read.problems == [], "\(fields)")
        return try #require(read.article, "\(fields)")
    }

    private func withoutHeadline(_ fields: String) throws -> Article {
        try #require(OneArticle("---\n\(fields)\n---\nText.\n").article)
    }

    @Test(arguments: ["headline", "title", "Title", "HEADLINE"])
    func headline(name: String) throws {
        #expect(try withoutHeadline("\(name): War ends").headline == "War ends")
    }

    @Test("Of two names for one field the likelier counts")
    func headlineBeforeTitle() throws {
        #expect(try withoutHeadline("title: One\nheadline: Two").headline == "Two")
        #expect(try withoutHeadline("headline: Two\ntitle: One").headline == "Two")
        #expect(try withoutHeadline("headline:\ntitle: One").headline == "One")
    }

    @Test("A headline may be a number, and stands on one line")
    func unusualHeadlines() throws {
        #expect(try withoutHeadline("title: 1984").headline == "1984")
        #expect(try withoutHeadline("title: 007").headline == "007")
        #expect(try withoutHeadline("title: 1.10").headline == "1.10")
        #expect(try withoutHeadline("title: true").headline == "true")
        #expect(try withoutHeadline("title: |\n  War\n  ends").headline == "War ends")
        #expect(try withoutHeadline("title: \"  War ends \"").headline == "War ends")
    }

    @Test("Without a headline the text's first heading stands in, else the file's name with a warning")
    func noHeadline() throws {
        let heading = OneArticle("---\ndate: 2026-11-18\n---\n# War *ends*\n\nText.\n")
        #expect(heading.article?.headline == "War ends")
        #expect(heading.article?.headlineIsInBody == true)
        #expect(heading.problems == [])
        for text in ["Text.\n", "---\ntitle:\n---\nText.\n", "---\ntitle: ''\n---\n", "---\ntitle: ' '\n---\n"] {
            let read = OneArticle(text)
            #expect(read.article?.headline == "ceasefire")
            #expect(
                read.problems == [
                    "1: warning: no headline; the file's name stands in for it\n    Write headline: in the front "
                        + "matter, or begin the text with “# The headline”."
                ])
        }
    }

    @Test(arguments: ["date", "published", "pubDate"])
    func date(name: String) throws {
        let article = try article("\(name): 2026-11-18 07:30", "timezone: America/New_York")
        #expect(article.date?.seconds == 1_795_005_000)
        #expect(!article.isDraft)
    }

    @Test("The date may stand in the file's name; front matter counts more")
    func dateInName() throws {
        let name = "war/2014-07-21-ceasefire.md"
        #expect(try article("kicker: X", at: name).date?.seconds == 1_405_900_800)
        #expect(try article("date: 2014-07-22", at: name).date?.seconds == 1_405_987_200)
        #expect(try article("kicker: X", at: "war/2014-07-21-ceasefire/index.md").date?.seconds == 1_405_900_800)
        #expect(try article("kicker: X").date == nil)
    }

    @Test(arguments: ["updated", "lastmod", "modified", "last_modified_at"])
    func updated(name: String) throws {
        #expect(try article("\(name): 2026-11-18").updated?.seconds == 1_794_960_000)
    }

    @Test(arguments: ["embargo", "publishDate"])
    func embargo(name: String) throws {
        #expect(try article("\(name): 2026-11-18").embargo?.seconds == 1_794_960_000)
        #expect(try article("\(name): 2026-11-18").date?.seconds == 1_794_960_000)
    }

    @Test(arguments: ["expires", "expiryDate", "expirydate"])
    func expires(name: String) throws {
        #expect(try article("\(name): 2026-11-18").expires?.seconds == 1_794_960_000)
    }

    @Test(
        arguments: [
            ("draft: true", true), ("draft: yes", true), ("draft: false", false), ("draft:", false),
            ("published: false", true), ("published: no", true), ("published: true", false),
            ("status: draft", true), ("status: Draft", true), ("status: published", false), ("kicker: X", false),
        ])
    func draft(fields: String, expected: Bool) throws {
        #expect(try article(fields).isDraft == expected)
    }

    @Test(
        arguments: [
            ("kicker: X", "war/ceasefire.md", "war"),
            ("kicker: X", "science/sea/tides.md", "science/sea"),
            ("kicker: X", "science/tides/index.md", "science"),
            ("kicker: X", "news/2014/07/story.md", "news"),
            ("kicker: X", "story.md", ""),
            ("section: Politics", "war/ceasefire.md", "Politics"),
            ("categories: [Politics, War]", "war/ceasefire.md", "Politics"),
            ("categories: Politics", "war/ceasefire.md", "Politics"),
            ("section: Politics\ncategories: [War]", "a.md", "Politics"),
            ("categories: []", "war/ceasefire.md", "war"),
        ])
    func section(fields: String, path: String, expected: String) throws {
        #expect(try article(fields, at: path).section == expected)
    }

    @Test(
        arguments: [
            ("topics: [Peace, Egypt]", ["Peace", "Egypt"]), ("tags: [Peace]", ["Peace"]),
            ("keywords: Peace, Egypt ,,", ["Peace", "Egypt"]), ("topics:\n- Peace\n- peace\n- PEACE", ["Peace"]),
            ("topics: [2014, 1.10]", ["2014", "1.10"]), ("topics: ['Peace, war']", ["Peace, war"]), ("topics:", []),
            ("topics: ['', ~, Peace]", ["Peace"]),
        ])
    func topics(fields: String, expected: [String]) throws {
        #expect(try article(fields).topics == expected)
    }

    @Test(
        arguments: [
            ("authors: [Mara Lindqvist, ines-carvalho]", ["Mara Lindqvist", "ines-carvalho"]),
            ("author: Mara Lindqvist", ["Mara Lindqvist"]), ("byline: Mara Lindqvist", ["Mara Lindqvist"]),
            ("author: Lindqvist, Mara", ["Lindqvist, Mara"]), ("authors: [A, a]", ["A"]),
        ])
    func authors(fields: String, expected: [String]) throws {
        #expect(try article(fields).authors == expected)
    }

    @Test(arguments: ["deck", "subtitle", "standfirst", "dek"])
    func deck(name: String) throws {
        #expect(try article("\(name): It holds").deck == "It holds")
    }

    @Test("A deck is never made up; a summary is the deck, or the first paragraph less its dateline")
    func summary() throws {
        for name in ["summary", "description", "excerpt", "abstract"] {
            let article = try article("\(name): It holds\ndeck: So far")
            #expect(article.summary == "It holds")
            #expect(article.deck == "So far")
        }
        #expect(try article("deck: So far").summary == "So far")
        let read = OneArticle("---\ntitle: X\n---\nCAIRO — It *holds* so far.\n\nMore.\n")
        #expect(read.article?.summary == "It holds so far.")
        #expect(read.article?.deck == nil)
    }

    @Test func wordsThatStandAsTheyAre() throws {
        let article = try article(
            "kicker: Middle East\ndateline: CAIRO\nseries: The talks\nsource: Reuters\nlang: ar-EG\npriority: 2")
        #expect(article.kicker == "Middle East")
        #expect(article.dateline == "CAIRO")
        #expect(article.series == "The talks")
        #expect(article.origin == "Reuters")
        #expect(article.language == "ar-EG")
        #expect(article.priority == 2)
        #expect(try self.article("language: fr").language == "fr")
        #expect(try self.article("priority: -1").priority == -1)
    }

    @Test(arguments: Kind.allCases)
    func kind(kind: Kind) throws {
        #expect(try article("kind: \(kind.rawValue)").kind == kind)
        #expect(try article("kind: \(kind.rawValue.uppercased())").kind == kind)
    }

    @Test func kindsOfOpinion() {
        #expect(Kind.allCases.filter(\.isOpinion) == [.opinion, .editorial])
    }

    @Test(arguments: ["image", "cover", "thumbnail", "featured_image"])
    func image(name: String) throws {
        #expect(try article("\(name): talks.jpg").image?.source == "talks.jpg")
        let image = try #require(
            try article(
                "\(name): {src: talks.jpg, alt: Two flags, caption: The talks., credit: REUTERS/Ada Moen, focus: 30% 20%}"
            ).image)
        #expect(image.source == "talks.jpg")
        #expect(image.alternative == "Two flags")
        #expect(image.caption == "The talks.")
        #expect(image.credit == "REUTERS/Ada Moen")
        #expect(image.focus == "30% 20%")
    }

    @Test("Other systems keep what belongs to a picture in fields of its own")
    func imageInSeveralFields() throws {
        let image = try #require(
            try article("image: talks.jpg\nimage_alt: Two flags\nimage_figcaption: The talks.\nimage_credit: AP").image)
        #expect(image.alternative == "Two flags")
        #expect(image.caption == "The talks.")
        #expect(image.credit == "AP")
    }

    @Test(
        arguments: [
            ("kicker: X", "/war/ceasefire/"), ("slug: truce", "/war/truce/"), ("slug: 2014", "/war/2014/"),
            ("slug: Être libre", "/war/%C3%8Atre%20libre/"), ("permalink: /peace/", "/peace/"),
            ("url: /peace.html", "/peace.html"), ("path: peace", "/peace/"),
            ("permalink: /peace/\nslug: truce", "/peace/"), ("permalink: false", "/war/ceasefire/"),
        ])
    func path(fields: String, expected: String) throws {
        #expect(try article(fields).path.address().text == expected)
    }

    @Test("A file's path is its page's")
    func paths() {
        for (file, address) in [
            ("war/ceasefire.md", "/war/ceasefire/"), ("war/ceasefire.markdown", "/war/ceasefire/"),
            ("harbour/mole/index.md", "/harbour/mole/"), ("version-1.2.md", "/version-1.2/"),
            ("pages/about.md", "/about/"), ("pages/about/index.md", "/about/"),
            ("pages/legal/terms.md", "/legal/terms/"),
            ("war/2014-07-21-x.md", "/war/2014-07-21-x/"), ("été/à la mer.md", "/%C3%A9t%C3%A9/%C3%A0%20la%20mer/"),
        ] {
            #expect(ContentPath(file).page.address().text == address)
        }
    }

    @Test(arguments: ["aliases", "redirect_from"])
    func aliases(name: String) throws {
        #expect(
            try article("\(name): [/old/, /older.html]").aliases.map(\.path.file) == ["old/index.html", "older.html"])
        #expect(try article("\(name): /old/").aliases.map(\.path.file) == ["old/index.html"])
    }

    @Test(arguments: Access.allCases)
    func access(access: Access) throws {
        #expect(try article("access: \(access.rawValue)").access == access)
    }

    @Test("Corrections are a text, or texts with their dates")
    func corrections() throws {
        #expect(try article("correction: It was Tuesday.").corrections == [Correction(text: "It was Tuesday.")])
        let both = try article(
            "corrections:\n- {date: 2026-11-18, text: One.}\n- text: Two.", "timezone: America/New_York")
        #expect(both.corrections.map(\.text) == ["One.", "Two."])
        #expect(both.corrections.map(\.date?.seconds) == [1_794_978_000, nil])
        #expect(try article("corrections: [It was Tuesday.]").corrections.map(\.text) == ["It was Tuesday."])
    }

    @Test("Fields that stet does not know are kept for themes, in their order")
    func extras() throws {
        let article = try article("layout: post\nheadline_size: 3\nhero: {a: [1, 2]}")
        #expect(article.extras.all.map(\.name) == ["layout", "headline_size", "hero"])
    }

    @Test("YAML, TOML and JSON say the same")
    func formats() throws {
        let yaml = OneArticle("---\ntitle: War ends\ndate: 2026-11-18 07:30\ntags: [Peace]\ndraft: true\n---\n")
        let toml = OneArticle(
            "+++\ntitle = 'War ends'\ndate = 2026-11-18T07:30:00Z\ntags = ['Peace']\ndraft = true\n+++\n")
        let json = OneArticle(
            "{\n\"title\": \"War ends\",\n\"date\": \"2026-11-18 07:30\",\n\"tags\": [\"Peace\"],\n\"draft\": true\n}\n"
        )
        for read in [yaml, toml, json] {
            #expect(read.problems == [])
            #expect(read.article?.headline == "War ends")
            #expect(read.article?.date?.seconds == 1_794_987_000)
            #expect(read.article?.topics == ["Peace"])
            #expect(read.article?.isDraft == true)
        }
    }
}
