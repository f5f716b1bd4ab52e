import Markdown
import Markup
import Testing

@Suite struct ExcerptTests {
    func excerpt(_ source: String) -> Excerpt { Excerpt(of: Array(source.utf8)[...]) }

    @Test func itIsTheFirstParagraphWithoutItsDateline() {
        let found = excerpt(
            "# *The* Talks\n\n![x](y)\n\n{{< z >}}\n\n<div>\nq\n</div>\n\n:::aside\nno\n:::\n\nCAIRO — The [talks](a) in `b`[^1] ~~not~~ \"end\".\nYes.\n\nMore."
        )
        #expect(found.headline == "The Talks")
        #expect(found.dateline == "CAIRO")
        #expect(found.summary == "The talks in b not “end”. Yes.")
    }

    @Test func aLongTextIsNotReadToItsEnd() {
        let start = ContinuousClock.now
        let found = excerpt("A.\n\n" + String(repeating: "word ", count: 2_000_000))
        #expect(found.summary == "A.")
        #expect(excerpt(String(repeating: "- item\n", count: 500_000)).summary == nil)
        #expect(excerpt("") == excerpt("\n\n"))
        #expect(ContinuousClock.now - start < .seconds(5))
    }
}
