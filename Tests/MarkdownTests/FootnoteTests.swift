import Markdown
import Markup
import Testing

@Suite struct FootnoteTests {
    @Test func notesAreNumberedAsTheyAreCalled() {
        let body = render("One[^b] two[^a] three[^b].\n\n[^a]: First *note*.\n[^b]: https://x.org\n\n    More.\n\nEnd.")
        #expect(
            body.html == """
                <p>One<sup class="footnote"><a href="#fn-1" id="fnref-1" aria-label="Note 1">1</a></sup> \
                two<sup class="footnote"><a href="#fn-2" id="fnref-2" aria-label="Note 2">2</a></sup> \
                three<sup class="footnote"><a href="#fn-1" id="fnref-1-2" aria-label="Note 1">1</a></sup>.</p>
                <p>End.</p>
                <section class="footnotes" aria-label="Notes">
                <ol>
                <li id="fn-1">
                <p>https://x.org</p>
                <p>More. <a href="#fnref-1" class="footnote-back" aria-label="Back to text">↩</a> \
                <a href="#fnref-1-2" class="footnote-back" aria-label="Back to text">↩<sup>2</sup></a></p>
                </li>
                <li id="fn-2">
                <p>First <em>note</em>. <a href="#fnref-2" class="footnote-back" aria-label="Back to text">↩</a></p>
                </li>
                </ol>
                </section>
                """)
        #expect(body.problems == [])
    }

    @Test func aNoteOfOneWordIsNoLinkDefinition() {
        let body = render("A[^1].\n\n[^1]: Word")
        #expect(body.html.contains("<li id=\"fn-1\">\n<p>Word "))
    }

    @Test func notesWithoutTextAndTextsWithoutNoteAreReported() {
        let body = render("A[^x] *b*.\n\n[^y]: Nothing\n[^Y]: Twice")
        #expect(body.html == "<p>A[^x] <em>b</em>.</p>")
        #expect(
            body.problems == [
                "1:2: warning: there is no note [^x]", "3:1: warning: nothing calls the note [^y]",
                "4:1: warning: the note [^Y] is written twice",
            ])
    }

    @Test func codeAndEscapesAreLeftAlone() {
        #expect(
            render("`[^1]` \\[^1]\n\n```\n[^1]: x\n```\n\n    [^1]: y").html
                == "<p><code>[^1]</code> [^1]</p>\n<pre><code>[^1]: x\n</code></pre>\n<pre><code>[^1]: y\n</code></pre>"
        )
        #expect(render("[^1](/x)").html == "<p><a href=\"/x\">^1</a></p>")
    }

    @Test func labelsAreText() {
        #expect(render("A[^<script>].").html == "<p>A[^&lt;script&gt;].</p>")
    }

    @Test func noteInALinkIsBehindIt() {
        #expect(render("[a[^1]](/x)\n\n[^1]: n").html.hasPrefix("<p><a href=\"/x\">a</a><sup class"))
    }

    @Test func notesCallNotes() {
        let body = render("A[^1].\n\n[^1]: See[^2].\n\n[^2]: Two.")
        #expect(body.html.contains("<p>See<sup class=\"footnote\"><a href=\"#fn-2\""))
        #expect(body.problems == [])
    }
}
