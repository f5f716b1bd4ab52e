import Foundation
import Testing

/// Whole little sites: `Sites/NAME/Content` is built and compared with `Sites/NAME/Expected`, file by file.
///
/// With `STET_UPDATE_EXPECTED=1` in the environment Expected is written anew; look at the difference before you commit
/// it.
@Suite struct FixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sites").path
    static let sites = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test("A site is what its Expected says", arguments: FixtureTests.sites)
    func site(name: String) throws {
        let fixture = FixtureTests.folder + "/" + name
        let site = try LittleSite()
        try FileManager.default.removeItem(atPath: site.path + "/Content")
        try FileManager.default.copyItem(atPath: fixture + "/Content", toPath: site.path + "/Content")
        let report = try site.build(themes: [Plain.self, Heads.self])
        #expect(report.isPublished)

        var result = try site.published().files
        // What was found on the way is part of what is expected.
        result["diagnostics.txt"] = Data(report.diagnostics.map { "\($0)\n" }.joined().utf8)
        if ProcessInfo.processInfo.environment["STET_UPDATE_EXPECTED"] == "1" {
            try update(fixture + "/Expected", with: result)
        }
        let expected = try FolderContents(of: fixture + "/Expected").files
        #expect(result.keys.sorted() == expected.keys.sorted(), "other files than in Sites/\(name)/Expected")
        for (file, bytes) in result where expected[file] != nil && expected[file] != bytes {
            Issue.record("Sites/\(name)/Expected/\(file): \(firstDifference(expected[file] ?? Data(), bytes))")
        }
    }

    private func update(_ folder: String, with files: [String: Data]) throws {
        try? FileManager.default.removeItem(atPath: folder)
        for (name, bytes) in files {
            let file = URL(filePath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }

    private func firstDifference(_ expected: Data, _ found: Data) -> String {
        func lines(_ data: Data) -> [Substring] {
            String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        let (old, new) = (lines(expected), lines(found))
        for number in 0..<max(old.count, new.count) {
            let (line, other) = (old.dropFirst(number).first, new.dropFirst(number).first)
            if line != other {
                return "line \(number + 1) is \(new.indices.contains(number) ? "“\(new[number])”" : "missing"), "
                    + "not \(old.indices.contains(number) ? "“\(old[number])”" : "missing")"
            }
        }
        return "the bytes differ"
    }
}
