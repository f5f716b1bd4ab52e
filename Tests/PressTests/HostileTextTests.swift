import Broadsheet
import Foundation
import Testing

@testable import Newspaper
@testable import Press

/// Article text is not trusted. Whatever is written, in whichever field, reaches the page only as text.
@Suite struct HostileTextTests {
    static let payloads = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &lt; c", "javascript:alert(1)",
        "java\tscript:alert(1)", "x' onmouseover='alert(1)", "</title></style></script><svg onload=alert(1)><!--",
    ]

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t") + "\""
    }

    /// Looks at every page as a browser would: nothing in it runs.
    private func expectHarmless(_ published: FolderContents, sourceLocation: SourceLocation = #_sourceLocation) {
        var count = 0
        for (name, bytes) in published.files where name.hasSuffix(".html") {
            count += 1
            let page = Tags(String(decoding: bytes, as: UTF8.self))
            var faults: [String] = []
            for tag in page.tags {
                if ["svg", "img", "/svg"].contains(tag.name),
                    tag.attributes.contains(where: { $0.name == "src" && $0.value == "x" })
                {
                    faults.append("a payload's <\(tag.name)>")
                }
                if tag.name == "script",
                    ![["/assets/meter.js"], ["application/ld+json"]].contains(tag.attributes.map(\.value))
                {
                    faults.append("a script")
                }
                for (attribute, value) in tag.attributes {
                    if attribute.hasPrefix("on") || attribute == "style" || attribute.contains("\"") {
                        faults.append("<\(tag.name) \(attribute)=\(value)>")
                    }
                    let plain = value.filter { !$0.isWhitespace }.lowercased()
                    if ["href", "src", "action", "content", "data-src", "srcset"].contains(attribute),
                        plain.hasPrefix("javascript:") || plain.contains("url=javascript:")
                    {
                        // A description may say anything: it is no address.
                        if !(tag.name == "meta" && !plain.contains("url=")) { faults.append("\(attribute)=\(value)") }
                    }
                }
            }
            for data in page.data where (try? JSONSerialization.jsonObject(with: Data(data.utf8))) == nil {
                faults.append("broken data: \(data.prefix(80))")
            }
            if !page.code.isEmpty { faults.append("code in the page: \(page.code.prefix(80))") }
            if page.bareAmpersands > 0 { faults.append("\(page.bareAmpersands) bare ampersands") }
            #expect(faults == [], "\(name)", sourceLocation: sourceLocation)
        }
        #expect(count > 0, sourceLocation: sourceLocation)
    }

    @Test("In every field of front matter, on every page of a whole newspaper")
    func everyField() throws {
        let site = try LittleSite(["Content/site.yml": "name: The Gazette\nmeter: {}\naccess: metered\n"])
        try site.write(png(), to: "Content/a.png")
        let maps = [
            "image: {src: /a.png, alt: #, caption: #, credit: #, focus: 50% 50%}", "image: {src: #}",
            "image: {src: /a.png, caption: 'A. (REUTERS/X)', credit: #}", "image: {src: /a.png, focus: #}",
            "corrections: [{date: 2026-11-01, text: #}]", "corrections: [#]", "topics: [#, Peace]",
            "authors: [#, Mara]",
            "aliases: [/fine-NUMBER/, #]", "hero: {deep: [#]}", "whatever: #", "# : x",
        ]
        let fields = ArticleKey.allCases.flatMap(\.names).map { "\($0): #" } + maps
        var number = 0
        for payload in HostileTextTests.payloads {
            for field in fields {
                number += 1
                let line = field.replacing("#", with: quoted(payload)).replacing("NUMBER", with: "\(number)")
                let headline =
                    field.hasPrefix("headline") || field.hasPrefix("title") ? "" : "headline: Story \(number)\n"
                let folder = number % 7 == 0 ? "pages" : "war"
                try site.write(
                    "---\n\(headline)\(line)\n---\n\(payload)\n", to: "Content/\(folder)/story-\(number).md")
            }
        }
        let report = try site.build(themes: [Broadsheet.self]) { $0.keepsGoing = true }
        #expect(report.isPublished)
        // In is out, or named.
        let named = Set(report.diagnostics.filter { $0.severity == .error }.map(\.path)).union(
            report.skipped.map(\.source))
        let out = Set(report.articles.map(\.source))
        for story in 1...number {
            let sources = ["Content/war/story-\(story).md", "Content/pages/story-\(story).md"]
            #expect(sources.contains { named.contains($0) || out.contains($0) }, "story \(story) is lost")
        }
        let published = try site.published()
        expectHarmless(published)
        // They are on the pages, as text.
        for name in ["index.html", "war/index.html", "topics/index.html", "authors/index.html"] {
            #expect(published[name]?.contains("&lt;script&gt;alert(1)&lt;/script&gt;") == true, "\(name)")
        }
        #expect(out.count > number / 2)
    }

    @Test("In the names of sections and authors, and in all that their files say", arguments: HostileTextTests.payloads)
    func sectionsAndAuthors(payload: String) throws {
        let text = quoted(payload)
        let site = try LittleSite([
            "Content/war/_index.md": "---\nname: \(text)\ndescription: \(text)\norder: 1\n---\n",
            "Content/authors/mara.md":
                "---\nname: \(text)\nrole: \(text)\nemail: \(text)\nimage: {src: /a.png, alt: \(text)}\n---\n\(payload)\n",
            "Content/war/a.md":
                "---\nheadline: A\ndate: 2026-11-01\nauthor: mara\nsection: \(text)\ntopics: [\(text)]\n---\n",
            "Content/war/sea/b.md": "---\nheadline: B\nauthor: \(text)\nseries: \(text)\nkind: opinion\n---\n",
            "Content/war/sea/c.md": "---\nheadline: C\nauthor: mara\nseries: \(text)\n---\n",
        ])
        try site.write(png(), to: "Content/a.png")
        let report = try site.build(themes: [Broadsheet.self])
        #expect(report.isPublished, "\(report.diagnostics)")
        expectHarmless(try site.published())
    }

    @Test("In every text of site.yml")
    func settings() throws {
        for payload in HostileTextTests.payloads {
            let text = quoted(payload)
            let words = Word.allCases.map { "  \($0.rawValue): \(text)" }.joined(separator: "\n")
            let site = try LittleSite([
                "Content/site.yml": """
                name: \(text)
                tagline: \(text)
                description: \(text)
                copyright: \(text)
                nameplate: {picture: \(text), alt: \(text)}
                accent: \(text)
                fonts: {headline: \(text), body: \(text)}
                stylesheet: \(text)
                menu: [{name: \(text), url: \(text)}, {name: \(text), url: /about/}]
                footer: [{name: \(text), url: \(text)}, {name: \(text), url: /about/}]
                social: [{name: \(text), url: \(text)}, {name: \(text), url: /about/}]
                sections: [\(text)]
                meter: {register: \(text), signin: \(text)}
                access: metered
                words:
                  months: [\(Array(repeating: text, count: 12).joined(separator: ", "))]
                \(words)
                """,
                "Content/war/a.md":
                    "---\nheadline: A\ndate: 2026-11-01\nupdated: 2026-11-02\nauthor: B\n---\nText.[^1]\n\n[^1]: Note.\n",
                "Content/war/b.md": "---\nheadline: B\naccess: members\n---\nText.\n",
                "Content/pages/about.md": "# About\n",
            ])
            try site.build(themes: [Broadsheet.self]) { $0.keepsGoing = true }
            let published = try site.published()
            expectHarmless(published)
            let style = try #require(published["assets/broadsheet.css"])
            #expect(!style.contains("alert(1)>") && !style.contains("javascript:"))
        }
    }

    @Test("In every construct of the text")
    func body() throws {
        let constructs = [
            "#", "# #", "> #", "- #", "`#`", "    #", "```\n#\n```", "[#](#)", "[x](<#>)", "[x](/y \"#\")",
            "[x](/y '#')",
            "![#](/a.png)", "![x](/a.png \"#\")", "![x](<#>)", "<#>", "[x]: #", "[x][y]\n\n[y]: <#> \"#\"",
            "| # |\n|---|\n| # |",
            "x[^1]\n\n[^1]: #", ":::pullquote{cite=\"#\"}\n#\n:::", ":::aside{title=\"#\"}\n#\n:::",
            "::embed{url=\"https://x.example/#\" title=\"#\"}", "::embed{url=\"#\"}", "~~#~~", "*#*",
            "CAIRO (#) — Text.",
            "{{< ref \"#\" >}}", "[x]({{< ref \"#\" >}})", "[x]({{ \"#\" | url }})", "{{ \"#\" }}", "<div #>",
            "<a href=\"#\">x</a>",
            "<p\n#", "&#106;avascript:alert(1)", "[x](&#106;avascript:alert(1))", "[x](java&Tab;script:alert(1))",
            "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>alert(1)</script>)",
            "![x](data:image/svg+xml,<svg>)",
            "<javascript:alert(1)>", "[x](vbscript:x)", "[x](//evil.example/%22onclick=alert(1))", "{% link # %}",
        ]
        let site = try LittleSite()
        try site.write(png(), to: "Content/a.png")
        for (place, construct) in constructs.enumerated() {
            for (number, payload) in HostileTextTests.payloads.enumerated() {
                let text = construct.replacing("#", with: payload)
                try site.write("---\nheadline: X\n---\n\(text)\n\nEnd.\n", to: "Content/c\(place)/p\(number).md")
            }
        }
        let report = try site.build(themes: [Broadsheet.self]) { $0.keepsGoing = true }
        #expect(report.articles.count == constructs.count * HostileTextTests.payloads.count)
        expectHarmless(try site.published())
    }
}
