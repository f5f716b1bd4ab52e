import Markdown
import Markup
import Testing

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
