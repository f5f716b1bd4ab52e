import FrontMatter
import Testing

/// What libyaml cannot read is explained, with what to write instead.
@Suite struct YAMLMessageTests {
    static let cases: [(String, String)] = [
        (
            "title: Foo: the sequel",
            """
            :2:11: error: a colon and a space stand inside a value
                Put the value in quotes: `title: "Foo: the sequel"`.
            """
        ),
        (
            #"title: Foo: "the" sequel's end"#,
            """
            :2:11: error: a colon and a space stand inside a value
                Put the value in quotes: `title: 'Foo: "the" sequel''s end'`.
            """
        ),
        (
            "authors:\n  - @jane",
            """
            :3:5: error: a value cannot begin with `@`
                Put the value in quotes: `- "@jane"`.
            """
        ),
        (
            "title: `code`",
            """
            :2:8: error: a value cannot begin with ```
                Put the value in quotes: `title: "`code`"`.
            """
        ),
        (
            "title: %d",
            """
            :2:8: error: a value cannot begin with `%`
                Put the value in quotes: `title: "%d"`.
            """
        ),
        (
            #"title: "Foo" bar"#,
            """
            :2:14: error: something follows the end of the value
                Put the value in quotes: `title: '"Foo" bar'`.
            """
        ),
        (
            "title: 'it's'",
            """
            :2:12: error: something follows the end of the value
                Put the value in quotes: `title: "it's"`.
            """
        ),
        (
            "title: [Video] A day",
            """
            :2:16: error: something follows the end of the value
                Put the value in quotes: `title: "[Video] A day"`.
            """
        ),
        (
            "title: *Foo* bar",
            """
            :2:8: error: `*` and `&` at the beginning of a value have a meaning of their own
                Put the value in quotes: `title: "*Foo* bar"`.
            """
        ),
        (
            "title: *Foo bar",
            """
            :2:8: error: `*Foo` stands for a value that has no anchor `&Foo` before it
                Put the value in quotes if the asterisk belongs to the text.
            """
        ),
        (
            "title: \"Foo\ndeck: bar",
            """
            :2:8: error: the quotation mark that opens here is not closed
                Close it; `"` inside double quotes is written `\\"`, and `'` inside single quotes `''`.
            """
        ),
        (
            "title: Foo\ndeck bar\nslug: x",
            """
            :3:1: error: a colon is missing after the name of a field
                Write `name: value`, or indent the line if it goes on with the value above.
            """
        ),
        (
            "title: Foo\n  deck: bar",
            """
            :3:7: error: a field cannot begin here
                Indent it like the fields around it, and write the line above as `name: value`.
            """
        ),
        (
            "authors:\n  - Jane\n deck: bar",
            """
            :4:2: error: the line is not indented like the lines before it
                Indent all fields of a map, and all items of a list, equally.
            """
        ),
        (
            "topics: [a, b\ndeck: bar",
            """
            :2:9: error: the list that opens here is not closed, or a comma is missing in it
                Close it with `]`, or put the value in quotes if it is text.
            """
        ),
        (
            "title: - a",
            """
            :2:8: error: a list cannot begin on the line of its field's name
                Put the value in quotes: `title: "- a"`.
            """
        ),
        (
            #"title: "C:\Media""#,
            """
            :2:11: error: a backslash in double quotes stands before something that is no escape
                Write `\\\\` for a backslash, or put the value in single quotes.
            """
        ),
        (
            "title: >foo",
            """
            :2:9: error: text follows `|` or `>` on its line
                Put the value in quotes: `title: ">foo"`.
            """
        ),
        (
            "title: {{ page.title }}",
            """
            :2:9: error: a list or a map stands where the name of a field is expected
                Put a value that contains braces or brackets in quotes.
            """
        ),
        (
            "title: Foo\u{0B}bar",
            """
            :2:11: error: the control character U+000B cannot stand in YAML
                Delete it; editors show it as a box or not at all.
            """
        ),
        (
            "- a\n- b",
            """
            :2:1: error: these are not fields
                Write each field as `name: value`; if the `---` above is meant as a rule, write `***` instead.
            """
        ),
    ]

    @Test(arguments: cases)
    func anError(text: String, problem: String) {
        #expect(Document("---\n\(text)\n---\n").problems == [problem])
    }

    @Test func theFieldsBeforeAnErrorAreKept() {
        #expect(Document("---\ntitle: Foo\ndate: 2014\ndeck: a: b\n---\n").values == "title = Foo\ndate = 2014")
    }
}
