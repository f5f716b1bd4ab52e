import Markup
import Testing

struct HTMLTests {
    @Test func literalsAreMarkupAndValuesAreText() {
        let name = "Fish & <Chips> \"'"
        let isLead = name.hasPrefix("Fish")
        let page: HTML = "<li class=\"\(isLead ? "lead" : "")\">\(name)</li>"
        #expect(page.description == "<li class=\"lead\">Fish &amp; &lt;Chips&gt; &quot;&#39;</li>")
    }

    @Test func piecesNest() {
        let topics = ["War & Peace", "Law"]
        let deck: String? = nil
        let page: HTML = """
            <ul>\(topics.map { "<li>\($0)</li>" })</ul>\(deck.map { "<p>\($0)</p>" })\(topics.first)
            """
        #expect(page.description == "<ul><li>War &amp; Peace</li><li>Law</li></ul>War &amp; Peace")
    }

    @Test func aConstantInterpolatedByNameIsText() {
        let label = "<b>"
        let page: HTML = "\(label)\(raw: label)\("<b>")"
        #expect(page.description == "&lt;b&gt;<b><b>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "java\nscript:x",
    ])
    func anAddressWithAForbiddenSchemeIsRefused(address: String) {
        let page: HTML = "<a href=\"\(address)\"><img src=\"\(address)\">"
        #expect(page.description == "<a href=\"#refused-address\"><img src=\"#refused-address\">")
        #expect(Address(address) == nil)
    }

    @Test(arguments: [
        "/war/", "a.html?b=c:d", "https://example.org/?a=b&c", "mailto:desk@example.org", "tel:+44", "//x/y", "",
    ])
    func otherAddressesStand(address: String) {
        let page: HTML = "<a href=\"\(address)\">"
        #expect(page == "<a href=\"\(raw: address.split(separator: "&").joined(separator: "&amp;"))\">")
    }

    @Test func jsonCannotEndItsScript() {
        let page: HTML = "<script type=\"application/ld+json\">\(json: "{\"a\":\"</script>&\"}")</script>"
        #expect(
            page.description == "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\\u0026\"}</script>"
        )
    }
}
