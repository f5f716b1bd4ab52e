import Testing

@testable import Newspaper

@Suite struct SlugTests {
    @Test(
        "A name as one part of an address",
        arguments: [
            ("War & Peace", "war-peace"), ("  The  Sea ", "the-sea"), ("What's on", "whats-on"),
            ("What’s on", "whats-on"), ("R. J. van der Berg", "r-j-van-der-berg"), ("U.S.", "u-s"),
            ("--a--", "a"), ("Ünïcode", "ünïcode"), ("Ελλάδα", "ελλάδα"), ("القاهرة", "القاهرة"), ("日本", "日本"),
            ("2026", "2026"), ("../../etc", "etc"), ("a/b\\c", "a-b-c"), ("<script>", "script"), ("a\u{0}b", "a-b"),
            ("a\u{200B}b", "a-b"), ("a\u{202E}b", "a-b"),
            // Nothing that an address could be made of: the characters' own numbers.
            ("!?", "21-3f"), ("..", "2e-2e"), ("🗞", "1f5de"), ("", ""),
        ])
    func slugs(name: String, expected: String) {
        #expect(slug(name) == expected)
    }

    @Test func aLongNameIsCutBetweenCharacters() {
        let long = slug(String(repeating: "é", count: 300))
        #expect(long == String(repeating: "é", count: 60))
        #expect(slug(String(repeating: "!", count: 300)).utf8.count <= 120)
    }

    @Test("Two names with one slug get two, and the second's depends on its own letters only")
    func secondNames() {
        var slugs = Slugs()
        #expect(slugs.slug(for: "C++") == "c")
        let second = slugs.slug(for: "C#")
        #expect(second.hasPrefix("c-"))
        var others = Slugs()
        _ = others.slug(for: "C")
        _ = others.slug(for: "something else")
        #expect(others.slug(for: "C#") == second)
    }
}
