import Broadsheet
import Foundation
import Newspaper
import Testing

@testable import Press

/// Same input, same bytes.
@Suite struct DeterminismTests {
    @Test("Two folders with the same content give the same site, wherever they lie and whenever they are built")
    func twoFolders() throws {
        var random = SystemRandomNumberGenerator()
        var newsroom = GeneratedSite(seed: 7)
        for _ in 0..<80 { newsroom.change() }
        var editions: [FolderContents] = []
        for now in ["2026-11-18T12:00:00Z", "2026-11-19T12:00:00Z"] {
            let site = try LittleSite()
            // Written in another order each time, so that the disk lists them in another.
            for (name, data) in newsroom.files.shuffled(using: &random) { try site.write(data, to: name) }
            try site.build(now: now) { $0.keepsGoing = true }
            editions.append(try site.published())
        }
        #expect(editions[0].files.count > 20)
        #expect(editions[0].differences(from: editions[1]) == [])
    }

    @Test("One thread makes what many make")
    func threads() throws {
        var newsroom = GeneratedSite(seed: 11)
        for _ in 0..<120 { newsroom.change() }
        func edition(threads: Int?, themes: [any Theme.Type]) throws -> FolderContents {
            let site = try LittleSite(newsroom.files)
            try Threads.$count.withValue(threads) {
                try site.build(themes: themes) { $0.keepsGoing = true }
            }
            return try site.published()
        }
        for themes in [[Plain.self], [Broadsheet.self]] as [[any Theme.Type]] {
            let one = try edition(threads: 1, themes: themes)
            #expect(one.files.count > 30)
            for _ in 0..<3 { #expect(try edition(threads: nil, themes: themes).differences(from: one) == []) }
        }
    }

    @Test("It does not matter how many texts are kept between reading and rendering", arguments: [0, 2_000])
    func keptTexts(limit: Int) throws {
        var newsroom = GeneratedSite(seed: 13)
        for _ in 0..<120 { newsroom.change() }
        func edition(limit: Int) throws -> FolderContents {
            let site = try LittleSite(newsroom.files)
            try KeptTexts.$limit.withValue(limit) { try site.build { $0.keepsGoing = true } }
            return try site.published()
        }
        let all = try edition(limit: .max)
        #expect(all.files.count > 30)
        #expect(try edition(limit: limit).differences(from: all) == [])
    }

    @Test("A file is kept while there is room, and given away once")
    func room() {
        let texts = KeptTexts(limit: 10)
        texts.keep([1, 2, 3, 4, 5, 6], 1)
        texts.keep([1, 2, 3, 4, 5], 2)
        #expect(texts.take(2) == nil)
        #expect(texts.take(1) == [1, 2, 3, 4, 5, 6])
        #expect(texts.take(1) == nil)
        texts.keep([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3)
        texts.keep([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3)
        #expect(texts.take(3)?.count == 10)
        #expect(texts.take(3) == nil)
    }

    @Test("Work is handed out to threads and comes back in order")
    func parallel() {
        for count in [0, 1, 31, 32, 33, 1000] {
            #expect(parallelMap(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
            #expect(parallelMap(count, chunk: 1) { $0 } == Array(0..<count))
        }
    }

    @Test("No page says where or when it was made")
    func nothingOfTheMachine() throws {
        let site = try LittleSite(["Content/war/a.md": "---\ntitle: A\ndate: 2026-11-01\n---\nText.\n"])
        try site.build(now: "2031-05-17T12:00:00Z")
        for (name, bytes) in try site.published().files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains(site.path), "\(name)")
            #expect(!text.contains("2031"), "\(name)")
        }
    }
}
