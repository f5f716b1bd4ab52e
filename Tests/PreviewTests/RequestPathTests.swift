import Testing

@testable import Preview

@Suite struct RequestPathTests {
    @Test(
        "A path is decoded once, name by name",
        arguments: [
            ("/", ""), ("/war/ceasefire/", "war/ceasefire"), ("/a%20b/%C3%A9.jpg", "a b/é.jpg"),
            ("/%2525.html", "%25.html"), ("/.well-known/security.txt", ".well-known/security.txt"), ("/a..b", "a..b"),
            ("/~x/a:b", "~x/a:b"),
        ])
    func decoded(encoded: String, file: String) {
        #expect(RequestPath(encoded)?.file == file)
    }

    @Test("The end says whether a folder is meant")
    func folders() {
        #expect(RequestPath("/war/")?.isFolder == true)
        #expect(RequestPath("/war")?.isFolder == false)
        #expect(RequestPath("/")?.isFolder == true)
    }

    @Test(
        "What no link of a site can be is none",
        arguments: [
            "", "war", "/..", "/../x", "/a/../b", "/.", "/a/./b", "/%2e%2e/x", "/%2E./x", "/.%2e/x", "//", "//x",
            "/a//b",
            "/a%2fb", "/a%2F..%2Fb", "/a%5cb", "/a\\b", "/%00", "/a%00.html", "/a%0d%0ab", "/a%7f", "/%", "/%4", "/%zz",
            "/%ff", "/%c0%ae%c0%ae/x", "/.stet/x", "/a/.git/config", "/%2estet/x", "/a/.well-known/x", "/..%00/",
        ])
    func refused(encoded: String) {
        #expect(RequestPath(encoded) == nil)
    }

    @Test("Any bytes at all are a path of plain names, or none")
    func anything() {
        var random = SystemRandomNumberGenerator()
        let pieces = ["%", "2", "e", "E", ".", "/", "\\", "5c", "2f", "00", "a", "%2e", "..", "é", "\u{0}", "?", "ff"]
        for _ in 0..<20_000 {
            let text =
                "/" + (0..<Int.random(in: 0..<9, using: &random)).map { _ in pieces.randomElement() ?? "" }.joined()
            for name in RequestPath(text)?.names ?? [] {
                #expect(!name.isEmpty && name != "." && name != "..", "\(text)")
                #expect(!name.contains { "/\\\0".contains($0) }, "\(text)")
            }
        }
    }
}
