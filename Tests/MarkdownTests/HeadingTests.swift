import Markdown
import Markup
import Testing

@Suite struct HeadingTests {
    @Test func headingsHaveIDs() {
        let body = render(
            "# Fish & *Chips*!\n\n## Fish & Chips\n\n## Überall, 東京 2\n\n## fn-1\n\n## !\n\n## main",
            BodyOptions(topHeading: 2, reservedIDs: ["main"]))
        #expect(
            body.html == """
                <h2 id="fish--chips">Fish &amp; <em>Chips</em>!</h2>
                <h3 id="fish--chips-1">Fish &amp; Chips</h3>
                <h3 id="überall-東京-2">Überall, 東京 2</h3>
                <h3 id="section-fn-1">fn-1</h3>
                <h3 id="section">!</h3>
                <h3 id="main-1">main</h3>
                """)
    }

    @Test func noLevelIsBelowTheSixth() {
        #expect(
            render("# a\n\n##### b", BodyOptions(topHeading: 4)).html == "<h4 id=\"a\">a</h4>\n<h6 id=\"b\">b</h6>")
    }

    @Test func theHighestSetsTheLevelsOfAll() {
        #expect(
            render("### a\n\n#### b", BodyOptions(topHeading: 2)).html == "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>")
    }

    @Test func theHeadlineIsDropped() {
        #expect(render("# A\n\n# B", BodyOptions(dropsLeadingHeadline: true)).html == "<h1 id=\"b\">B</h1>")
        #expect(render("A\n\n# B", BodyOptions(dropsLeadingHeadline: true)).html == "<p>A</p>\n<h1 id=\"b\">B</h1>")
    }
}
