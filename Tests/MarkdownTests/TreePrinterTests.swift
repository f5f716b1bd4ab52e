import CCmark
import Foundation
import Testing

@testable import Markdown

/// A tree is printed as cmark prints it.
@Suite struct TreePrinterTests {
    @Test("Every example of CommonMark's is printed as cmark prints it", arguments: [false, true])
    func examples(smart: Bool) throws {
        let examples = try CommonMarkTests.examples()
        #expect(examples.count == 652)
        for example in examples { try check(example.markdown, smart: smart) }
    }

    @Test(
        "So is what the examples do not have",
        arguments: [
            "", "\n\n", "'a' \"b\" & < > /", "`'\"&<>`", "[a](/'\"&<>[]{}|\\^ü \"t'&<>\\\"\")",
            "![a *b* `c` <d>\\\ne](u 'v')",
            "![a ![b](c) d](e)", "[![a](b 'c')](d)", "```a'&<b c\nd'&<e\n```", "```\n```", "~~~ \n'\n~~~", "    'a'\n",
            "9. a\n10. b", "0) a\n\n   b", "1. a\n2. b\n\n   c", "- a\n  - b\n\n    c\n- d", "> - # a\n>   b",
            "> a\n\n- b\n***",
            "<div>'</div>\n\na <b>'</b>", "a\\\nb  \nc", "# 'a'\n\nb\n=\n\nc\n-", "\u{0}", "ü—’",
        ])
    func others(text: String) throws {
        for smart in [false, true] { try check(text, smart: smart) }
    }

    @Test("A title that is empty is none: cmark does not tell them apart when it is asked")
    func emptyTitle() throws {
        let tree = try #require(Tree(parsing: Array("[a](b '')".utf8)[...], smart: false))
        #expect(tree.root.html().description == "<p><a href=\"b\">a</a></p>\n")
    }

    @Test("So is a tree with nodes of our own making")
    func ownNodes() throws {
        let tree = try #require(Tree(parsing: Array("a\n\n- b\n".utf8)[...], smart: false))
        let paragraph = try #require(tree.root.first)
        let block = tree.block(Array("<p>".utf8), Array("</p>".utf8))
        tree.replace(paragraph, by: block)
        block.append(tree.inline(Array("<b>".utf8), Array("</b>".utf8)))
        tree.root.append(tree.block([]))
        tree.root.append(tree.paragraph())
        #expect(tree.root.html().description == cmarks(tree.root))
        #expect(tree.root.html().description.hasPrefix("<p>\n<b></b>\n</p>\n"))
    }

    @Test("A tree may be as deep as its text is long")
    func deep() throws {
        try check(String(repeating: "> ", count: 20_000) + "a", smart: false)
    }

    private func check(_ text: String, smart: Bool) throws {
        let tree = try #require(Tree(parsing: Array(text.utf8)[...], smart: smart))
        #expect(tree.root.html().description == cmarks(tree.root), "\(text.prefix(200).debugDescription)")
    }

    private func cmarks(_ node: Node) -> String {
        cmark_render_html(node.pointer, CMARK_OPT_UNSAFE).map { String(cString: $0) } ?? ""
    }
}
