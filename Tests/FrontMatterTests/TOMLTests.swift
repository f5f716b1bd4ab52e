import FrontMatter
import Testing

/// TOML gives the same fields as YAML would.
@Suite struct TOMLTests {
    @Test func aMessageIsOneLineWhateverItQuotes() throws {
        let problem = try #require(Document("+++\na = -i\nb = 1\n+++\n").diagnostics.first)
        #expect(problem.line == 2)
        #expect(problem.message.split(separator: "\n").count == 1, "\(problem)")
    }

    @Test func valuesAndPlaces() {
        let document = Document(
            """
            +++
            title = "Café" # x = 1
            draft = false
            priority = 12
            ratio = 1.5
            published = 2014-07-21T09:00:00-05:30
            updated = 2014-07-21T09:00:00Z
            local = 2014-07-21 09:00:00
            day = 2014-07-21
            hour = 07:32:00.25
            topics = [
              "a", # topics = 1
              'b',
            ]
            deck = '''
            slug = 1
            '''
            image.src = "a.jpg"
              [params]
              "long name" = 'x'
            [[corrections]]
            text = "one"
            [[corrections]]
            text = "two"
            +++
            """)
        #expect(
            document.outline == """
                title 2:1 = "Café" 2:9
                draft 3:1 = false 3:9
                priority 4:1 = 12 4:12
                ratio 5:1 = 1.5 5:9
                published 6:1 = 2014-07-21T09:00:00-05:30 6:13
                updated 7:1 = 2014-07-21T09:00:00Z 7:11
                local 8:1 = 2014-07-21T09:00:00 8:9
                day 9:1 = 2014-07-21 9:7
                hour 10:1 = 07:32:00.25 10:8
                topics 11:1 = ["a" 11:10, "b" 11:10] 11:10
                deck 15:1 = "slug = 1
                " 15:8
                image 18:1 = {src 18:7 = "a.jpg" 18:13} 18:1
                params 19:4 = {long name 20:3 = "x" 20:17} 19:3
                corrections 21:3 = [{text 22:1 = "one" 22:8} 21:1, {text 24:1 = "two" 24:8} 23:1] 21:1
                """)
        #expect(document.problems == [])
    }

    static let cases: [(String, String)] = [
        (
            "title = Foo",
            """
            :2:9: error: this is no value of TOML
                Text is written in quotes: `name = "value"`.
            """
        ),
        (
            "a = 1\na = 2",
            """
            :3:5: error: a field stands here a second time, which TOML does not allow
                Remove the one that is wrong.
            """
        ),
        (
            "a = 1\né = 1",
            """
            :3:1: error: the name of a field is expected here
                Names with other characters than a to z, 0 to 9, - and _ are written in quotes.
            """
        ),
        (
            "a = \"é\u{0}\"",
            """
            :2:7: error: the control character U+0000 cannot stand in TOML
                Delete it.
            """
        ),
        (
            "[=]",
            """
            :2:2: error: the name of a table is expected here
                Write `[name]`.
            """
        ),
        (
            "a = [\n1, }\n]",
            """
            :3:4: error: `]` is expected here
                Close the list with `]`.
            """
        ),
        (
            "a = 2014-07-21T:00",
            """
            :2:16: error: a time is expected after the date
                Write `09:00:00`.
            """
        ),
        (
            "a = [2014-07-21 1, 2]",
            """
            :2:17: error: a time is expected after the date
                Write `09:00:00`.
            """
        ),
        (
            "a = [\u{2028}]",
            """
            :2:6: error: this is no value of TOML
                Text is written in quotes: `name = "value"`.
            """
        ),
    ]

    @Test(arguments: cases)
    func anError(text: String, problem: String) {
        #expect(Document("+++\n\(text)\n+++\n").problems == [problem])
    }

    @Test func nestingIsBounded() {
        let problem = "lists and maps are nested more than 32 deep"
        for text in [
            "a = " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
            String(repeating: "a.", count: 100_000) + "a = 1",
            "[" + String(repeating: "a.", count: 100_000) + "a]",
            "a = {b" + String(repeating: " . b", count: 100_000) + " = 1}",
        ] {
            #expect(Document("+++\n\(text)\n+++\n").diagnostics.map(\.message) == [problem])
        }
        #expect(!Document("+++\na = " + String(repeating: "[", count: 100_000) + "\n+++\n").diagnostics.isEmpty)
    }
}
