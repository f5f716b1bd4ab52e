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

    /// A site of which an edited text is noted beside the ledger, and then another was edited.
    private func amended() throws -> (site: LittleSite, expected: FolderContents) {
        let site = try LittleSite()
        func write(_ number: Int, _ text: String, to site: LittleSite) throws {
            try site.write(
                "---\ntitle: Story \(number)\nsummary: In short.\n---\n\(text)\n", to: "Content/war/\(number).md")
        }
        for number in 0..<12 { try write(number, "Text.", to: site) }
        try site.build()
        Thread.sleep(forTimeInterval: 0.03)
        try write(3, "Another text. <b>Bold</b>", to: site)
        try site.build()
        #expect(site.exists(".stet/Output/amendments"))
        try write(5, "Another text.", to: site)
        let clean = try LittleSite()
        for number in 0..<12 {
            try write(number, [3: "Another text. <b>Bold</b>", 5: "Another text."][number] ?? "Text.", to: clean)
        }
        try clean.build()
        return (site, try clean.published())
    }

    @Test("What has changed since lies beside it, and is read with it")
    func amendments() throws {
        let (site, expected) = try amended()
        let ledger = try Data(contentsOf: URL(filePath: site.path + "/.stet/Output/ledger"))
        let report = try site.build()
        #expect(report.files.written == ["war/5/index.html"])
        #expect(report.diagnostics.map(\.path) == ["Content/war/3.md"])
        #expect(try Data(contentsOf: URL(filePath: site.path + "/.stet/Output/ledger")) == ledger)
        #expect(try site.published() == expected)
        // A new ledger takes up what lies beside the old one.
        try site.write("# One more\n", to: "Content/war/more.md")
        let next = try site.build()
        #expect(next.work.filesRead <= 3)
        #expect(next.diagnostics.map(\.path).contains("Content/war/3.md"))
        #expect(!site.exists(".stet/Output/amendments"))
    }

    @Test("Amendments that are gone, or another ledger's, cost nothing but what they tell")
    func otherAmendments() throws {
        let (site, expected) = try amended()
        let amendments = try Data(contentsOf: URL(filePath: site.path + "/.stet/Output/amendments"))
        try site.remove(".stet/Output/amendments")
        #expect(try site.build().notes == [])
        #expect(try site.published() == expected)
        try site.write("# One more\n", to: "Content/war/more.md")
        try site.build()
        try site.remove("Content/war/more.md")
        try site.build()
        try site.write(amendments, to: ".stet/Output/amendments")
        #expect(try site.build().notes == [])
        #expect(try site.published() == expected)
    }

    @Test("Amendments that are damaged: a full build, with a word about it")
    func damagedAmendments() throws {
        var random = Seeded(7)
        for number in 0..<20 {
            let (site, expected) = try amended()
            var data = try Data(contentsOf: URL(filePath: site.path + "/.stet/Output/amendments"))
            let place = Int.random(in: 0..<data.count, using: &random)
            if number % 2 == 0 {
                data = data.prefix(place)
            } else {
                data[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            try site.write(data, to: ".stet/Output/amendments")
            let report = try site.build()
            // Between the parts there are a few bytes that mean nothing.
            #expect(report.notes == [damaged] || (number % 2 == 1 && report.notes == []), "byte \(place)")
            #expect(try site.published() == expected, "byte \(place)")
        }
    }

    @Test("Many amendments are folded in")
    func manyAmendments() throws {
        let site = try LittleSite()
        func write(_ numbers: Range<Int>, _ text: String) throws {
            for number in numbers {
                try site.write(
                    "---\ntitle: \(number)\nsummary: In short.\n---\n\(text)\n", to: "Content/war/\(number).md")
            }
        }
        try write(0..<600, "Text.")
        try site.build()
        Thread.sleep(forTimeInterval: 0.03)
        try site.build()
        var largest = 0
        for first in stride(from: 0, to: 600, by: 60) {
            try write(first..<(first + 60), "Another text.")
            #expect(try site.build().files.written.count == 60)
            let file = site.path + "/.stet/Output/amendments"
            let size = (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int
            largest = max(largest, size ?? 0)
        }
        #expect((10_000..<300_000).contains(largest))
        #expect(
            try site.published().files.values.count { String(decoding: $0, as: UTF8.self).contains("Another") } == 600)
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
