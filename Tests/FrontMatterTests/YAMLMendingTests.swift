import FrontMatter
import Testing

/// Tabs that libyaml refuses are read as spaces where that is safe.
@Suite struct YAMLMendingTests {
    private func warning(_ place: String) -> String {
        """
        :\(place): warning: a tab stands where YAML wants a space, and is read as one
            Replace the tab by a space.
        """
    }

    @Test(arguments: [
        "title:\tFoo\nlist:\n- a\t\t\n- b",
        "title:\t\tFoo \t\nlist: [a,\n\tb]",
        "title: Foo\t# comment\nlist:\t\n  - a\n  - b",
    ])
    func tabsThatYAMLAllowsAreLeft(text: String) {
        let document = Document("---\n\(text)\n---\n")
        #expect(document.values == "title = Foo\nlist = [a, b]")
        #expect(document.problems == [])
    }

    @Test func aTabAfterAHyphen() {
        let document = Document("---\ntopics:\n-\tmelody\n-\t\tJapan\n---\n")
        #expect(document.outline == "topics 2:1 = [melody 3:3, Japan 4:4] 3:1")
        #expect(document.problems == [warning("3:2"), warning("4:2")])
    }

    @Test func aLineThatHoldsNothingButTabs() {
        let document = Document("---\r\ntitle: Foo\r\n\t\t\r\nlist:\r\n  - \"a\"\r\n \t\r\n  - b\r\n---\r\n")
        #expect(document.values == "title = Foo\nlist = [\"a\", b]")
        #expect(document.problems == [warning("3:1"), warning("6:2")])
    }

    @Test func aTabInsideTextStaysATab() {
        let document = Document("---\nquoted: \"a\tb\"\nplain: a\tb\nblock: |\n  a\n  \tb\n-\tc: d\n---\n")
        #expect(document.fields["quoted"]?.node.text == "\"a\tb\"")
        #expect(document.fields["plain"]?.node.text == "a\tb")
        #expect(document.fields["block"]?.node.text == "\"a\n\tb\n\"")
    }

    @Test func aTabThatIndentsIsAnError() {
        #expect(
            Document("---\nauthors:\n\t- Jane\n---\n").problems == [
                """
                :3:1: error: the line is indented with a tab
                    Indent with spaces.
                """
            ])
    }

    @Test func theNumberOfMendedLinesIsBounded() {
        let document = Document("---\na:\n" + String(repeating: "-\tb\n", count: 1000) + "---\n")
        #expect(document.diagnostics.count == 65)
        #expect(document.diagnostics.last?.severity == .error)
    }
}
