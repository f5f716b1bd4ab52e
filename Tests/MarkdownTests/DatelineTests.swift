import Markdown
import Markup
import Testing

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
        (
            "SAINT-GERMAIN-EN-LAYE, France, 12 September (AFP) — Fog",
            "<span class=\"dateline\">SAINT-GERMAIN-EN-LAYE, France, 12 September (AFP)</span> — Fog"
        ),
        (
            "BAD NEUENAHR-AHRWEILER, Rhineland (DPA) -- Fog",
            "<span class=\"dateline\">BAD NEUENAHR-AHRWEILER, Rhineland (DPA)</span> – Fog"
        ),
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
