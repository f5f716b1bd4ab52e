import Markup
import Testing

/// A piece of HTML is a value, however its bytes are kept.
struct BufferTests {
    @Test func aCopyGoesItsOwnWay() {
        var one = HTML.StringInterpolation(literalCapacity: 100, interpolationCount: 0)
        one.appendLiteral("<p>")
        var other = one
        one.appendLiteral("one")
        let piece = HTML(stringInterpolation: one)
        other.appendLiteral("other")
        one.appendLiteral(" and more")
        #expect(piece == "<p>one")
        #expect(HTML(stringInterpolation: other) == "<p>other")
        #expect(HTML(stringInterpolation: one) == "<p>one and more")
    }

    @Test func itGrowsAsFarAsNeeded() {
        let words = (0..<5000).map { "<i>\($0)</i>" as HTML }
        let page: HTML = "<p>\(words)</p>\(words.joined(separator: ", "))"
        let plain = (0..<5000).map { "<i>\($0)</i>" }
        #expect(page.description == "<p>\(plain.joined())</p>\(plain.joined(separator: ", "))")
        #expect(page == HTML(trusted: page.bytes))
        #expect((page + "").bytes.count == page.bytes.count)
    }

    @Test func nothingIsAPieceToo() {
        let none: HTML = ""
        #expect(none.isEmpty && HTML(text: "").isEmpty && HTML(trusted: []).isEmpty && [HTML]().joined().isEmpty)
        #expect(none == HTML(trusted: []))
        #expect(none.bytes.isEmpty)
    }
}
