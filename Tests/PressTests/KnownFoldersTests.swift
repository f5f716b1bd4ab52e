import Foundation
import Newspaper
import Testing

@testable import Press

/// Folders in which no name has come or gone are not listed again, and nobody can tell.
@Suite struct KnownFoldersTests {
    /// A site that was built long enough ago that the stamps of its folders prove something.
    private func site() throws -> LittleSite {
        let site = try LittleSite([
            "Content/war/a.md": fine, "Content/war/b.md": fine, "Content/war/peace/c.md": fine,
            "Content/empty/inner/d.md": fine, "Content/images/.hidden": "x", "Content/images/x.txt": "x",
        ])
        Thread.sleep(forTimeInterval: 0.05)
        try site.build()
        return site
    }

    private func ledger(_ site: LittleSite) throws -> Ledger {
        try Ledger(OutputPaths(output: site.output))
    }

    private func listing(_ site: LittleSite, since ledger: Ledger?) throws -> [String] {
        let listing = try SiteFolder(site.path).list(since: ledger)
        return listing.rows.map { "\(listing.path($0)) \($0.kind)" }
    }

    @Test("All folders are known, and what is found in them is what a listing finds")
    func known() throws {
        let site = try site()
        let ledger = try ledger(site)
        let known = KnownFolders(ledger)
        for folder in ["", "war", "war/peace", "empty", "empty/inner", "images"] { #expect(known[folder] != nil) }
        #expect(known["war"]?.folders == ["war/peace"])
        #expect(known["gone"] == nil)
        #expect(try listing(site, since: ledger) == listing(site, since: nil))
        #expect(try listing(site, since: ledger).count == 5)
    }

    @Test("A folder that was changed while it was listed, or has a link in it, is listed again")
    func unknown() throws {
        let site = try LittleSite(["Content/war/a.md": fine])
        try site.build()
        #expect(KnownFolders(try ledger(site))["war"] == nil)
        let linked = try self.site()
        try FileManager.default.createSymbolicLink(
            atPath: linked.path + "/Content/war/link.txt", withDestinationPath: "../images/x.txt")
        Thread.sleep(forTimeInterval: 0.05)
        try linked.build()
        #expect(KnownFolders(try ledger(linked))["war"] == nil)
        #expect(KnownFolders(try ledger(linked))["images"] != nil)
    }

    @Test(
        "Whatever happens to names is seen, even where a folder's time was put back",
        arguments: ["come", "go", "rename", "exchange", "fold", "move"])
    func changes(change: String) throws {
        let site = try site()
        let war = site.path + "/Content/war"
        let files = FileManager.default
        let time = try files.attributesOfItem(atPath: war)[.modificationDate]
        switch change {
        case "come": try site.write(fine, to: "Content/war/new.md")
        case "go": try site.remove("Content/war/a.md")
        case "rename": try files.moveItem(atPath: war + "/a.md", toPath: war + "/z.md")
        case "exchange":
            try files.moveItem(atPath: war + "/a.md", toPath: war + "/x")
            try files.moveItem(atPath: war + "/b.md", toPath: war + "/a.md")
            try files.moveItem(atPath: war + "/x", toPath: war + "/b.md")
        case "fold":
            try site.remove("Content/war/a.md")
            try site.write(fine, to: "Content/war/a.md/inside.md")
        default:
            try files.moveItem(atPath: war, toPath: site.path + "/Content/old")
            try site.write(fine, to: "Content/war/only.md")
        }
        if let time { try files.setAttributes([.modificationDate: time], ofItemAtPath: war) }
        #expect(try listing(site, since: ledger(site)) == listing(site, since: nil))
    }
}
