import Markdown
import Markup
import Testing

@Suite struct StrikethroughTests {
    @Test(arguments: [
        ("~~a~~ b", "<del>a</del> b"), ("a~~b~~c", "a<del>b</del>c"), ("~~*a* b~~", "<del><em>a</em> b</del>"),
        ("~~ a ~~", "~~ a ~~"), ("b ~~~a~~~", "b ~~~a~~~"), ("`~~a~~`", "<code>~~a~~</code>"),
        ("\\~~a~~", "~~a~~"), ("~~a", "~~a"), ("*~~a~~*", "<em><del>a</del></em>"), ("~~a\nb~~", "<del>a\nb</del>"),
    ])
    func tildesStrikeThrough(source: String, html: String) {
        #expect(render("x\n\n" + source).html.dropFirst("<p>x</p>\n<p>".count).dropLast("</p>".count) == html)
    }
}
