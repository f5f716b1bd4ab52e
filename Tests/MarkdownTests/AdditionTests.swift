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

@Suite struct TableTests {
    @Test func aTableHasAHeaderAndAlignedColumns() {
        let body = render(
            "Before.\n\n| Ship | Tons | Flag |\n|------|-----:|:----:|\n| *Ada* | 1 \\| 2 | `a\\|b` |\n| B |\n| C | 3 | D | E"
        )
        #expect(
            body.html == """
                <p>Before.</p>
                <div class="table" role="group" aria-label="Table" tabindex="0">
                <table>
                <thead>
                <tr>
                <th scope="col">Ship</th><th scope="col" class="right">Tons</th><th scope="col" class="center">Flag</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td><em>Ada</em></td><td class="right">1 | 2</td><td class="center"><code>a|b</code></td>
                </tr>
                <tr>
                <td>B</td><td class="right"></td><td class="center"></td>
                </tr>
                <tr>
                <td>C</td><td class="right">3</td><td class="center">D</td>
                </tr>
                </tbody>
                </table>
                </div>
                """)
    }

    @Test func textRightBeforeATableStays() {
        let body = render("Some\ntext:\n| a |\n|---|\n| [x][y] |\n\n[y]: /z")
        #expect(body.html.hasPrefix("<p>Some\ntext:</p>\n<div class=\"table\""))
        #expect(body.html.contains("<td><a href=\"/z\">x</a></td>"))
    }

    @Test func tablesStandInQuotesAndLists() {
        #expect(render("> | a | b |\n> |---|---|\n> | c | d |").html.contains("<td>c</td><td>d</td>"))
        #expect(render("- | a | b |\n  |---|---|\n  | c | d |").html.contains("<td>c</td><td>d</td>"))
    }

    @Test(arguments: [
        "a | b\nc | d", "```\n| a |\n|---|\n```", "| a | b |\n|---|", "    | a |\n    |---|.", "|---|\n\n|---|",
    ])
    func otherPipesAreText(source: String) {
        #expect(!render(source).html.contains("<table>"))
    }

    @Test func aProblemInACellHasItsLine() {
        let body = render("| a |\n|---|\n| b |\n| [c](gone.md) |\n| {{< x >}} |")
        #expect(body.html.contains("<td>c</td>"))
        #expect(body.html.contains("<td></td>"))
        #expect(
            body.problems == ["4:7: warning: there is no article \"gone.md\"", "5:3: warning: unknown shortcode “x”"])
    }
}

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
                == "Is :::pullquote meant? Known are :::pullquote, :::aside and ::embed.")
    }

    @Test func attributesAreText() {
        #expect(
            render(":::aside{title='\"><script>'}\nA\n:::").html
                == "<aside><h2>&quot;&gt;&lt;script&gt;</h2><p>A</p>\n</aside>")
    }
}

