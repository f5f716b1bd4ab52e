import Foundation
import Press
import Testing

/// `stet new article`: the file that it writes.
@Suite struct NewArticleTests {
    /// Writes an article, and returns its path in the site's folder and its text.
    private func write(
        _ headline: String, on site: LittleSite, change: (inout NewArticle) -> Void = { _ in }
    ) throws -> (path: String, text: String) {
        var article = NewArticle(site: site.path, headline: headline, date: .written("2026-11-18T07:30:45Z"))
        change(&article)
        let path = try article.write(themes: [Plain.self])
        #expect(path.hasPrefix(site.path + "/Content/"))
        return (String(path.dropFirst(site.path.count + 1)), try String(contentsOfFile: path, encoding: .utf8))
    }

    /// Why no article was written.
    private func refusal(
        _ headline: String, on site: LittleSite, change: (inout NewArticle) -> Void = { _ in }
    ) throws -> String {
        let before = try FolderContents(of: site.path)
        do {
            _ = try write(headline, on: site, change: change)
            return ""
        } catch let failure as BuildFailure {
            #expect(try FolderContents(of: site.path) == before)
            return failure.description.replacing(site.path, with: "SITE")
        }
    }

    @Test("On an empty site it is YAML with stet's own names")
    func emptySite() throws {
        let site = try LittleSite()
        let (path, text) = try write("Ceasefire talks resume", on: site) { $0.section = "war" }
        #expect(path == "Content/war/ceasefire-talks-resume.md")
        #expect(
            text == """
                ---
                headline: Ceasefire talks resume
                deck:
                date: 2026-11-18 07:30
                authors: []
                topics: []
                image:
                  src:
                  alt:
                  caption:
                draft: true
                ---

                """)
    }

    @Test("It is a draft, and a build has nothing to say of it")
    func builds() throws {
        for article in ["", "---\ntitle: A\n---\n", "+++\ntitle = \"A\"\n+++\n", "{\n\"title\": \"A\"\n}\n"] {
            let site = try LittleSite(article.isEmpty ? [:] : ["Content/war/a.md": article])
            _ = try write("“Talks”: day #2, a \"new\" table", on: site) { $0.section = "war" }
            let report = try site.build()
            #expect(report.diagnostics == [])
            #expect(report.skipped.map(\.reason) == ["a draft"])
            let drafts = try site.build {
                $0.includesDrafts = true
                $0.output = site.path + "/Drafts"
            }
            #expect(drafts.diagnostics == [])
            #expect(drafts.articles.map(\.url).contains("/war/talks-day-2-a-new-table/"))
        }
    }

    @Test("Names, order, lists and dates are those of the newest articles")
    func yamlDialect() throws {
        let article = """
            ---
            date: 2026-11-0%T08:00:00+01:00
            title: "A"
            author: Ada Moen
            tags:
              - Peace
            subtitle: "B"
            cover: a.jpg
            published: true
            ---

            """
        let site = try LittleSite([
            "Content/site.yml": "name: X\ntimezone: Europe/Oslo\n",
            "Content/war/a.md": article.replacing("%", with: "1"),
            "Content/war/b.md": article.replacing("%", with: "2"),
            "Content/war/c.md": "+++\nheadline = \"C\"\ndate = 2026-11-03\n+++\n",
            "Content/war/a.jpg": "",
        ])
        let (path, text) = try write("Talks", on: site) {
            $0.section = "war"
            $0.author = "Mara Lindqvist"
        }
        #expect(path == "Content/war/talks.md")
        #expect(
            text == """
                ---
                date: 2026-11-18T08:30:00+01:00
                title: "Talks"
                author: "Mara Lindqvist"
                tags: []
                subtitle:
                cover:
                published: false
                ---

                """)
    }

    @Test("TOML, with tables")
    func tomlDialect() throws {
        let article = """
            +++
            title = "A"
            date = 2026-11-01T06:20:00Z
            authors = ["Ada Moen"]
            tags = ["Peace"]

            [image]
            src = "/a.jpg"
            credit = "AP"
            +++

            """
        let site = try LittleSite(["Content/war/a.md": article, "Content/a.jpg": ""])
        let text = try write("A \"B\" \\ C", on: site) { $0.section = "war" }.text
        #expect(
            text == """
                +++
                title = "A \\"B\\" \\\\ C"
                date = 2026-11-18T07:30:00Z
                authors = []
                tags = []
                draft = true

                [image]
                src = ""
                credit = ""
                +++

                """)
    }

    @Test("JSON")
    func jsonDialect() throws {
        let site = try LittleSite([
            "Content/war/a.md": "{\n  \"title\": \"A\",\n  \"date\": \"2026-11-01\",\n  \"status\": \"publish\"\n}\n"
        ])
        let text = try write("B", on: site) { $0.section = "war" }.text
        #expect(
            text == """
                {
                  "title": "B",
                  "date": "2026-11-18",
                  "authors": [],
                  "topics": [],
                  "status": "draft"
                }

                """)
    }

    @Test("Dated names, folders of dates, bundles, and front matter that names the section")
    func files() throws {
        func path(_ file: String, _ frontMatter: String = "title: A") throws -> String {
            let site = try LittleSite(["Content/" + file: "---\n\(frontMatter)\n---\n"])
            return try write("Talks", on: site) { $0.section = "war" }.path
        }
        #expect(try path("war/2014-07-21-a.md") == "Content/war/2026-11-18-talks.md")
        #expect(try path("war/a/index.md") == "Content/war/talks/index.md")
        #expect(try path("war/2014/07/a.md", "title: A\ndate: 2014-07-21") == "Content/war/2026/11/talks.md")
        #expect(try path("war/a.markdown") == "Content/war/talks.markdown")
        #expect(try path("posts/a.md", "title: A\nsection: War") == "Content/posts/talks.md")
    }

    @Test("Where articles name their section, the new one does")
    func namedSection() throws {
        let site = try LittleSite([
            "Content/posts/a.md": "---\ntitle: A\ncategories: [Peace]\ndate: 2026-11-01\n---\n"
        ])
        let text = try write("B", on: site) { $0.section = "War" }.text
        #expect(text.hasPrefix("---\ntitle: B\ncategories: [War]\ndate: 2026-11-18\n"))
    }

    @Test("A section is found by its name and by its folder, whatever their case")
    func sections() throws {
        let site = try LittleSite([
            "Content/science/sea/_index.md": "---\nname: Sea & Sky\n---\n", "Content/War/a.md": fine,
        ])
        #expect(try write("A1", on: site) { $0.section = "Sea & Sky" }.path == "Content/science/sea/a1.md")
        #expect(try write("A2", on: site) { $0.section = "science/sea/" }.path == "Content/science/sea/a2.md")
        #expect(try write("A3", on: site) { $0.section = "war" }.path == "Content/War/a3.md")
        #expect(try write("A4", on: site) { $0.section = "New & Old" }.path == "Content/new-old/a4.md")
        #expect(try write("A5", on: site).path == "Content/a5.md")
    }

    @Test("Headlines on several lines, of emoji alone, and from right to left")
    func headlines() throws {
        let site = try LittleSite()
        let lines = try write("Talks\nresume:\r\n  day  two", on: site)
        #expect(lines.path == "Content/talks-resume-day-two.md")
        #expect(lines.text.hasPrefix("---\nheadline: \"Talks resume: day two\"\n"))
        #expect(try write("🎉", on: site).path == "Content/1f389.md")
        let arabic = try write("محادثات وقف إطلاق النار", on: site)
        #expect(arabic.path == "Content/محادثات-وقف-إطلاق-النار.md")
        #expect(arabic.text.hasPrefix("---\nheadline: محادثات وقف إطلاق النار\n"))
    }

    @Test("A long headline makes a name that a file can have")
    func longHeadline() throws {
        let site = try LittleSite()
        let path = try write(String(repeating: "eleven word ", count: 30), on: site).path
        #expect(path.hasSuffix("-eleven-word.md") && path.utf8.count < 150)
    }

    @Test("A picture's fields are those that stet knows: others could not be written in every format")
    func pictureFields() throws {
        let site = try LittleSite([
            "Content/war/a.md": "+++\ntitle = \"A\"\n[image]\nurl = \"/p.png\"\n\"odd name\" = 1\n+++\n"
        ])
        #expect(try write("B", on: site).text.hasSuffix("\n[image]\nurl = \"\"\n+++\n"))
    }

    @Test("A file that is there is never overwritten, nor given a twin")
    func existing() throws {
        let site = try LittleSite([
            "Content/war/talks.md": fine, "Content/war/other.md": fine, "Content/war/deal/index.md": fine,
        ])
        #expect(
            try refusal("Talks", on: site) { $0.section = "war" }
                == "SITE/Content/war/talks.md is there already\n"
                + "    Write another headline, or name the file with --slug.")
        #expect(
            try refusal("Deal", on: site) { $0.section = "war" }.hasPrefix(
                "SITE/Content/war/deal/index.md is there already\n"))
        let other = try write("Talks", on: site) {
            $0.section = "war"
            $0.slug = "Talks, again"
        }
        #expect(other.path == "Content/war/talks-again.md")
    }

    @Test("What cannot be is refused, with what to do")
    func refusals() throws {
        let site = try LittleSite([
            "Content/war/a.md": fine, "Content/authors/mara-lindqvist.md": "---\nname: Mara\n---\n",
        ])
        #expect(
            try refusal(" \n ", on: site) == "the headline is empty\n    Write it in quotation marks, after “article”.")
        #expect(
            try refusal("Index", on: site)
                == "index is the name of a folder's own page\n    Name the file with --slug.")
        #expect(
            try refusal("B", on: site) { $0.section = "../up" }
                == "“../up” is no section\n    Write its folder, such as war or science/sea.")
        #expect(
            try refusal("B", on: site) { $0.section = "authors" }
                == "authors is no section\n    Write the folder of one, such as war.")
        #expect(
            try refusal("B", on: site) { $0.author = "mara-lindquist" }
                == "there is no author “mara-lindquist”\n    Is mara-lindqvist meant?")
        #expect(
            try refusal("B", on: site) { $0.author = "ben" }
                == "there is no author “ben”\n    It is one of: mara-lindqvist; or write the whole name.")
        #expect(try refusal("B", on: site) { $0.date = .written("soon") }.hasPrefix("soon is no time\n"))
    }

    @Test("A section that is a slip away from another is not made")
    func nearSection() throws {
        let site = try LittleSite(["Content/politics/a.md": fine])
        #expect(
            try refusal("B", on: site) { $0.section = "politcs" }
                == "there is no section “politcs”\n"
                + "    Is politics meant? If not, make the folder SITE/Content/politcs first.")
        try FileManager.default.createDirectory(
            atPath: site.path + "/Content/politcs", withIntermediateDirectories: true)
        #expect(try write("B", on: site) { $0.section = "politcs" }.path == "Content/politcs/b.md")
    }

    @Test("One that is no draft says nothing of drafts, and an article can be dated to a day")
    func published() throws {
        let site = try LittleSite()
        let text = try write("A", on: site) {
            $0.isDraft = false
            $0.date = .written("2026-12-24")
        }.text
        #expect(text.contains("\ndate: 2026-12-24\n"))
        #expect(!text.contains("draft"))
    }
}
