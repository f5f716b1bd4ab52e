import Foundation
import Testing

@testable import Press

/// A ledger that cannot be trusted costs a full build, with a word about it, and never a wrong one.
@Suite struct LedgerTests {
    /// A site whose ledger is older than its content: a story has changed, and one is gone.
    private func site() throws -> (site: LittleSite, expected: FolderContents) {
        let site = try LittleSite()
        for number in 0..<12 { try site.write("# Story \(number)\n\nText.\n", to: "Content/war/\(number).md") }
        try site.build()
        try site.write("# Story 3, changed\n", to: "Content/war/3.md")
        try site.remove("Content/war/4.md")
        let clean = try LittleSite()
        for number in 0..<12 where number != 4 {
            try clean.write(
                number == 3 ? "# Story 3, changed\n" : "# Story \(number)\n\nText.\n",
                to: "Content/war/\(number).md")
        }
        try clean.build()
        return (site, try clean.published())
    }

    private let damaged = "the ledger of the last edition is damaged: everything is made anew"

    private let foreign = "the ledger of the last edition is another version's: everything is made anew"

    @Test("Missing: everything is made anew, and what is gone goes")
    func missing() throws {
        let (site, expected) = try site()
        try site.remove(".stet/Output/ledger")
        let report = try site.build()
        #expect(report.notes == ["there is no ledger of the last edition: everything is made anew"])
        #expect(try site.published() == expected)
        #expect(try site.build().notes == [])
    }

    @Test("A first build has nothing to say of it")
    func first() throws {
        #expect(try LittleSite(["Content/a.md": "# A\n"]).build().notes == [])
    }

    @Test("Cut off anywhere", arguments: ["ledger", "facts-1"])
    func truncated(name: String) throws {
        var random = Seeded(5)
        for _ in 0..<10 {
            let (site, expected) = try site()
            let data = try Data(contentsOf: URL(filePath: site.path + "/.stet/Output/" + name))
            let count = Int.random(in: 40..<data.count, using: &random)
            try site.write(data.prefix(count), to: ".stet/Output/" + name)
            let report = try site.build()
            #expect(report.notes == [damaged], "\(count) of \(data.count) bytes")
            #expect(try site.published() == expected)
        }
    }

    @Test("A bit that has turned, wherever", arguments: ["ledger", "facts-1"])
    func turned(name: String) throws {
        var random = Seeded(6)
        for _ in 0..<25 {
            let (site, expected) = try site()
            var data = try Data(contentsOf: URL(filePath: site.path + "/.stet/Output/" + name))
            let place = Int.random(in: 0..<data.count, using: &random)
            data[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try site.write(data, to: ".stet/Output/" + name)
            let report = try site.build()
            // Between the ledger's parts there are a few bytes that mean nothing.
            #expect(report.notes == [damaged] || report.notes == [foreign] || report.notes == [])
            #expect(try site.published() == expected, "bit of byte \(place)")
        }
    }

    @Test("Another version's")
    func version() throws {
        let (site, expected) = try site()
        let file = site.path + "/.stet/Output/ledger"
        var data = try Data(contentsOf: URL(filePath: file))
        // The program that wrote it is named behind the first line.
        data[17] ^= 1
        try data.write(to: URL(filePath: file))
        #expect(try site.build().notes == [foreign])
        #expect(try site.published() == expected)
    }

    @Test("Records that nobody needs any more are left behind in time")
    func waste() throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        let summary = String(repeating: "long ", count: 40_000)
        for number in 0..<20 {
            try site.write("---\ntitle: A\ndeck: \(number) \(summary)\n---\n", to: "Content/a.md")
            try site.build()
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: site.path + "/.stet/Output")
        #expect(names.filter { $0.hasPrefix("facts-") }.count == 1)
        let facts = try #require(names.first { $0.hasPrefix("facts-") })
        let size = try FileManager.default.attributesOfItem(atPath: site.path + "/.stet/Output/" + facts)[.size] as? Int
        #expect(try #require(size) < 3_000_000)
        #expect(try site.published()["a/index.html"]?.contains("19 long") == true)
    }
}
