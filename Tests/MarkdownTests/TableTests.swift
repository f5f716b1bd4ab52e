import Markdown
import Markup
import Testing

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
