import Foundation
import Markup
import Testing

@testable import Syndication

/// Foundation reads back what was written.
@Suite struct JSONTests {
    static let texts =
        XMLTests.texts + ["\u{0}\u{1}\u{1F}\u{7F}", "\\ \" \\u0041", "\u{2028}\u{2029}\u{2027}", "</script>"]

    private func read(_ json: HTML) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    }

    @Test("A text is the same, in a file and in a script", arguments: texts)
    func text(text: String) throws {
        for place in [JSON.Place.file, .script] {
            let json = JSON.object(in: place) { json in
                json.put("text", text)
                json.put("list", [text, text])
                json.put("html", html: HTML(trusted: Array(text.utf8)))
            }
            let object = try read(json)
            #expect(object["text"] as? String == text)
            #expect(object["html"] as? String == text)
            #expect(object["list"] as? [String] == [text, text])
        }
    }

    @Test("What must be escaped is, wherever in a text it stands, however long that is")
    func places() throws {
        for odd in ["\"", "\\", "<", "&", "\u{1}", "\u{7F}", "\u{2028}", "é", "\u{0}"] {
            for (before, after) in (0..<20).flatMap({ before in (0..<12).map { (before, $0) } }) {
                let text = String(repeating: "a", count: before) + odd + String(repeating: "b", count: after)
                for place in [JSON.Place.file, .script] {
                    let json = JSON.object(in: place) { $0.put("text", text) }
                    #expect(try read(json)["text"] as? String == text)
                    if place == .script, "<&\u{2028}".contains(odd) { #expect(!json.description.contains(odd)) }
                }
            }
        }
    }

    @Test("In a script no text can end it, or begin anything", arguments: texts)
    func script(text: String) {
        let json = JSON.object(in: .script) { $0.put("text", text) }.description
        for scalar in ["<", ">", "&", "\u{2028}", "\u{2029}"] { #expect(!json.contains(scalar)) }
    }

    @Test("Objects, lists and what is left out")
    func structure() {
        let json = JSON.object(in: .file) { json in
            json.put("nothing", nil as String?)
            json.put("none", [])
            json.put("one", 1)
            json.object("object") { json in
                json.put("yes", true)
                json.put("no", false)
            }
            json.objects("objects", ["a", "b"]) { $0.put("name", $1) }
            json.objects("empty", [String]()) { $0.put("name", $1) }
            json.lines("lines", [String]()) { $0.put("name", $1) }
            json.put("made", made: "{\"x\":2}")
            json.object("last") { _ in }
        }
        #expect(
            json.description
                == #"{"one":1,"object":{"yes":true,"no":false},"objects":[{"name":"a"},{"name":"b"}],"lines":[],"#
                + #""made":{"x":2},"last":{}}"#)
    }
}
