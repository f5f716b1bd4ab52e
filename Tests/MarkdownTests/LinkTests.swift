import Markdown
import Markup
import Testing

@Suite struct LinkTests {
    @Test func pagesOfTheSiteAreResolved() {
        #expect(
            render("[a](ceasefire.md) <https://x.org>").html
                == "<p><a href=\"/war/ceasefire/\">a</a> <a href=\"https://x.org\">https://x.org</a></p>")
    }

    @Test func whatIsNotThereIsText() {
        let body = render("Read\n[*this*](gone.md).")
        #expect(body.html == "<p>Read\n<em>this</em>.</p>")
        #expect(body.problems == ["2:10: warning: there is no article \"gone.md\""])
    }

    @Test func schemesThatAreNotAllowedLeaveTheText() {
        let body = render("[a](javascript:alert(1)) <irc://x> ![b](data:text/html,x) [c](tel:1)", firstLine: 11)
        #expect(body.html == "<p>a irc://x b <a href=\"tel:1\">c</a></p>")
        #expect(
            body.problems == [
                "11:5: warning: a link may not lead to “javascript:alert(1)”",
                "11:27: warning: a link may not lead to “irc://x”",
                "11:41: warning: a picture may not come from “data:text/html,x”",
            ])
    }
}
