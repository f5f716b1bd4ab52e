import Markdown
import Markup
import Testing

@Suite struct DirectiveTests {
    @Test func containersHoldMarkdown() {
        let body = render(":::pullquote{cite=\"Ada & Co\"}\nSo *it* is.\n\n- a\n:::\nEnd.")
        #expect(
            body.html == """
                <blockquote class="pull"><p>So <em>it</em> is.</p>
                <ul>
                <li>a</li>
                </ul>
                <cite>Ada &amp; Co</cite></blockquote>
                <p>End.</p>
                """)
        #expect(body.problems == [])
    }

    @Test func containersNest() {
        let body = render(
            "::::aside{title='T' #id .class}\n:::pullquote\nA\n:::\n::embed{url=https://www.x.org/y}\n::::")
        #expect(
            body.html == """
                <aside><h2>T</h2><blockquote class="pull"><p>A</p>
                </blockquote>
                <a class="embed" href="https://www.x.org/y">x.org</a>
                </aside>
                """)
        #expect(render(":::aside\n:::aside\nA\n:::\n:::").html == "<aside><aside><p>A</p>\n</aside>\n</aside>")
        #expect(
            render("> :::aside\n> A\n> :::\n> B").html
                == "<blockquote>\n<aside><p>A</p>\n</aside>\n<p>B</p>\n</blockquote>")
    }

    @Test func codeIsLeftAlone() {
        let body = render("```\n:::aside\n::embed{}\n```\n\n    :::\n\n<!--\n:::aside\n-->\n\n`:::`")
        #expect(
            body.html
                == "<pre><code>:::aside\n::embed{}\n</code></pre>\n<pre><code>:::\n</code></pre>\n<p><code>:::</code></p>"
        )
        #expect(body.problems == [])
        #expect(render(":::aside\n    code\n:::").html == "<aside><pre><code>code\n</code></pre>\n</aside>")
    }

    @Test(arguments: [
        (":::pulquote\nA\n:::", "1:1: error: unknown directive “:::pulquote”", "<p>A</p>"),
        (":::aside\nA", "1:1: error: :::aside is not closed", "<p>A</p>"),
        ("A\n\n:::", "3:1: error: ::: closes nothing", "<p>A</p>"),
        (":::aside{title=\"x}\nA\n:::", "1:16: error: the value of “title” is not closed: \" is missing", "<p>A</p>"),
        (":::aside{title}\nA\n:::", "1:15: error: the attribute “title” has no value", "<p>A</p>"),
        (":::aside Title\nA\n:::", "1:10: error: nothing may follow on a directive's line", "<p>A</p>"),
        (
            ":::aside{title=“x”}\nA\n:::", "1:16: error: the value is in curly quotes: straight ones are meant",
            "<p>A</p>"
        ),
        ("::embed{url=\"javascript:x\"}", "1:1: error: an embed may not lead to “javascript:x”", ""),
        ("::embed{url=\"/x\"}", "1:1: error: an embed may not lead to “/x”", ""),
        ("::embed", "1:1: error: an embed needs a url", ""),
        ("::aside{}", "1:1: error: aside is written with three colons", ""),
        (
            ":::aside{titel=\"x\"}\nA\n:::", "1:1: warning: aside has no attribute “titel”",
            "<aside><p>A</p>\n</aside>"
        ),
    ])
    func whatIsWrongIsReported(source: String, problem: String, html: String) {
        let body = render(source)
        #expect(body.problems == [problem])
        #expect(body.html == html)
    }

    @Test func aNearMissIsSuggested() {
        #expect(
            render(":::pulquote\n:::").diagnostics.first?.hint
                == "Is :::pullquote meant? Known are :::pullquote, :::aside, :::gallery, ::embed, ::video and ::audio.")
    }

    @Test func attributesAreText() {
        #expect(
            render(":::aside{title='\"><script>'}\nA\n:::").html
                == "<aside><h2>&quot;&gt;&lt;script&gt;</h2><p>A</p>\n</aside>")
    }
}
