import Testing

@testable import Newspaper

@Suite struct MoreHeadlinesTests {
    /// War's stories, `100` being the newest, and what stands below each.
    private func below(_ story: Int, of count: Int = 100) throws -> [Int] {
        var newsroom = Newsroom()
        for number in 1...count {
            newsroom.files["war/\(number).md"] =
                "---\ntitle: \(number)\ndate: \(2000 + number / 12)-\(padded(number % 12 + 1))-01\n---\n"
        }
        newsroom.files["arts/x.md"] = "---\ntitle: X\ndate: 2026-11-01\n---\n"
        let edition = try newsroom.edition()
        let index = try #require(edition.headlines.firstIndex { $0.headline == String(story) })
        return edition.articlePage(index, body: .empty).moreHeadlines.compactMap { Int($0.headline) }
    }

    @Test("While a story is recent, the latest of its section stand below it, but never itself")
    func recent() throws {
        #expect(try below(100) == [99, 98, 97, 96, 95, 94, 93, 92])
        #expect(try below(96) == [100, 99, 98, 97, 95, 94, 93, 92])
        #expect(try below(81) == [100, 99, 98, 97, 96, 95, 94, 93])
    }

    @Test("Below one that is archive stand its neighbours in time")
    func archive() throws {
        #expect(try below(80) == [84, 83, 82, 81, 79, 78, 77, 76])
        #expect(try below(50) == [54, 53, 52, 51, 49, 48, 47, 46])
        #expect(try below(1) == [5, 4, 3, 2])
        #expect(try below(3) == [7, 6, 5, 4, 2, 1])
    }

    @Test("A section of one story has none")
    func alone() throws {
        #expect(try below(1, of: 1) == [])
        #expect(try below(2, of: 2) == [1])
    }

    @Test("Below an archived story nothing changes when another is published")
    func bounded() throws {
        for story in [1, 10, 50, 80] { #expect(try below(story, of: 100) == below(story, of: 101)) }
    }
}
