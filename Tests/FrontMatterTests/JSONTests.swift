import FrontMatter
import Testing

/// JSON gives the same fields as YAML would.
@Suite struct JSONTests {
    @Test func valuesAndPlaces() {
        let document = Document(
            #"""
            {
              "title": "Caf\u00e9 \ud83d\ude00 \"a\/b\"\t}",
            	"draft": false, "priority": 1.10e+2, "none": null,
              "topics": ["é", "b"
              ],
              "image": {"src": "a.jpg"}, "empty": {}, "list": []
            }
            Body
            """#)
        #expect(
            document.outline == """
                title 2:3 = "Café 😀 "a/b"\t}" 2:12
                draft 3:2 = false 3:11
                priority 3:18 = 1.10e+2 3:30
                none 3:39 = - 3:47
                topics 4:3 = ["é" 4:14, "b" 4:19] 4:13
                image 6:3 = {src 6:13 = "a.jpg" 6:20} 6:12
                empty 6:30 = {} 6:39
                list 6:43 = [] 6:51
                """)
        #expect(document.bodyLine == 8)
        #expect(document.problems == [])
    }

    static let cases: [(String, String)] = [
        ("{\"a\" 1}", ":1:6: error: a colon is expected here"),
        ("{\"a\": 1 \"b\": 2}", ":1:9: error: a comma or `}` is expected here"),
        ("{\"a\": [1 2]}", ":1:10: error: a comma or `]` is expected here"),
        ("{\"a\": [1,]}", ":1:10: error: a value is expected here\n    Remove the comma before it."),
        (
            "{\"a\": 1,\n}",
            ":2:1: error: the name of a field in double quotes is expected here\n    Remove the comma before it."
        ),
        ("{\"a\": 1, b: 2}", ":1:10: error: the name of a field in double quotes is expected here"),
        ("{\"a\": yes}", ":1:7: error: a value is expected here"),
        ("{\"a\": 01}", ":1:7: error: a value is expected here"),
        ("{\"a\": 1.}", ":1:7: error: a value is expected here"),
        ("{\"a\": 'b'}", ":1:7: error: a value is expected here"),
        ("{\"a\": \"b\n\"}", ":1:9: error: a line break or a tab stands in a string\n    Write `\\n` or `\\t`."),
        (
            #"{"a": "C:\Pictures"}"#,
            ":1:10: error: a backslash stands before something that is no escape\n    Write `\\\\` for a backslash."
        ),
        (
            #"{"a": "\ud83d"}"#,
            ":1:8: error: a backslash stands before something that is no escape\n    Write `\\\\` for a backslash."
        ),
        (
            "{\"a\": 1, \"a\": 2}",
            """
            :1:10: warning: the field `a` stands here a second time, and this one counts
                Remove the one that is wrong; the earlier stands on line 1.
            """
        ),
    ]

    @Test(arguments: cases)
    func aProblem(text: String, problem: String) {
        #expect(Document(text).problems == [problem])
    }

    @Test func nestingIsBounded() {
        let text = "{\"a\": " + String(repeating: "[", count: 100_000) + "]}"
        #expect(Document(text).diagnostics.map(\.column) == [38])
    }
}
