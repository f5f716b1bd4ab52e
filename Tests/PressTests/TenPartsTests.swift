import Broadsheet
import Foundation
import Testing

/// The article page has everything that a newspaper's has: a reader of a page about a ceasefire finds ten things, in
/// this order.
@Suite struct TenPartsTests {
    private func page(_ change: (inout String) -> Void = { _ in }) throws -> String {
        var article = """
            ---
            headline: Ceasefire holds for a third day
            deck: The guns are quiet; the talks are not
            kicker: Middle East
            date: 2026-11-18 07:30
            updated: 2026-11-18 16:45
            authors: [mara-lindqvist, Hanne Vik]
            topics: [Politics, Religion]
            access: metered
            image:
              src: talks.png
              alt: Two flags on a table
              caption: The table at which it was signed. (REUTERS/Ada Moen)
            corrections:
              - {date: 2026-11-19, text: An earlier version gave the wrong day.}
            ---
            CAIRO — The ceasefire held through its third night, and the crossing opened at dawn.

            ## What was agreed

            Three things[^1]:

            - the lines stay where they are,
            - the crossing opens.

            > Nobody won.

            | Day | Shots |
            |-----|-------|
            | One | 12    |

            :::pullquote{cite="The general"}
            We counted every shot.
            :::

            ![The crossing at dawn](crossing.png "The first lorry. (Hanne Vik/AP)")

            [^1]: The text has a fourth.

            """
        change(&article)
        let site = try LittleSite([
            "Content/site.yml": """
            name: The Harbour Gazette
            url: https://gazette.example
            timezone: Europe/London
            meter: {views: 3, period: month, register: /register/, signin: /signin/}
            """,
            "Content/war/ceasefire.md": article,
            "Content/authors/mara-lindqvist.md": "---\nname: Mara Lindqvist\n---\n",
            "Content/war/siege.md": "---\nheadline: The siege is lifted\ndate: 2026-11-17\n---\nText.\n",
            "Content/war/march.md": "---\nheadline: The long march\ndate: 2026-11-16\n---\nText.\n",
        ])
        try site.write(png(40, 30), to: "Content/war/talks.png")
        try site.write(png(8, 6), to: "Content/war/crossing.png")
        let report = try site.build(themes: [Broadsheet.self])
        #expect(report.diagnostics.map(\.description) == [])
        return try #require(try site.published()["war/ceasefire/index.html"])
    }

    @Test("All ten, in their order, as a reader reads them")
    func inOrder() throws {
        let text = Tags(try page()).text
        let parts = [
            // 1 the nameplate and the menu
            "The Harbour Gazette", "All Sections", "War",
            // 2 the meter's banner
            "Welcome, guest.", "You have 3 views left.", "Register | Sign in",
            // 3 the breadcrumb
            "Home | War",
            // 4 kicker, headline, deck, bylines, date and time
            "Middle East", "Ceasefire holds for a third day", "The guns are quiet; the talks are not",
            "By Mara Lindqvist and Hanne Vik", "18 November 2026, 07:30", "Updated 18 November 2026, 16:45",
            // 5 the lead picture's caption and credit
            "The table at which it was signed. (REUTERS/Ada Moen)",
            // 6 the dateline
            "CAIRO — The ceasefire held",
            // 7 the body
            "What was agreed", "the lines stay where they are", "Nobody won.", "Shots", "We counted every shot.",
            "The general", "The first lorry. (Hanne Vik/AP)", "The text has a fourth.",
            // 8 corrections
            "Corrections", "19 November 2026", "An earlier version gave the wrong day.",
            // 9 its section and topics
            "War · Politics · Religion",
            // 10 more headlines
            "More Headlines", "The siege is lifted", "The long march",
        ]
        let places = text.places(of: parts)
        for (part, place) in zip(parts, places) { #expect(place != nil, "“\(part)” is not there, or not in its place") }
        #expect(text.ranges(of: "REUTERS/Ada Moen").count == 1, "a credit is printed once")
    }

    @Test("Each part is marked up as what it is")
    func markup() throws {
        let html = try page()
        let tags = Tags(html)
        for fragment in [
            "<h1>Ceasefire holds for a third day</h1>", "<summary", "<time datetime=\"2026-11-18T07:30:00+00:00\">",
            "<time datetime=\"2026-11-18T16:45:00+00:00\">", "<figcaption>", "class=\"dateline\"", "<table>",
            "<blockquote>",
            "<nav", "<main", "<article",
        ] { #expect(html.contains(fragment), "\(fragment)") }
        let links = Set(tags.values(of: "href"))
        for link in [
            "/", "/war/", "/register/", "/signin/", "/authors/mara-lindqvist/", "/authors/hanne-vik/",
            "/topics/politics/",
            "/topics/religion/", "/war/siege/", "/war/march/",
        ] { #expect(links.contains(link), "\(link)") }
        #expect(tags.values(of: "src").contains("/war/talks.png"))
        #expect(tags.values(of: "alt").contains("Two flags on a table"))
        #expect(tags.values(of: "width") == ["40", "8"])
        #expect(tags.tags.count { $0.name == "h1" } == 1)
    }

    @Test("The page's own HTML and CSS are small, and ask no other host for anything")
    func small() throws {
        let html = try page()
        let tags = Tags(html)
        let asked =
            tags.values(of: "src")
            + tags.tags.filter { $0.name == "link" }.flatMap { tag in
                tag.attributes.filter { $0.name == "href" }.map(\.value)
            }
        for address in asked where !address.hasPrefix("https://gazette.example/") {
            #expect(address.hasPrefix("/") && !address.hasPrefix("//"), "\(address)")
        }
        #expect(html.utf8.count < 30_000)
    }

    @Test("A dateline in the front matter, and a credit of its own, are printed once too")
    func fromFrontMatter() throws {
        let text = Tags(
            try page { article in
                article = article.replacing("kicker:", with: "dateline: CAIRO\nkicker:")
                    .replacing("CAIRO — The", with: "The")
                    .replacing("signed. (REUTERS/Ada Moen)", with: "signed.\n  credit: REUTERS/Ada Moen")
            }
        ).text
        #expect(text.ranges(of: "CAIRO").count == 1)
        #expect(text.contains("The table at which it was signed. (REUTERS/Ada Moen)"))
        #expect(text.ranges(of: "REUTERS/Ada Moen").count == 1)
    }

    @Test("An article that costs nothing has no banner and no script; one for members has no text")
    func access() throws {
        let free = try page { $0 = $0.replacing("access: metered", with: "access: free") }
        #expect(!free.contains("Welcome, guest"))
        #expect(!free.contains("<script src"))
        let members = try page { $0 = $0.replacing("access: metered", with: "access: members\nsummary: In short.") }
        #expect(!members.contains("crossing opened at dawn"))
        #expect(!members.contains("We counted every shot"))
        #expect(members.contains("In short."))
        #expect(members.contains("This story is for members"))
    }
}
