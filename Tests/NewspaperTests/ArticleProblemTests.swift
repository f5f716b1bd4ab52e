import Testing

@testable import Newspaper

/// What is wrong with front matter is said with its place, in one run, and with what to do.
@Suite struct ArticleProblemTests {
    static let correct = "\n    Correct the value, or remove the field."
    static let existing = "\n    Write a day and a time that exist."
    static let dateForm = "\n    Write it as 2026-11-18, 2026-11-18 07:30 or 2026-11-18T07:30:00+01:00."
    static let inside =
        "\n    Write a path inside the site, such as /war/ceasefire/, without .., \\, ? or #."

    @Test(
        "An error has a place; its article is not printed",
        arguments: [
            ("headline: [A, B]", "3:11: error: headline must be text, not a list" + correct),
            ("deck: {a: b}", "3:7: error: deck must be text, not a map" + correct),
            ("date: 2014-02-30", "3:7: error: date: there is no such date as “2014-02-30”" + existing),
            ("date: 2014-07-21 25:00", "3:7: error: date: there is no such date as “2014-07-21 25:00”" + existing),
            ("date: soon", "3:7: error: date: “soon” is not a date" + dateForm),
            ("date: [2014-07-21]", "3:7: error: date must be text, not a list" + correct),
            ("pubDate: soon", "3:10: error: pubDate: “soon” is not a date" + dateForm),
            ("published: perhaps", "3:12: error: published: “perhaps” is not a date" + dateForm),
            ("updated: 2014-13-01", "3:10: error: updated: there is no such date as “2014-13-01”" + existing),
            ("embargo: later", "3:10: error: embargo: “later” is not a date" + dateForm),
            ("expires: never", "3:10: error: expires: “never” is not a date" + dateForm),
            ("draft: perhaps", "3:8: error: draft must be true or false, not “perhaps”" + correct),
            ("priority: high", "3:11: error: priority must be a whole number, not “high”" + correct),
            (
                "priority: 99999999999999999999",
                "3:11: error: priority must be a whole number, not “99999999999999999999”" + correct
            ),
            (
                "kind: gossip",
                "3:7: error: kind cannot be “gossip”\n    It is one of: news, analysis, opinion, editorial, review, "
                    + "obituary, feature, live, sponsored."
            ),
            (
                "section: a/b/c/d/e/f/g/h/i",
                "3:10: error: section: “a/b/c/d/e/f/g/h/i” is too long, or nested too deep\n"
                    + "    Keep it under 250 bytes and within eight folders."
            ),
            ("access: paid", "3:9: error: access cannot be “paid”\n    It is one of: free, metered, members."),
            ("authors: {a: b}", "3:10: error: authors must be text, not a map" + correct),
            ("topics: [A, {b: c}]", "3:13: error: topics must be text, not a map" + correct),
            (
                "lang: Modern Greek",
                "3:7: error: lang: “Modern Greek” is not a language tag\n    Write one such as en, en-GB, ar or zh-Hant."
            ),
            ("image: [a.jpg]", "3:8: error: image must be text, not a list" + correct),
            (
                "image: {src: a.jpg, focus: everywhere}",
                "3:28: error: image.focus must be a position such as 50% 30% or top left, not “everywhere”" + correct
            ),
            ("slug: a/b", "3:7: error: slug must be one part of a path, not “a/b”" + correct),
            ("slug: ..", "3:7: error: slug: “..” leads out of the site" + inside),
            ("slug: '%2e%2e'", "3:7: error: slug: “%2e%2e” leads out of the site" + inside),
            ("slug: a%2fb", "3:7: error: slug must be one part of a path, not “a%2fb”" + correct),
            ("slug: /", "3:7: error: slug must be one part of a path, not “/”" + correct),
            ("permalink: /../etc/", "3:12: error: permalink: “/../etc/” leads out of the site" + inside),
            ("url: //evil.example/", "3:6: error: url: “//evil.example/” leads out of the site" + inside),
            (
                "permalink: 'javascript:alert(1)'",
                "3:12: error: permalink: “javascript:alert(1)” leads out of the site" + inside
            ),
            ("aliases: [/a/, '../b']", "3:16: error: aliases: “../b” leads out of the site" + inside),
            ("redirect_from: ..\\x", "3:16: error: redirect_from: “..\\x” leads out of the site" + inside),
            (
                "slug: " + String(repeating: "a", count: 251),
                "3:7: error: slug: “" + String(repeating: "a", count: 60)
                    + "…” is too long for a file's name\n    Keep each part of a path under 250 bytes, and all of it under 1000."
            ),
            ("corrections: [{date: 2014-07-21}]", "3:15: error: a correction needs a text\n    Write date: and text:."),
            (
                "corrections: [{date: soon, text: X}]",
                "3:22: error: corrections.date: “soon” is not a date" + dateForm
            ),
        ])
    func error(fields: String, expected: String) {
        let read = OneArticle(
            "---\nkicker: X\n\(fields)\n\(fields.hasPrefix("headline") ? "" : "headline: Y")\n---\nText.\n")
        #expect(read.problems == [expected])
        #expect(read.article == nil)
    }

