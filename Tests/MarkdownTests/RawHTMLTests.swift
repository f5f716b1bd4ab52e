import Markdown
import Markup
import Testing

@Suite struct RawHTMLTests {
    @Test func itIsLeftOutWithAWarning() {
        let body = render(
            "<div>\nx\n</div>\n\na <b>c</b><br>d <!-- e -->\n\n<!-- f -->\n\n<script>\nalert(1)\n</script>")
        #expect(body.html == "<p>a c<br />\nd </p>")
        #expect(
            body.problems == [
                "1:1: warning: raw HTML is left out: <div>", "5:3: warning: raw HTML is left out: <b>",
                "9:1: warning: raw HTML is left out: <script>",
            ])
    }

    @Test func itStandsWhereItIsAllowed() {
        #expect(
            render("<div>\n\na <b>c</b>\n\n</div>", BodyOptions(rawHTML: .allow)).html
                == "<div>\n<p>a <b>c</b></p>\n</div>")
    }
}
