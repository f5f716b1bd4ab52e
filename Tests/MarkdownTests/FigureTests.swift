import Markdown
import Markup
import Testing

@Suite struct FigureTests {
    @Test func anImageAloneInItsParagraphIsAFigure() {
        let body = render("![A *ferry*](ferry.jpg \"The *noon* ferry. (REUTERS/Ada Moen)\")")
        #expect(
            body.html == """
                <figure><img src="/ferry.jpg" alt="A ferry"><figcaption>The <em>noon</em> ferry.</figcaption>\
                <small>REUTERS/Ada Moen</small></figure>
                """)
        #expect(body.problems == [])
    }

    @Test func alsoWhenItIsALink() {
        #expect(
            render("[![A ferry](ferry.jpg)](https://example.org/)").html == """
                <figure><a href="https://example.org/"><img src="/ferry.jpg" alt="A ferry"></a></figure>
                """)
    }

    @Test func anotherStandsInItsLine() {
        #expect(
            render("See ![A ferry](ferry.jpg \"Noon\").").html == """
                <p>See <img src="/ferry.jpg" alt="A ferry" title="Noon" width="800" height="600" loading="lazy">.</p>
                """)
    }

    @Test func aMissingPictureLeavesItsText() {
        let body = render("One.\n\n![A ferry](gone.jpg \"At noon. (NASA)\")\n\nSee ![a boat](gone.jpg).")
        #expect(body.html == "<p>One.</p>\n<p>A ferry At noon. (NASA)</p>\n<p>See a boat.</p>")
        #expect(
            body.problems == [
                "3:12: error: there is no picture \"gone.jpg\"", "5:15: error: there is no picture \"gone.jpg\"",
            ])
    }

    @Test(arguments: [
        ("A ferry. (REUTERS/Ada Moen)", "REUTERS/Ada Moen"), ("A ferry (Ada Moen/AP)", "Ada Moen/AP"),
        ("A ferry (Photo: Ada Moen)", "Photo: Ada Moen"), ("A map. (Gazette Illustration)", "Gazette Illustration"),
        ("The Moon (NASA)", "NASA"), ("The Moon. (NASA/JPL-Caltech)", "NASA/JPL-Caltech"),
        ("A ferry. (Ada Moen)", "Ada Moen"), ("A ferry (AFP / Getty Images).", "AFP / Getty Images"),
        ("A ferry (courtesy of the Harbour Museum)", "courtesy of the Harbour Museum"),
        ("(Ada Moen/The Gazette)", "Ada Moen/The Gazette"), ("A ferry (© 2014 Ada Moen)", "© 2014 Ada Moen"),
        ("Фото (Фото: Анна)", "Фото: Анна"), ("A ferry (Ada Moen (AP)/Pool)", "Ada Moen (AP)/Pool"),
    ])
    func creditsAreRecognised(caption: String, credit: String) {
        #expect(Caption(parsing: caption).credit == credit)
    }

    @Test(arguments: [
        "The mayor (left)", "The mayor. (From left)", "Ada Moen (1890–1957)", "He came (and went)",
        "A meeting in Minsk (NATO)",
        "The mayor with a friend (Jan Roe)", "Open ended (", ")", "", "Boys (and/or girls)", "Now. (See page 4)",
        "5 (10/12)",
    ])
    func otherParenthesesStay(caption: String) {
        #expect(Caption(parsing: caption) == Caption(text: caption))
    }

    @Test func captionsAreInlineMarkdown() {
        #expect(HTML(inlineMarkdown: "Plain text, nothing else").description == "Plain text, nothing else")
        #expect(HTML(inlineMarkdown: "It's \"so\" -- *now*...").description == "It’s “so” – <em>now</em>…")
        #expect(HTML(inlineMarkdown: "1986. # no list").description == "1986. # no list")
        #expect(
            HTML(inlineMarkdown: "<b>x</b> & [l](javascript:x) [m](/m)").description
                == "&lt;b&gt;x&lt;/b&gt; &amp; l <a href=\"/m\">m</a>")
        #expect(HTML(inlineMarkdown: "").description == "")
        #expect(HTML(inlineMarkdown: " a ").description == "a")
    }
}
