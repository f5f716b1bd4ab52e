import Foundation
import Markup
import Newspaper
import Testing

@testable import Syndication

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What is written can be read: the text that comes out is the text that went in.
@Suite struct XMLTests {
    static let texts = [
        "Fish & chips < 5 > \"4\" 'x'", "]]>", "</title><script>alert(1)</script>", "&amp; &#0; &lt;", "tab\there",
        "line\nbreak\r\nand return\r", "😀 beyond 𝄞", "\u{200F}عربي\u{202E}", "é\u{FEFF}", "\u{FFFD}", "ﷺ", "",
    ]

    /// The text of the root element and its attribute, as a parser has them.
    private func read(_ xml: XML) -> (text: String, attribute: String?)? {
        final class Reader: NSObject, XMLParserDelegate {
            var text = ""
            var attribute: String?
            func parser(
                _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
                attributes: [String: String]
            ) { attribute = attributes["a"] ?? attribute }
            func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
            func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
                text += String(decoding: CDATABlock, as: UTF8.self)
            }
        }
        let reader = Reader()
        let parser = XMLParser(data: Data(xml.bytes.bytes))
        parser.delegate = reader
        return parser.parse() ? (reader.text, reader.attribute) : nil
    }

    @Test("A text is the same in an element and in an attribute", arguments: texts)
    func text(text: String) throws {
        let found = try #require(read("<r a=\"\(text)\">\(text)</r>"))
        #expect(found.text == text)
        #expect(found.attribute == text)
    }

    @Test("What must be escaped or left out is, wherever in a text it stands, however long that is")
    func places() throws {
        for (odd, left) in [("&", "&"), ("<", "<"), ("\"", "\""), ("\u{1}", ""), ("\u{FFFF}", ""), ("\t", "\t")] {
            for (before, after) in (0..<20).flatMap({ before in (0..<12).map { (before, $0) } }) {
                let (a, b) = (String(repeating: "a", count: before), String(repeating: "b", count: after))
                let found = try #require(read("<r a=\"\(a + odd + b)\">\(a + odd + b)</r>"))
                #expect(found.text == a + left + b)
                #expect(found.attribute == a + left + b)
            }
        }
    }

    @Test("A text that is taken for HTML is the same once that has been read", arguments: texts)
    func asHTML(text: String) throws {
        let html = try #require(read("<r>\(asHTML: text)</r>")).text
        #expect(!html.contains("<") && !html.contains(">"))
        let plain = html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        #expect(plain == text)
    }

    @Test("HTML is the same in a section of its own", arguments: texts)
    func html(text: String) throws {
        let plain = HTML(trusted: Array(text.utf8))
        let found = try #require(read("<r>\(cdata: plain)</r>"))
        // A section has no way to keep a return.
        #expect(
            found.text.unicodeScalars.filter { $0 != "\r" && $0 != "\n" }.elementsEqual(
                text.unicodeScalars.filter { $0 != "\r" && $0 != "\n" }))
    }

    @Test("What XML has no way to say is left out, whatever stands around it")
    func forbidden() throws {
        for scalar in [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0xFFFE, 0xFFFF].compactMap(Unicode.Scalar.init) {
            let character = String(Character(scalar))
            for (text, left) in [
                (character, ""), ("a\(character)b", "ab"), ("&\(character)<", "&<"), ("]]\(character)>", "]]>"),
                ("\(character)\(character)é", "é"), ("\u{EFFF}\(character)", "\u{EFFF}"),
            ] {
                let found = try #require(read("<r a=\"\(text)\">\(text)</r>"))
                #expect(found.text == left)
                #expect(found.attribute == left)
                let html = HTML(trusted: Array(text.utf8))
                let section = try #require(read("<r>\(cdata: html)</r>"), "\(scalar.value)")
                #expect(section.text == left)
            }
        }
    }

    @Test("A section ends where it ends", arguments: ["]]>", "]]]>", "]]>]]>", "]]", "]", "]]>>", "<![CDATA[x]]>"])
    func sections(text: String) {
        #expect(read("<r>\(cdata: HTML(trusted: Array(text.utf8)))</r>")?.text == text)
    }

    @Test(
        "Dates are as RFC 822 and RFC 3339 have them",
        arguments: [
            ("2026-11-18T07:30:05Z", "Wed, 18 Nov 2026 07:30:05 +0000", "2026-11-18T07:30:05+00:00"),
            ("2024-02-29", "Thu, 29 Feb 2024 00:00:00 +0000", "2024-02-29T00:00:00+00:00"),
            ("0999-01-01T00:00:00Z", "Tue, 01 Jan 0999 00:00:00 +0000", "0999-01-01T00:00:00+00:00"),
        ])
    func dates(written: String, rfc822: String, rfc3339: String) throws {
        let time = Zone.utc.local(try Timestamp(parsing: written, in: .utc))
        #expect(("\(rfc822: time)" as XML).bytes.description == rfc822)
        #expect(("\(rfc3339: time)" as XML).bytes.description == rfc3339)
    }

    @Test("West of Greenwich, and half an hour off")
    func offsets() throws {
        let zone = try #require(Zone(named: "America/St_Johns"))
        let time = zone.local(try Timestamp(parsing: "2026-07-01T12:00:00Z", in: .utc))
        #expect(("\(rfc822: time)" as XML).bytes.description == "Wed, 01 Jul 2026 09:30:00 -0230")
    }
}
