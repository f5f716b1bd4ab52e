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
            for (name, text) in newsroom.files.shuffled(using: &random) { try site.write(text, to: name) }
            try site.build(now: now)
            editions.append(try site.published())
        }
        #expect(editions[0].files.count > 60)
        #expect(editions[0].differences(from: editions[1]) == [])
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

/// A random number generator that starts where it is told to (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A little site that changes at random.
struct GeneratedSite {
    private(set) var files: [String: String] = [:]
    /// Hours since the first of November 2026.
    private(set) var hours = 0
    private var random: Seeded
    private var count = 0

    init(seed: UInt64) {
        random = Seeded(seed)
        files["Content/site.yml"] = "name: The Gazette\npageSize: 3\nsections: [war, arts]\n"
        files["Content/authors/mara.md"] = "---\nname: Mara\n---\nShe writes.\n"
    }

    var now: String {
        "2026-11-\(two(1 + hours / 24))T\(two(hours % 24)):00:00Z"
    }

    /// Does one random thing, and says what.
    @discardableResult
    mutating func change() -> String {
        let articles = files.keys.filter { $0.hasSuffix(".md") && !$0.contains("/authors/") }.sorted()
        let chosen = articles.randomElement(using: &random)
        switch (Int.random(in: 0..<10, using: &random), chosen) {
        case (6, let name?):
            files[name] = article(name)
            return "changed \(name)"
        case (7, let name?):
            files[name] = nil
            return "removed \(name)"
        case (8, let name?):
            let place = place(count)
            count += 1
            files[place] = files.removeValue(forKey: name)
            return "moved \(name) to \(place)"
        case (9, _):
            hours += Int.random(in: 1...30, using: &random)
            return "it is \(now)"
        default:
            let name = place(count)
            count += 1
            files[name] = article(name)
            return "added \(name)"
        }
    }

    private mutating func place(_ number: Int) -> String {
        let folder = ["war", "war/peace", "arts", "pages", "news/2026/11"].randomElement(using: &random) ?? "war"
        return "Content/\(folder)/story-\(number).md"
    }

    private mutating func article(_ name: String) -> String {
        var lines = ["headline: Story \(Int.random(in: 0..<1000, using: &random))"]
        func maybe(_ line: String) { if Bool.random(using: &random) { lines.append(line) } }
        maybe(
            "date: 2026-\(two(.random(in: 8...11, using: &random)))-\(two(.random(in: 1...28, using: &random))) 06:00")
        maybe(
            "topics: [\(["Peace", "peace", "Law", "Sea"].shuffled(using: &random).prefix(2).joined(separator: ", "))]")
        maybe("author: \(["mara", "Hanne Vik", "MARA"].randomElement(using: &random) ?? "mara")")
        maybe("series: Parts")
        if Int.random(in: 0..<4, using: &random) == 0 {
            lines.append("priority: \(Int.random(in: 0...3, using: &random))")
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            lines.append("embargo: 2026-11-\(two(.random(in: 1...28, using: &random)))")
        }
        if Int.random(in: 0..<6, using: &random) == 0 {
            lines.append("expires: 2026-11-\(two(.random(in: 1...28, using: &random)))")
        }
        if Int.random(in: 0..<6, using: &random) == 0 { lines.append("draft: true") }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let slug = name.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
            lines.append("aliases: /old/\(slug)/")
        }
        return "---\n\(lines.joined(separator: "\n"))\n---\nText \(Int.random(in: 0..<1000, using: &random)).\n"
    }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
