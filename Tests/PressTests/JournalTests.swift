import Foundation
import Testing

@testable import Press

/// A build that died is finished by the next, wherever it died.
@Suite struct JournalTests {
    private let old = ["Content/a.md": "# A\n", "Content/b.md": "# B\n"]
    private let new = ["Content/a.md": "# A, changed\n", "Content/c.md": "# C\n"]

    /// A site whose old edition is published, and whose new one was staged and journalled by a run that then died.
    private func dyingSite() throws -> (site: LittleSite, expected: FolderContents, moves: [String]) {
        let finished = try LittleSite(old)
        try finished.build()
        try finished.remove("Content/b.md")
        for (name, text) in new { try finished.write(text, to: name) }
        let report = try finished.build()
        let expected = try finished.published()

        let site = try LittleSite(old)
        try site.build()
        try site.remove("Content/b.md")
        for (name, text) in new { try site.write(text, to: name) }
        for file in report.files.written {
            try site.write(expected.files[file] ?? Data(), to: ".stet/Output/stage/" + file)
        }
        let paths = OutputPaths(output: site.output)
        try FileList.write(report.files.written + report.files.unchanged, to: paths.newList)
        try Journal(move: report.files.written, remove: report.files.removed).write(paths)
        return (site, expected, report.files.written)
    }

    @Test("Before the first file was moved, or after any number of them")
    func afterAnyMove() throws {
        let count = try dyingSite().moves.count
        #expect(count > 3)
        for moved in 0...count {
            let (site, expected, moves) = try dyingSite()
            for file in moves.prefix(moved) {
                try FileManager.default.createDirectory(
                    atPath: (site.output + "/" + file as NSString).deletingLastPathComponent,
                    withIntermediateDirectories: true)
                try? site.remove("Output/" + file)
                try FileManager.default.moveItem(
                    atPath: site.path + "/.stet/Output/stage/" + file, toPath: site.output + "/" + file)
            }
            let report = try site.build()
            #expect(report.files.written == [])
            #expect(try site.published() == expected)
            #expect(!site.exists(".stet/Output/journal"))
            #expect(!site.exists(".stet/Output/stage"))
        }
    }

    @Test("After the removals, and after the list was written")
    func atTheEnd() throws {
        let (site, expected, _) = try dyingSite()
        try Journal.finish(OutputPaths(output: site.output))
        #expect(try site.published() == expected)
        #expect(try site.build().files.written == [])
    }

    @Test("Even if the next build has errors, the one before it is finished")
    func thenErrors() throws {
        let (site, expected, _) = try dyingSite()
        try site.write("---\ndate: soon\n---\n", to: "Content/bad.md")
        #expect(try !site.build().isPublished)
        #expect(try site.published() == expected)
    }

    @Test("Half a journal is none: the old edition stands, and the stage of a run that died before is cleared")
    func halfAJournal() throws {
        let (site, _, _) = try dyingSite()
        let text = try String(contentsOfFile: site.path + "/.stet/Output/journal", encoding: .utf8)
        try site.write(String(text.dropLast(5)), to: ".stet/Output/journal")
        try site.write("---\ndate: soon\n---\n", to: "Content/bad.md")
        let before = try site.published()
        #expect(try !site.build().isPublished)
        #expect(try site.published() == before)
        try site.remove("Content/bad.md")
        try site.build()
        #expect(try site.published()["c/index.html"] != nil)
        #expect(!site.exists(".stet/Output/journal"))
    }

    @Test("What a dead run left beside its journal is cleared, though there be nothing else to do")
    func leftovers() throws {
        let site = try LittleSite(old)
        try site.build()
        let names = ["files.new", "ledger.new", "journal.new", "stage/index.html"].map { ".stet/Output/" + $0 }
        for name in names { try site.write("half", to: name) }
        #expect(try site.build { $0.listsArticles = false }.files.written == [])
        for name in names { #expect(!site.exists(name), "\(name)") }
    }

    @Test("A first edition that died before it was moved into place is no edition")
    func firstEdition() throws {
        let site = try LittleSite(old)
        try site.write("half", to: ".stet/Output/stage/index.html")
        try site.build()
        #expect(try site.published()["index.html"] != "half")
        #expect(try site.published()["a/index.html"] != nil)
    }

    @Test("The second of two builds at once waits for the first")
    func twoAtOnce() async throws {
        let site = try LittleSite(old)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { try site.build().isPublished } }
            for try await isPublished in group { #expect(isPublished) }
        }
        #expect(try site.build().files.written == [])
    }
}
