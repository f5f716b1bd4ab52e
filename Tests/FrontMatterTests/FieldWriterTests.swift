import Testing

@testable import FrontMatter

/// Front matter that stet writes itself.
@Suite struct FieldWriterTests {
    private func fields(_ all: [(String, Value)]) -> Fields {
        Fields(all.map { Fields.Field(name: $0, place: .none, node: Node($1)) })
    }

    private var example: Fields {
        fields([
            ("headline", .scalar("Ceasefire talks: day two", isQuoted: true)),
            ("deck", .null),
            ("date", .scalar("2026-11-18", isQuoted: false)),
            ("image", .map(fields([("src", .null), ("alt", .scalar("A table", isQuoted: true))]))),
            ("topics", .list([Node(.scalar("War, peace", isQuoted: true)), Node(.scalar("Talks", isQuoted: true))])),
            ("draft", .scalar("true", isQuoted: false)),
        ])
    }

    @Test func yaml() {
        #expect(
            FieldWriter().frontMatter(example) == """
                ---
                headline: "Ceasefire talks: day two"
                deck:
                date: 2026-11-18
                image:
                  src:
                  alt: A table
                topics: ["War, peace", Talks]
                draft: true
                ---

                """)
    }

    @Test("YAML can have a list's items on lines of their own, and all texts in quotation marks")
    func yamlStyles() {
        let writer = FieldWriter(quotesTexts: true, hasBlockLists: true)
        let text = writer.frontMatter(
            fields([
                ("topics", .list([Node(.scalar("Talks", isQuoted: true))])), ("authors", .list([])),
            ]))
        #expect(text == "---\ntopics:\n  - \"Talks\"\nauthors: []\n---\n")
    }

    @Test("TOML's tables come last")
    func toml() {
        #expect(
            FieldWriter(format: .toml).frontMatter(example) == """
                +++
                headline = "Ceasefire talks: day two"
                deck = ""
                date = 2026-11-18
                topics = ["War, peace", "Talks"]
                draft = true

                [image]
                src = ""
                alt = "A table"
                +++

                """)
    }

    @Test func json() {
        #expect(
            FieldWriter(format: .json).frontMatter(
                fields([("headline", .scalar("A", isQuoted: true)), ("image", .map(fields([("src", .null)])))])) == """
                    {
                      "headline": "A",
                      "image": {
                        "src": ""
                      }
                    }

                    """)
    }

    static let texts = [
        "Ceasefire talks resume", "“War” and peace", "He said \"no\"", "It's over", "C:\\temp", "A: b", "A #hashtag",
        "#1", "- dash", "? what", "! bang", "& and *", "[list]", "{map}", "@home", "`code`", "%percent", "true", "No",
        "null", "~", "007", "2026-11-18", "12:30:45", "1e5", "0x1F", "11,000 ships", "ends with:", "a,b", "tab\there",
        "two\nlines", "carriage\rreturn", "🎉 party", "👩‍🚀 in space", "محادثات وقف إطلاق النار", "שלום: עולם",
        "\u{202E}right to left", "nul\u{1}", "next\u{85}line", "line\u{2028}separator", "bom\u{FEFF}", "odd\u{FFFE}",
        "---", "...", "+++", "'single'", "a: \u{64E}b", "a,\u{64E}b", "x #\u{301}y", "<<", "=", "|", ">", "é", "🇳🇴",
        "Wait: what? [No], {never} & \"ever\" # 'so'", "trailing \\", "\u{7F}",
    ]

    @Test("What is written is read again as it was", arguments: [Document.Format.yaml, .toml, .json], texts)
    func roundTrip(format: Document.Format, text: String) throws {
        for hasBlockLists in [false, true] {
            let writer = FieldWriter(format: format, hasBlockLists: hasBlockLists)
            let items = [Node(.scalar(text, isQuoted: true)), Node(.scalar("b", isQuoted: true))]
            let written = writer.frontMatter(
                fields([("headline", .scalar(text, isQuoted: true)), ("topics", .list(items)), ("last", .null)]))
            let document = Document(parsing: Array(written.utf8))
            #expect(document.diagnostics.isEmpty, "\(written)")
            #expect(document.format == format)
            #expect(document.fields.all.map(\.name) == ["headline", "topics", "last"], "\(written)")
            #expect(scalar(document.fields["headline"]?.node) == text, "\(written)")
            guard case .list(let nodes) = document.fields["topics"]?.node.value else {
                Issue.record("\(written)")
                continue
            }
            #expect(nodes.map(scalar) == [text, "b"], "\(written)")
        }
    }

    private func scalar(_ node: Node?) -> String? {
        if case .scalar(let text, _) = node?.value { text } else { nil }
    }
}
