import Foundation
import Newspaper
import Testing

@testable import Press

/// An index that was kept is the edition again.
@Suite struct EditionIndexTests {
    @Test("Every page of an edition from a kept index is made of the same", arguments: [1, 2, 3] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var newsroom = GeneratedSite(seed: seed)
        for _ in 0..<300 { newsroom.change() }
        let site = try LittleSite(newsroom.files)
        let read = try ReadSite(site.path, now: .written(newsroom.now), themes: [Plain.self])
        let pictures = ContentIndex(
            read.folder, site: read.site, listing: read.listing, rows: read.listing.rows, paths: nil
        ).pictures
        var report = Edition.Report()
        let edition = read.edition(includesDrafts: false, pictures: pictures, report: &report)
        let again = Edition(edition.index, catalogue: edition.catalogue, site: read.site)
        #expect(edition.count > 5)
        #expect(again.plan() == edition.plan())
        for page in edition.plan() {
            #expect(
                again.fingerprint(of: page, text: Fingerprint.of) == edition.fingerprint(of: page, text: Fingerprint.of)
            )
            #expect(again.path(of: page) == edition.path(of: page))
        }
        #expect(again.due == edition.due)
        #expect(again.nextChange == edition.nextChange)
        #expect(again.index.tables == edition.index.tables)
        #expect(again.index.stories == edition.index.stories)
        #expect(again.index.places == edition.index.places)
    }

    @Test("An index that is gone, damaged or another ledger's is made anew")
    func damaged() throws {
        func article(_ number: Int, _ text: String) -> String {
            "---\nheadline: Story \(number)\nsummary: In short.\n---\n\(text)\n"
        }
        let site = try LittleSite()
        for number in 0..<6 { try site.write(article(number, "Text."), to: "Content/war/\(number).md") }
        try site.build()
        Thread.sleep(forTimeInterval: 0.03)
        let file = URL(filePath: site.path + "/.stet/Output/index")
        let whole = try Data(contentsOf: file)
        for number in 0..<6 {
            var data = whole
            data[data.count * (number + 1) / 8] ^= 4
            try number == 0 ? site.remove(".stet/Output/index") : data.write(to: file)
            try site.write(article(number, "Another text."), to: "Content/war/\(number).md")
            let report = try site.build()
            #expect(report.files.written == ["war/\(number)/index.html"])
            #expect(report.notes == [])
        }
        try whole.write(to: file)
        try site.write(article(9, "One more."), to: "Content/war/9.md")
        try site.build()
        try whole.write(to: file)
        try site.write(article(0, "A third text."), to: "Content/war/0.md")
        #expect(try site.build().files.written == ["war/0/index.html"])
        #expect(try site.published()["war/0/index.html"]?.contains("Story 9") == true)
    }
}
