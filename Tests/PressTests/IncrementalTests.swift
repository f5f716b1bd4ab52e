import Foundation
import Testing

@testable import Press

/// An incremental build is the same build with work skipped.
@Suite struct IncrementalTests {
    @Test("After any change Output is what a clean build would have made", arguments: [1, 2, 3] as [UInt64])
    func incrementalEqualsClean(seed: UInt64) throws {
        var newsroom = GeneratedSite(seed: seed)
        let site = try LittleSite()
        var written: [String: String] = [:]
        var history: [String] = []
        for step in 0..<40 {
            history.append(newsroom.change())
            if step < 15 { history.append(newsroom.change()) }
            for name in written.keys where newsroom.files[name] == nil { try site.remove(name) }
            for (name, text) in newsroom.files where written[name] != text { try site.write(text, to: name) }
            written = newsroom.files
            let report = try site.build(now: newsroom.now)
            #expect(!report.hasErrors, "\(report.diagnostics)")

            let clean = try LittleSite(newsroom.files)
            try clean.build(now: newsroom.now)
            let differences = try site.published().differences(from: clean.published())
            #expect(differences == [], "seed \(seed), after: \(history.joined(separator: "; "))")
            if !differences.isEmpty { return }
        }
    }
}
