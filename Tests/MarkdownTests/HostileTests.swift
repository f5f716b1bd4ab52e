import Foundation
import Markdown
import Markup
import Testing

/// Text that was written to do harm, or by nobody.
@Suite(.serialized) struct HostileTests {
    /// What must never be in the page, wherever it stood in the text.
    static let payloads = [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "' onerror='alert(1)", "\" onerror=\"alert(1)",
        "javascript:alert(1)", "</figcaption><script>", "&lt;script&gt;", "\u{0}<script>",
    ]

    static let places = [
        "X", "![a](ferry.jpg \"X\")", "![X](ferry.jpg)", "![X](ferry.jpg) b", "![a](ferry.jpg 'X') b",
        "![a](gone.jpg 'X')",
        "![a](X)", "![a](<X>) b", "[a](X)", "[a](<X>)", "[a](/x 'X')", "# X", ":::pullquote{cite=\"X\"}\na\n:::",
        ":::aside{title='X'}\na\n:::", ":::aside\nX\n:::", "::embed{url=\"X\"}",
        "::embed{url='https://x.org/X' title='X'}",
        ":::X\na\n:::", "a[^X]\n\n[^X]: X", "a[^1]\n\n[^1]: X", "{{< X >}}", "{{ X }}", "{{ \"X\" }}", "{{</* X */>}}",
        "{% X %}",
        "[a]({{< ref \"X\" >}})", "[a]({{< ref 'X' >}})", "![a]({{ \"X\" | url }})", "| X |\n|---|\n| X |", "~~X~~",
        "CAIRO, X — y", "`X`", "```X\nX\n```", "{{< ref \"X\" >}}", "&#x10FFF0;0&#x10FFF1; {{ x }} X",
    ]

    @Test(arguments: payloads, places)
    func itOnlyEverComesOutAsText(payload: String, place: String) {
        let source = place.replacing("X", with: payload)
        let html = render(source, BodyOptions(hasDateline: true)).html
        #expect(!html.lowercased().contains("<script"), "\(source) became \(html)")
        #expect(!html.contains(#/(href|src)="?\s*javascript:/#), "\(source) became \(html)")
        #expect(!html.contains(#/<[^>]*["'\s]onerror\s*=/#) || isQuoted(html), "\(source) became \(html)")
        #expect(!html.contains("\u{10FFF0}") || source.contains("&#x10FFF0;"))
    }

    /// Whether every `onerror` stands inside a quoted value or in text: taken apart as a browser would.
    private func isQuoted(_ html: String) -> Bool {
        var quote: Character?
        var isInTag = false
        var outside = ""
        for character in html {
            if let open = quote {
                if character == open { quote = nil }
            } else if isInTag {
                if character == "\"" || character == "'" { quote = character } else { outside.append(character) }
                if character == ">" { isInTag = false }
            } else if character == "<" {
                isInTag = true
            }
        }
        return !outside.contains("onerror")
    }

    static let units = [
        "[", "]", "*", "_", "|", ":::", ":::\n", ":::aside\n", "::::aside\n:::\n", "::embed\n", "{{", "{{<", "{%",
        "{% raw %}",
        "{% comment %}", "{{< x >}}", "{{< x >}}\n", "*{{< x >}}* ", "[{{< x >}}](y)\n", "~~", "~~a ", "~~a~~ ", "[^",
        "[^a]",
        "[^a]: b\n", "[^a]:\n[^b]: [^a] [^b]\n\n", "> ", "- ", "- a\n  ", "![", "![](", "[a](", "![a](b)\n\n", "<",
        "<b>", "<b>\n",
        "<!--", "`", "\\", "# a\n", "| a |\n", "|-", "|---|\n", "| a |\n|---|\n", "| a |\n|---|\n\n",
        "[a](javascript:b)", "[a](javascript:b)\n",
        "<x:y> ", "![a](gone.jpg) ", "[a]: b\n", "\n", "\r", "\u{0}", "&#x10FFF0;0&#x10FFF1;", "\u{10FFF0}0\u{10FFF1}",
        "a\n", "\"", "A — ",
    ]

    /// Unoptimised: what is linear takes a tenth of this, what is quadratic many times as long.
    @Test(arguments: units)
    func repetitionTakesLinearTime(unit: String) {
        let source = String(repeating: unit, count: 24_000 / unit.utf8.count)
        let start = threadSeconds()
        _ = render(source, BodyOptions(hasDateline: true))
        _ = Excerpt(of: Array(source.utf8)[...])
        _ = HTML(inlineMarkdown: source)
        _ = Caption(parsing: source)
        #expect(threadSeconds() - start < 3)
    }

    @Test func depthTakesLinearTime() {
        let deep = String(repeating: "> ", count: 20_000)
        for source in [
            deep + String(repeating: "[a](javascript:b) ", count: 20_000), deep + "{{< x >}} ![a](b) | a |",
            String(repeating: "*a **a ", count: 20_000) + "[a](javascript:b) ~~a~~ <b>",
            String(repeating: "*", count: 50_000) + "a {{ x }}" + String(repeating: "*", count: 50_000),
            String(repeating: "![", count: 10_000) + "a" + String(repeating: "](b)", count: 10_000),
            String(repeating: "[![a](b)", count: 5_000) + String(repeating: "](c)", count: 5_000),
            "|" + String(repeating: "a|", count: 100) + "\n|" + String(repeating: "-|", count: 100) + "\n"
                + String(repeating: "a\n", count: 20_000),
            (0..<200).reversed().map { String(repeating: ":", count: $0 + 3) + "aside\n" }.joined() + "a\n"
                + (0..<200).map { String(repeating: ":", count: $0 + 3) + "\n" }.joined(),
        ] {
            let start = threadSeconds()
            _ = render(source)
            #expect(
                threadSeconds() - start < 4, "\(source.prefix(60)) took \(threadSeconds() - start) s")
        }
    }

    @Test func anyTextIsRead() {
        var random = Generator(state: 42)
        let parts =
            HostileTests.units + HostileTests.places + [
                "a", " ", "\n\n", "    ", "```\n", "~~~\n", "1. ", "{", "}", "%}", ">}}", "}}", "(", ")", "\"",
                "{a=\"b\"}", "é", "日", "\t", "\r\n",
                "http://x", "<br>", "</b>", "-->", "***", "---\n", "{% endraw %}", "{% endcomment %}", "CAIRO — ",
            ]
        for _ in 0..<2_500 {
            let source = (0..<Int.random(in: 1...25, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }.joined()
            var bytes = Array(source.utf8)
            if Bool.random(using: &random), !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let body = Body(
                rendering: bytes[...],
                options: BodyOptions(topHeading: 2, dropsLeadingHeadline: true, hasDateline: true),
                surroundings: SmallSite(), pieces: PlainPieces())
            let html = String(validating: body.html.bytes, as: UTF8.self)
            #expect(html != nil, "\(source.debugDescription)")
            #expect(html?.contains("<script") != true, "\(source.debugDescription)")
            // No placeholder is left.
            let isInSource = source.contains("\u{10FFF0}") || source.contains("&#x10FFF0;")
            #expect(html?.contains("\u{10FFF0}") != true || isInSource, "\(source.debugDescription)")
            let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
            #expect(body.diagnostics.allSatisfy { (1...lines).contains($0.line) })
            _ = Excerpt(of: bytes[...])
        }
    }
}

/// The time that this thread has worked, whatever else the machine does.
func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Random numbers that are the same in every run (SplitMix64).
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
