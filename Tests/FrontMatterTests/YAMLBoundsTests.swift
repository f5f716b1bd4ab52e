import FrontMatter
import Testing

/// A short text cannot be made to stand for much, whoever wrote it.
@Suite struct YAMLBoundsTests {
    @Test func aBillionLaughs() {
        var text = "---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let document = Document(text + "---\n")
        #expect(
            document.problems == [
                """
                :6:10: error: aliases stand for more than 10000 values
                    Write the values out.
                """
            ])
        #expect(document.fields.all.map(\.name) == ["a0", "a1", "a2", "a3"])
    }

    @Test func anAliasOfItself() {
        #expect(
            Document("---\na: &a [*a]\n---\n").problems == [
                """
                :2:8: error: `*a` stands for a value that has no anchor `&a` before it
                    Put the value in quotes if the asterisk belongs to the text.
                """
            ])
    }

    @Test func nesting() {
        func nested(_ depth: Int) -> Document {
            Document(
                "---\na: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n---\n")
        }
        #expect(nested(31).problems == [])
        #expect(
            nested(32).problems == [
                """
                :2:35: error: lists and maps are nested more than 32 deep
                    Write it flatter.
                """
            ])
        #expect(nested(100_000).diagnostics.count == 1)
    }

    @Test func nestingThroughAliases() {
        var text = "---\na0: &a0 [[[[[[[[[[x]]]]]]]]]]\n"
        for level in 1...3 { text += "a\(level): &a\(level) [[[[[[[[[[*a\(level - 1)]]]]]]]]]]\n" }
        #expect(Document(text + "---\n").diagnostics.map(\.line) == [5])
    }
}