@Suite struct ShortcodeTests {
    @Test func unknownOnesAreLeftOut() {
        let body = render(
            "{{< legacy-img src=\"a\" >}}\n\nA {{% note %}}b{{% /note %}} {% image \"x\" %}c {{ site.name }}.\n\n{{< x\n  y >}}\n\nZ [l](gone.md)"
        )
        #expect(body.html == "<p>A b c .</p>\n<p>Z l</p>")
        #expect(
            body.problems == [
                "1:1: warning: unknown shortcode “legacy-img”", "3:3: warning: unknown shortcode “note”",
                "3:30: warning: unknown shortcode “image”", "3:47: warning: unknown template value “site.name”",
                "5:1: warning: unknown shortcode “x”", "8:7: warning: there is no article \"gone.md\"",
            ])
    }

    @Test func codeIsLeftAlone() {
        let source = "`{{< x >}}`\n\n```\n{{< x >}} {% y %}\n{{ z\n}}\n```"
        let body = render(source)
        #expect(
            body.html
                == "<p><code>{{&lt; x &gt;}}</code></p>\n<pre><code>{{&lt; x &gt;}} {% y %}\n{{ z\n}}\n</code></pre>")
        #expect(body.problems == [])
    }

    @Test func pagesAreLinked() {
        let body = render(
            """
            [a]({{< ref "ceasefire.md" >}} "T") [b]({{ "/x/" | url }}) [c]({{ site.baseurl }}/y) [d]({{< z >}}) \
            ![e]({{ "ferry.jpg" | url }})
            """)
        #expect(
            body.html == """
                <p><a href="/war/ceasefire/" title="T">a</a> <a href="/x/">b</a> <a href="/y">c</a> d \
                <img src="/ferry.jpg" alt="e" width="800" height="600" loading="lazy"></p>
                """)
        #expect(body.problems == ["1:90: warning: unknown shortcode “z”"])
    }

    @Test func rawAndCommentsAreUnderstood() {
        let body = render(
            "{% raw %}{{ x }}{% endraw %} a\n\n{% comment %}\nb\n\nc\n{% endcomment %}\n\nd {{</* y */>}} [e](gone.md)")
        #expect(body.html == "<p>{{ x }} a</p>\n<p>d {{&lt; y &gt;}} e</p>")
        #expect(body.problems == ["9:21: warning: there is no article \"gone.md\""])
    }

    @Test func whatHoldsNothingElseIsLeftOutToo() {
        #expect(render("[{{< img >}}](/x)\n\n- {{< a >}}\n\n**{{< b >}}**").html == "")
    }

    @Test func htmlThatIsAllowedKeepsItsLinks() {
        #expect(
            render("<a href=\"{{< ref \"ceasefire.md\" >}}\">x</a>", BodyOptions(rawHTML: .allow)).html
                == "<p><a href=\"/war/ceasefire/\">x</a></p>")
    }
}

@Suite struct DatelineTests {
    @Test func theGivenOneIsPutWhereTheTextHasNone() {
        let options = BodyOptions(hasDateline: true, dateline: "CAIRO")
        #expect(render("Talks.", options).html == "<p><span class=\"dateline\">CAIRO</span> — Talks.</p>")
        #expect(
            render("GENEVA — Talks.", options).html == "<p><span class=\"dateline\">GENEVA</span> — Talks.</p>")
        #expect(render("- Talks.", options).html == "<ul>\n<li>Talks.</li>\n</ul>")
    }

    @Test(arguments: [
        ("CAIRO — The talks", "<span class=\"dateline\">CAIRO</span> — The talks"),
        ("CAIRO, Egypt (AP) — The talks", "<span class=\"dateline\">CAIRO, Egypt (AP)</span> — The talks"),
        ("GENEVA, 3 March – The talks", "<span class=\"dateline\">GENEVA, 3 March</span> – The talks"),
        ("**CAIRO** -- The *talks*", "<span class=\"dateline\">CAIRO</span> – The <em>talks</em>"),
        ("WASHINGTON, D.C. - The talks", "<span class=\"dateline\">WASHINGTON, D.C.</span> — The talks"),
        ("МОСКВА — Переговоры", "<span class=\"dateline\">МОСКВА</span> — Переговоры"),
        ("ST. JOHN'S — Fog", "<span class=\"dateline\">ST. JOHN’S</span> — Fog"),
        ("AIX-EN-PROVENCE—Fog", "<span class=\"dateline\">AIX-EN-PROVENCE</span> — Fog"),
    ])
    func datelinesAreMarkedUp(source: String, html: String) {
        #expect(render(source, BodyOptions(hasDateline: true)).html == "<p>\(html)</p>")
    }

    @Test(arguments: [
        "NOTE — This", "Cairo — The talks", "The UN — a body", "CAIRO", "CAIRO —", "A — b", "NATO-led — x",
    ])
    func otherTextIsNot(source: String) {
        #expect(!render(source, BodyOptions(hasDateline: true)).html.contains("dateline"))
    }

    @Test func itStandsBehindTheFirstFigure() {
        #expect(render("![](ferry.jpg)\n\nCAIRO — A", BodyOptions(hasDateline: true)).html.contains("<p><span"))
        #expect(!render("A\n\nCAIRO — A", BodyOptions(hasDateline: true)).html.contains("<span"))
    }
}

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
