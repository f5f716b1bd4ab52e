import Diagnostics
import FrontMatter
import Testing

/// What YAML front matter gives.
@Suite struct YAMLTests {
    @Test func everyNameAndValueKnowsItsPlace() {
        let document = Document(
            """

            ---
            title: Café "Nord"
            date: 2014-07-21 09:00:00 -0500
            authors:
              - Jane Doe
              - 'John Roe'
            topics: [é, war]
            image:
              src: a.jpg
              alt:
            deck: >
              Folded
              text
            ---
            """)
        #expect(
            document.outline == """
                title 3:1 = Café "Nord" 3:8
                date 4:1 = 2014-07-21 09:00:00 -0500 4:7
                authors 5:1 = [Jane Doe 6:5, "John Roe" 7:5] 6:3
                topics 8:1 = [é 8:10, war 8:13] 8:9
                image 9:1 = {src 10:3 = a.jpg 10:8, alt 11:3 = - 11:7} 10:3
                deck 12:1 = "Folded text
                " 12:7
                """)
        #expect(document.problems == [])
    }

    @Test func aScalarStaysAsItWasWritten() {
        let document = Document(
            """
            ---
            number: 007
            version: 1.10
            year: 2014
            yes: yes
            text: "true"
            escaped: "a\\u00e9\\n"
            tagged: !!str 2014
            empty:
            tilde: ~
            "null": null
            quoted: ""
            word: nullify
            ---
            """)
        #expect(
            document.values == """
                number = 007
                version = 1.10
                year = 2014
                yes = yes
                text = "true"
                escaped = "aé
                "
                tagged = "2014"
                empty = -
                tilde = -
                null = -
                quoted = ""
                word = nullify
                """)
    }

    @Test func linesMayEndInAnyWay() {
        let expected = "a 2:1 = b 2:4\nc 3:1 = [d 4:3] 4:1"
        #expect(Document("---\na: b\nc:\n- d\n---\n").outline == expected)
        #expect(Document("---\r\na: b\r\nc:\r\n- d\r\n---\r\n").outline == expected)
        #expect(Document("\u{FEFF}---\ra: b\rc:\r- d\r---\r").outline == expected)
    }

    @Test("What only YAML takes for a line's end moves no place", arguments: ["\n", "\r\n", "\r"])
    func oddLineBreaks(end: String) {
        let document = Document("---|a: 'b\u{2028}c' # x\u{2029}|d: 'é\u{85}f'|g: h|---|".replacing("|", with: end))
        #expect(document.fields.all.map(\.place.line) == [2, 3, 4])
        #expect(document.fields.all.map(\.place.column) == [1, 1, 1])
        #expect(document.fields["g"]?.node.place == Place(line: 4, column: 4))
    }

    @Test func aTextThatEndsTooSoonIsWrongWhereItEnds() {
        #expect(Document(parsingYAML: Array("{".utf8)).diagnostics.map(\.line) == [1])
        #expect(Document(parsingYAML: Array("a: b\nc: [d".utf8)).diagnostics.map(\.line) == [2])
    }

    @Test func ofTwoFieldsWithOneNameTheLastCounts() {
        let document = Document("---\ntitle: One\ndeck: x\ntitle: Two\n---\n")
        #expect(document.outline == "title 4:1 = Two 4:8\ndeck 3:1 = x 3:7")
        #expect(
            document.problems == [
                """
                :4:1: warning: the field `title` stands here a second time, and this one counts
                    Remove the one that is wrong; the earlier stands on line 2.
                """
            ])
    }

    @Test func aDuplicateAmongManyFieldsIsFoundAsWell() {
        let lines = (1...100).map { "f\($0): \($0)\n" }.joined()
        let document = Document("---\n\(lines)f40: x\n---\n")
        #expect(document.fields.all.count == 100)
        #expect(document.fields["f40"]?.node.text == "x")
        #expect(document.diagnostics.map(\.line) == [102])
    }

    @Test func anchorsAliasesAndMerges() {
        let document = Document(
            """
            ---
            base: &base {credit: AP, alt: x}
            image:
              <<: *base
              alt: y
            other: *base
            several: {<<: [*base, {focus: top}], credit: Z}
            ---
            """)
        #expect(
            document.values == """
                base = {credit = AP, alt = x}
                image = {alt = y, credit = AP}
                other = {credit = AP, alt = x}
                several = {credit = Z, alt = x, focus = top}
                """)
        #expect(document.fields["other"]?.node.place.column == 8)
        #expect(document.problems == [])
    }

    @Test func aTagIsNotDroppedInSilence() {
        let document = Document("---\ntitle: !Important news\n---\n")
        #expect(document.values == "title = news")
        #expect(
            document.problems == [
                """
                :2:8: warning: `!Important` is a tag of YAML here, and no part of the text
                    Put the value in quotes if it is.
                """
            ])
    }

    @Test func aSettingsFileIsYAMLAsAWhole() {
        for text in ["title: A\nmenu: [b]\n", "---\ntitle: A\nmenu: [b]\n...\n", "\u{FEFF}# x\n\ntitle: A\nmenu: [b]"] {
            let document = Document(parsingYAML: Array(text.utf8))
            #expect(document.format == .yaml)
            #expect(document.values == "title = A\nmenu = [b]")
            #expect(document.problems == [])
            #expect(document.bodyOffset == text.utf8.count)
        }
        #expect(Document(parsingYAML: []).problems == [])
        #expect(
            Document(parsingYAML: Array("a: 1\n---\nb: 2\n".utf8)).problems.first?.hasPrefix(":2:1: error: a second")
                == true)
    }
}
