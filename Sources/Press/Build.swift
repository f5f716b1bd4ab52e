import CArena
import Diagnostics
import Newspaper

/// One run of the press, from a folder of Markdown to a folder that can be deployed.
public struct Build: Sendable {
    /// The folder that has Content in it.
    public var site: String
    /// The folder to publish into; nil for `Output` in the site's folder.
    public var output: String?
    /// What time it is: it decides about embargoes and expired stories, and about nothing else.
    public var now: Now
    public var includesDrafts = false
    /// Whether stories under embargo are published as well.
    public var includesScheduled = false
    /// Stands in for `url:` in site.yml.
    public var url: String?
    /// Makes every file anew, as if nothing had been published before.
    public var startsClean = false
    /// Publishes whatever can be although there are errors.
    public var keepsGoing = false
    /// Whether the report is to list all articles.
    public var listsArticles = true
    /// Is told how far the build has come.
    public var progress: any BuildProgress = NoProgress()

    public init(site: String, now: Now) {
        self.site = site
        self.now = now
    }

    /// Builds and publishes. Problems with the content stand in the report; what keeps the press from working at all
    /// is thrown.
    public func run(themes: [any Theme.Type]) throws(BuildFailure) -> BuildReport {
        // Until there is much to do.
        allocator_allow_large_pages(false)
        return try BuildFailure.catching {
            let folder = try SiteFolder(site)
            let paths = try outputPaths(for: folder)
            var report = BuildReport()
            report.output = paths.given
            let settings = try Settings(of: folder, url: url, themes: themes)
            report.base = settings.site.base
            report.diagnostics = settings.diagnostics
            report.timings.end("settings")
            return try run(folder, settings, paths.output, report: report)
        }
    }

    /// The folder of its host in which the site lies, empty or `/paper`, without building anything.
    public func base(themes: [any Theme.Type]) throws(BuildFailure) -> String {
        try BuildFailure.catching { try Settings(of: SiteFolder(site), url: url, themes: themes).site.base }
    }

    private func run(
        _ folder: SiteFolder, _ settings: Settings, _ paths: OutputPaths, report: BuildReport
    ) throws -> BuildReport {
        let now = try now.timestamp(in: settings.site.zone)
        let workshop = try Workshop(paths) { progress.waits() }
        var report = report
        do {
            return try makeEdition(folder, settings, workshop, now, ignoringFacts: false, report: &report)
        } catch Ledger.Unusable.damaged {
            // The records turned out to be damaged when they were needed.
            report.notes.append(Ledger.Unusable.damaged.description)
            return try makeEdition(folder, settings, workshop, now, ignoringFacts: true, report: &report)
        } catch let refusal as Refusal {
            throw failure(refusal, given: report.output)
        }
    }

    private func makeEdition(
        _ folder: SiteFolder, _ settings: Settings, _ workshop: Workshop, _ now: Timestamp, ignoringFacts: Bool,
        report: inout BuildReport
    ) throws -> BuildReport {
        let last = Ledger.last(workshop.paths, notes: &report.notes)
        try workshop.tidy(keeping: last?.summary.facts)
        let print = settings.fingerprint(of: self)
        let isCurrent = last?.summary.settings == print && !startsClean
        let known = isCurrent && !ignoringFacts && last?.summary.isWasteful == false ? last : nil
        let startedAt = Stamp.now()
        let listing = try folder.list(stamps: known != nil)
        let changes = ContentChanges(listing, since: known)
        report.timings.end("list")
        let stock = try workshop.stock(last)
        report.timings.end("compare")

        if let known, let stock, changes.isNothing, stock.isWhole, !listsArticles,
            (known.summary.now..<known.summary.due).contains(now.seconds), listing.diagnostics.isEmpty
        {
            report.isUpToDate(known.summary, stock, in: settings.site.zone)
            return report
        }
        try Run(
            build: self, folder: folder, settings: settings, workshop: workshop, now: now, last: last, known: known,
            isCurrent: isCurrent, startedAt: startedAt, listing: listing, changes: changes, stock: stock
        ).run(&report)
        return report
    }

    /// Where to publish: nowhere that could cost somebody their work.
    private func outputPaths(for folder: SiteFolder) throws(BuildFailure) -> (given: String, output: OutputPaths) {
        let own = folder.path + "/Output"
        let given = output ?? own
        guard !given.isEmpty else { throw .call("the folder to publish into has no name\n    Name one with --output.") }
        let paths = OutputPaths(output: given)
        if includesDrafts || includesScheduled, paths == OutputPaths(output: own) {
            let what = includesDrafts ? "drafts" : "scheduled stories"
            throw .call("\(what) are not built into Output\n    Name another folder with --output.")
        }
        let content = FileSystem.resolved(folder.content) ?? folder.content
        if (content + "/").hasPrefix(paths.output + "/") || (paths.output + "/").hasPrefix(content + "/") {
            throw .call("\(given) has the content in it, or lies in it\n    Name another folder with --output.")
        }
        return (given, paths)
    }

    /// What is to be published at that time.
    func selection(at now: Timestamp, on site: Site) -> Selection {
        Selection(
            now: now, includesDrafts: includesDrafts, includesScheduled: includesScheduled, zone: site.zone)
    }

    func failure(_ refusal: Refusal, given: String) -> BuildFailure {
        switch refusal {
        case .machine(let error): .machine(error)
        case .notOurs:
            .call(
                "\(given) has files in it that stet did not write, so nothing was published\n"
                    + "    Move them away, or name another folder with --output.")
        case .inTheWay(let file):
            .call(
                "\(given)/\(file) was not written by stet, and stands in the way of a page, so nothing was published\n"
                    + "    Move it away, or name another folder with --output.")
        }
    }
}
