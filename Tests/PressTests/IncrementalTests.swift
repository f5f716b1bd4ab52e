import Broadsheet
import Foundation
import Newspaper
import Testing

@testable import Press

/// An incremental build is the same build with work skipped.
@Suite struct IncrementalTests {
    @Test(
        "After any change Output, and what is said of it, is what a clean build makes and says",
        arguments: [1, 2, 3, 4] as [UInt64])
    func incrementalEqualsClean(seed: UInt64) throws {
        // As a preview builds it, or for a host.
        let isForHost = seed > 2
        let themes: [any Theme.Type] = seed % 2 == 0 ? [Broadsheet.self] : [Plain.self]
        var newsroom = GeneratedSite(seed: seed)
        var random = Seeded(seed + 100)
        let site = try LittleSite()
        var written: [String: Data] = [:]
        var history: [String] = []
        var compresses = true
        for step in 0..<60 {
            history.append(step < 20 ? newsroom.change() : newsroom.changeOften(&random))
            if step < 20 { history.append(newsroom.change()) }
            for name in written.keys where newsroom.files[name] == nil { try site.remove(name) }
            for (name, data) in newsroom.files where written[name] != data { try site.write(data, to: name) }
            written = newsroom.files
            if step % 5 == 4 { history.append(try damage(site, with: &random)) }
            if step % 7 == 6 { compresses.toggle() }
            func build(_ site: LittleSite) throws -> BuildReport {
                try site.build(now: newsroom.now, themes: themes) {
                    $0.keepsGoing = true
                    $0.isForHost = isForHost
                    $0.compresses = compresses
                    // Where articles are not listed, less may be looked at.
                    $0.listsArticles = step % 2 == 0
                }
            }
            let report = try build(site)

            let clean = try LittleSite(newsroom.files)
            let expected = try build(clean)
            let differences = try site.published().differences(from: clean.published())
            #expect(differences == [], "seed \(seed), after: \(history.joined(separator: "; "))")
            #expect(report.diagnostics == expected.diagnostics, "seed \(seed), after: \(history.last ?? "")")
            #expect(report.skipped == expected.skipped)
            if step % 2 == 0 { #expect(report.articles == expected.articles) }
            #expect(report.pages == expected.pages)
            #expect(Set(report.files.written + report.files.unchanged) == Set(expected.files.written))
            if !differences.isEmpty { return }
        }
    }

    @Test("An article that goes while another file comes is gone")
    func replacement() throws {
        let site = try LittleSite(["Content/war/a.md": "# A\n", "Content/war/b.md": "# B\n"])
        try site.build()
        try site.remove("Content/war/a.md")
        try site.write("x", to: "Content/war/picture.bin")
        #expect(try site.build().files.removed == ["war/a/index.html"])
    }

    /// Alters or removes a file of Output, as somebody might by hand.
    private func damage(_ site: LittleSite, with random: inout Seeded) throws -> String {
        guard site.exists("Output"),
            let file = try site.published().files.keys.sorted().randomElement(using: &random)
        else { return "nothing to damage" }
        if Bool.random(using: &random) {
            try site.remove("Output/" + file)
            return "Output/\(file) was removed"
        }
        try site.write("altered by hand", to: "Output/" + file)
        return "Output/\(file) was altered"
    }
}
