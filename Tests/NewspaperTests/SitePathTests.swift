import Newspaper
import Testing

@Suite struct SitePathTests {
    @Test(
        "What an author writes, and the file and address that it names",
        arguments: [
            ("/war/ceasefire/", "war/ceasefire/index.html", "/war/ceasefire/"),
            ("war/ceasefire", "war/ceasefire/index.html", "/war/ceasefire/"),
            (" /war/ceasefire ", "war/ceasefire/index.html", "/war/ceasefire/"),
            ("/old/story.html", "old/story.html", "/old/story.html"),
            ("/old/index.html", "old/index.html", "/old/"),
            ("/index.html", "index.html", "/"),
            ("/", "index.html", "/"),
            ("", "index.html", "/"),
            ("war//ceasefire", "war/ceasefire/index.html", "/war/ceasefire/"),
            ("/version-1.2", "version-1.2/index.html", "/version-1.2/"),
            ("/.well-known", ".well-known/index.html", "/.well-known/"),
            ("/a%20b/", "a b/index.html", "/a%20b/"),
            ("/a b/", "a b/index.html", "/a%20b/"),
            ("/caf%C3%A9", "café/index.html", "/caf%C3%A9/"),
            ("/cafe\u{301}", "café/index.html", "/caf%C3%A9/"),
            ("/القاهرة/", "القاهرة/index.html", "/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/"),
            ("/it's & more/", "it's & more/index.html", "/it%27s%20%26%20more/"),
            ("/…/", "…/index.html", "/%E2%80%A6/"),
        ])
    func isRead(text: String, file: String, address: String) throws {
        let path = try SitePath(parsing: text)
        #expect(path.file == file)
        #expect(path.address().text == address)
    }

    @Test(
        "A path that leads out of the site, or that a system could take for one, is refused",
        arguments: [
            "..", "../etc", "/war/../../etc", "war/..", ".", "/./", "%2e%2e", "/%2E%2e/etc", "/war/%2e%2e/%2e%2e",
            "%252e%252e/", "..%2f..%2fetc", "..\\etc", "/war\\..\\etc", "%5c", "//evil.example/", "%2f%2fevil.example",
            "https://evil.example/", "http:/evil", "javascript:alert(1)", "C:/windows", "/a\u{0}b", "/a%00b", "/a%0ab",
            "/a\nb", "/a\tb", "/a?b", "/a#b", "/a%23b", "/a%", "/%zz", "/a\u{200B}b", "/.\u{200B}./x", "/a\u{202E}b",
            "/\u{FEFF}", "/a\u{2028}b", "/a\u{AD}b", "/\u{E000}", "/a*", "/<b>", "/a\"b", "/a|b", "/%ff",
            "/\u{115F}", "/a\u{FE0F}",
            // Names that Windows reads as `..`.
            "/.. /etc", "/. ./", "/.../",
        ])
    func isRefused(text: String) {
        #expect(throws: SitePath.ParseError.leavesSite) { try SitePath(parsing: text) }
    }

    @Test("A part that is too long for a file's name is refused, and so is a path that is too long for a system")
    func tooLong() throws {
        #expect(try SitePath(parsing: String(repeating: "a", count: 250)).path.utf8.count == 250)
        #expect(throws: SitePath.ParseError.tooLong) { try SitePath(parsing: String(repeating: "a", count: 251)) }
        #expect(throws: SitePath.ParseError.tooLong) { try SitePath(parsing: String(repeating: "é", count: 126)) }
        #expect(throws: SitePath.ParseError.tooLong) { try SitePath(parsing: String(repeating: "a/", count: 3000)) }
        // Canonical composition can make a name longer.
        let growing = String(repeating: "\u{0958}", count: 83)
        #expect(throws: SitePath.ParseError.tooLong) { try SitePath(parsing: growing) }
    }

    @Test("A site may lie in a folder of its host")
    func base() throws {
        #expect(SitePath.front.address(under: "/paper").text == "/paper/")
        #expect(try SitePath(parsing: "/war/").address(under: "/paper").text == "/paper/war/")
        #expect(SitePath(file: "a b.jpg").address(under: "/paper").text == "/paper/a%20b.jpg")
    }

    @Test("An address holds nothing that could end an attribute or begin a scheme")
    func addressesAreHarmless() {
        for path in ["\"><script>", "javascript:alert(1)", "a&b;c'd", "a b\nc", "\u{7F}"] {
            let address = SitePath(file: path).address().text
            #expect(address.hasPrefix("/"))
            #expect(!address.contains { "\"<>'&: \n".contains($0) }, "\(address)")
        }
    }
}