    @Test("A picture's form that was filled in, but for the picture, is a warning; one that was left blank is nothing")
    func pictureWithoutSource() {
        let read = OneArticle(fields: "image: {alt: A harbour, uid: harbour}")
        #expect(
            read.problems == [
                "3:8: warning: image has no src, so there is no picture\n    Write the picture's path as src:."
            ])
        #expect(read.article?.image == nil)
        #expect(OneArticle(fields: "image: {src: , alt: ''}").problems == [])
    }

    @Test("One bad field does not hide the next")
    func allAtOnce() {
        let read = OneArticle(fields: "date: soon\nkind: gossip\npriority: high\nslug: ..")
        #expect(read.problems.count == 4)
    }

    @Test("Front matter that does not parse is an error where it stops making sense")
    func notParsed() {
        let read = OneArticle("---\nheadline: \"War ends\ndate: 2014-07-21\n---\nText.\n")
        #expect(read.article == nil)
        #expect(read.problems.count == 1)
        #expect(read.problems.first?.hasPrefix("2:11: error: the quotation mark that opens here is not closed") == true)
    }

    @Test(
        "A name that is one slip from a known one is named",
        arguments: [
            ("athors: [X]", "athors", "authors"), ("autors: [X]", "autors", "authors"),
            ("haedline: X", "haedline", "headline"), ("dta: x\nsumary: X", "sumary", "summary"),
            ("Datelin: X", "Datelin", "dateline"), ("updatedd: X", "updatedd", "updated"),
            ("topic: X", "topic", "topics"),
        ])
    func nearMisses(fields: String, name: String, meant: String) {
        let line = fields.split(separator: "\n").count + 2
        let read = OneArticle(fields: fields)
        #expect(
            read.problems == [
                "\(line):1: warning: there is no field “\(name)”\n    Is \(meant) meant? It is kept for themes as it is."
            ])
        #expect(read.article != nil)
    }

    @Test(
        "Names that nobody mistook for others are passed over",
        arguments: ["layout: post", "dta: X", "hero: X", "weight: 3"])
    func notMissed(fields: String) {
        #expect(OneArticle(fields: fields).problems == [])
    }

    @Test("Of a field that stands twice the last counts, with a warning")
    func twice() {
        let read = OneArticle("---\ntitle: One\ntitle: Two\n---\n")
        #expect(read.article?.headline == "Two")
        #expect(
            read.problems == [
                "3:1: warning: the field `title` stands here a second time, and this one counts\n"
                    + "    Remove the one that is wrong; the earlier stands on line 2."
            ])
    }

    @Test("Hostile front matter is refused or read, and nothing traps")
    func nothingTraps() {
        let values = [
            "", "~", "''", "[]", "{}", "[[[]]]", "{a: {b: c}}", "-1", "1e999", "0x7fffffffffffffff", "\"\\0\"",
            "\"\\u202E\"", "'\u{1F5DE}'", "/", "//", "..", "9999-99-99", "9999-12-31", "0000-01-01", "- x",
            String(repeating: "x", count: 10_000), "[" + String(repeating: "a, ", count: 1000) + "]",
        ]
        for name in ArticleKey.allCases.flatMap(\.names) {
            for value in values {
                let read = OneArticle("---\n\(name): \(value)\n---\nText.\n")
                #expect(read.article != nil || !read.problems.isEmpty, "\(name): \(value)")
            }
        }
    }
}
