import FrontMatter
import Testing

/// Where front matter ends and the body begins.
@Suite struct PartsTests {
    @Test func aFileWithoutFrontMatterIsAllBody() {
        let document = Document("\n# Ceasefire\n\n---\n")
        #expect(document.format == nil)
        #expect(document.bodyOffset == 0)
        #expect(document.bodyLine == 1)
        #expect(document.fields.all.isEmpty)
        #expect(document.problems == [])
    }

    @Test(arguments: ["", "\n", " \n\t\n", "\u{FEFF}", "--\n", "----\ntext\n", "--- text\n", " ---\na: b\n---\n"])
    func theseHaveNoFrontMatter(text: String) {
        let document = Document(text)
        #expect(document.format == nil)
        #expect(document.bodyLine == 1)
        #expect(document.problems == [])
    }

    @Test(arguments: [
        ("---\na: b\n---\nBody", 4),
        ("---\na: b\n---\n\nBody", 4),
        ("---\na: b\n...\nBody", 4),
        ("---  \na: b\n--- \t\nBody", 4),
        ("---\r\na: b\r\n---\r\nBody", 4),
        ("---\ra: b\r---\rBody", 4),
        ("\u{FEFF}---\na: b\n---\nBody", 4),
        ("\u{FEFF}\n \t\r\n---\na: b\n---\nBody", 6),
        ("+++\na = \"b\"\n+++\nBody", 4),
        ("+++\r\na = \"b\"\r\n+++\r\nBody", 4),
        ("{\"a\": \"b\"}\nBody", 2),
        ("\n{\n  \"a\": \"b\"\n}  \r\nBody", 5),
    ])
    func theBodyBeginsAfterTheClosingLine(text: String, line: Int) {
        let document = Document(text)
        #expect(document.bodyLine == line)
        #expect(document.body(of: text).drop { $0.isNewline } == "Body")
        #expect(document.fields["a"].map(\.node.text)?.contains("b") == true)
        #expect(document.problems == [])
    }

    @Test(arguments: ["---\n---\n", "---\n---", "---\n\n# nothing\n---\n", "---\nnull\n---\n", "+++\n+++\n", "{}"])
    func frontMatterMayBeEmpty(text: String) {
        let document = Document(text)
        #expect(document.format != nil)
        #expect(document.fields.all.isEmpty)
        #expect(document.bodyOffset == text.utf8.count)
        #expect(document.problems == [])
    }

    @Test func frontMatterThatIsNotClosedIsNotTakenForText() {
        let text = "\n---\ntitle: Foo\n\nThe text.\n"
        let document = Document(text)
        #expect(document.format == .yaml)
        #expect(document.body(of: text) == "")
        #expect(document.bodyLine == 6)
        #expect(
            document.problems == [
                """
                :2:1: error: the front matter is not closed
                    Write `---` on a line of its own after the last field; if this line is meant as a rule, write \
                `***` instead.
                """
            ])
    }

    @Test func tomlThatIsNotClosed() {
        #expect(
            Document("+++\ntitle = 'Foo'\n").problems == [
                """
                :1:1: error: the front matter is not closed
                    Write `+++` on a line of its own after the last field.
                """
            ])
    }

    @Test func jsonThatIsNotClosed() {
        #expect(
            Document("{\n\"title\": \"Foo }\n\nText").problems == [
                """
                :1:1: error: the front matter is not closed
                    Add the closing brace `}`; a quotation mark may be missing as well.
                """
            ])
    }

    @Test func theOnlyLineIsADelimiter() {
        #expect(Document("---").problems.count == 1)
        #expect(Document("---\n").problems.count == 1)
        #expect(Document("+++").problems.count == 1)
        #expect(Document("{").problems.count == 1)
    }

    @Test func aRuleAtTheTopIsNotTakenForFields() {
        #expect(
            Document("---\n\nThe text.\n\n---\n").problems == [
                """
                :3:1: error: these are not fields
                    Write each field as `name: value`; if the `---` above is meant as a rule, write `***` instead.
                """
            ])
    }

    @Test(arguments: ["{{< figure >}}\n", "{% include a %}\n", "{: .class}\n", "{toc}\n", "{ see below }\n"])
    func aBraceMayBelongToTheText(text: String) {
        let document = Document(text)
        #expect(document.format == nil)
        #expect(document.problems == [])
    }

    @Test func textAfterTheClosingBrace() {
        #expect(
            Document("{\"a\": 1} text\n").problems == [
                """
                :1:9: error: text follows the closing brace of the front matter
                    Begin the text on a line of its own.
                """
            ])
    }
}
