import Foundation
import Newspaper

/// A site as a build reads it, without a ledger: for commands that only want to know. Nothing is remembered, and
/// nothing is left behind.
struct ReadSite {
    let folder: SiteFolder
    let settings: Settings
    let now: Timestamp
    let listing: ContentListing
    let content: ReadContent

    var site: Site { settings.site }

    init(_ path: String, now: Now, themes: [any Theme.Type]) throws {
        folder = try SiteFolder(path)
        settings = try Settings(of: folder, url: nil, themes: themes)
        self.now = try now.timestamp(in: settings.site.zone)
        listing = try folder.list()
        content = try ReadSite.read(listing, of: folder, settings.site)
    }

    /// The records lie in a file that has no name any more once they can be read.
    private static func read(_ listing: ContentListing, of folder: SiteFolder, _ site: Site) throws -> ReadContent {
        let name = FileManager.default.temporaryDirectory.appending(path: "stet-facts-\(UUID().uuidString)").path
        let facts = try FactsFile(name, count: 0)
        defer { try? FileSystem.removeFile(name) }
        return try Reading(folder: folder, files: OpenFolder(folder.path), site: site).read(
            listing, ContentChanges(listing, since: nil), ledger: nil, into: facts, advance: { _ in })
    }

    /// What is published now.
    func edition(includesDrafts: Bool, pictures: some PictureSource, report: inout Edition.Report) -> Edition {
        let selection = selection(includesDrafts: includesDrafts)
        let (material, conflicts) = content.material.droppingSharedPaths(selection)
        report.diagnostics += conflicts
        return Edition.index(
            material, site: site, selection: selection, pictures: pictures, report: &report)
    }

    func selection(includesDrafts: Bool) -> Selection {
        Selection(now: now, includesDrafts: includesDrafts, includesScheduled: false, zone: site.zone)
    }
}

extension BuildFailure {
    /// Does what may fail, and says whose fault it was.
    static func catching<Result>(_ work: () throws -> Result) throws(BuildFailure) -> Result {
        do {
            return try work()
        } catch let failure as BuildFailure {
            throw failure
        } catch let error as MachineError {
            throw .machine(error)
        } catch {
            throw .call("\(error)")
        }
    }
}
