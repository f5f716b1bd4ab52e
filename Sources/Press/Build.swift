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
    /// Makes it as its host is to have it: styles and scripts have names that say which bytes they have, so that
    /// browsers may keep them for good, and there is what site.yml's host reads. Not in a preview, where a stylesheet
    /// that changes is to change nothing else.
    public var isForHost = false
    /// Puts compressed files beside text files, if it is for a host; site.yml may ask for it as well.
    public var compresses = false
    /// Publishes whatever can be although there are errors.
    public var keepsGoing = false
    /// Whether the report is to list all articles.
    public var listsArticles = true
    /// What this process keeps from one build to the next.
    public var memory: BuildMemory?
    /// What may have changed since the last build with the same memory, if that is known.
    public var changes: KnownChanges?
    /// Is told how far the build has come.
    public var progress: any BuildProgress = NoProgress()

    public init(site: String, now: Now) {
        self.site = site
        self.now = now
    }

    /// Builds and publishes. Problems with the content stand in the report; what keeps the press from working at all
    /// is thrown.
    public func run(themes: [any Theme.Type]) throws(BuildFailure) -> BuildReport {
        memory?.add(changes)
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

    /// Where site.yml says that the site is sent to, without building anything.
    public func deployment(themes: [any Theme.Type]) throws(BuildFailure) -> Deployment? {
        try BuildFailure.catching { try Settings(of: SiteFolder(site), url: url, themes: themes).site.deployment }
    }

    private func run(
        _ folder: SiteFolder, _ settings: Settings, _ paths: OutputPaths, report: BuildReport
    ) throws -> BuildReport {
        let now = try now.timestamp(in: settings.site.zone)
        let workshop = try Workshop(paths) { progress.waits() }
        var report = report
        var isDone = false
        defer { if !isDone { memory?.forget() } }
        do {
            try makeEdition(folder, settings, workshop, now, ignoringFacts: false, report: &report)
        } catch Ledger.Unusable.damaged {
            // The records turned out to be damaged when they were needed.
            report.notes.append(Ledger.Unusable.damaged.description)
            try makeEdition(folder, settings, workshop, now, ignoringFacts: true, report: &report)
        } catch let refusal as Refusal {
            throw failure(refusal, given: report.output)
        }
        isDone = true
        return report
    }

    private func makeEdition(
        _ folder: SiteFolder, _ settings: Settings, _ workshop: Workshop, _ now: Timestamp, ignoringFacts: Bool,
        report: inout BuildReport
    ) throws {
        let startedAt = Stamp.now()
        let print = settings.fingerprint(of: self)
        let replate = Replate(
            build: self, folder: folder, settings: settings, workshop: workshop, now: now, startedAt: startedAt)
        // What is certain need not be looked at.
        let certain = startsClean || ignoringFacts ? nil : memory?.recall(workshop.paths, settings: print)
        let changed = certain.flatMap { $0.standing.ledger.changedSources($0.changes, in: folder) }
        if let standing = certain?.standing, let changed {
            if changed.isEmpty, isUpToDate(standing.ledger, now, settings.site) {
                memory?.confirm()
                return report.isUpToDate(
                    standing.ledger.summary, Stock(of: standing.ledger), in: settings.site.zone)
            }
            if try replate.run(standing, Array(changed.keys), report: &report) { return }
        }

        let last = Ledger.last(workshop.paths, notes: &report.notes)
        try workshop.tidy(keeping: last?.summary.facts, areAmended: last?.isAmended == true)
        let isCurrent = last?.summary.settings == print && !startsClean
        let known = isCurrent && !ignoringFacts && last?.summary.isWasteful == false ? last : nil
        let listing: ContentListing
        if let known, let changed {
            listing = ContentListing(of: known, changed: changed)
        } else {
            listing = try folder.list(since: known)
        }
        let changes = ContentChanges(listing, since: known)
        report.timings.end("list")
        let stock = certain == nil ? try workshop.stock(last) : last.map(Stock.init)
        report.timings.end("compare")

        if let known, let stock, stock.isWhole, !changes.hasOtherFiles, listing.diagnostics.isEmpty {
            var remembered = listing
            remembered.rows = changes.rows
            if changes.unread.isEmpty, isUpToDate(known, now, settings.site) {
                remember(known, remembered, folder, settings, workshop, now)
                return report.isUpToDate(known.summary, stock, in: settings.site.zone)
            }
            if certain == nil, try replate.run(known, remembered, changes.unread, report: &report) { return }
        }
        try Run(
            build: self, folder: folder, settings: settings, workshop: workshop, now: now, last: last, known: known,
            isCurrent: isCurrent, startedAt: startedAt, listing: listing, changes: changes, stock: stock
        ).run(&report)
    }

    /// Whether the last edition is the one that would be made, if nothing has changed since.
    private func isUpToDate(_ ledger: Ledger, _ now: Timestamp, _ site: Site) -> Bool {
        !listsArticles && ledger.summary.compresses == compresses(site)
            && (ledger.summary.now..<ledger.summary.due).contains(now.seconds)
    }

    /// Keeps an edition that was found up to date for the builds to come.
    private func remember(
        _ ledger: Ledger, _ listing: ContentListing, _ folder: SiteFolder, _ settings: Settings, _ workshop: Workshop,
        _ now: Timestamp
    ) {
        guard let memory else { return }
        if memory.isEmpty, !listing.hasLinks {
            memory.keep(
                StandingEdition(
                    ledger, listing, workshop.paths, folder, settings.site, selection(at: now, on: settings.site)),
                workshop.paths)
        } else {
            memory.confirm()
        }
    }

    /// Whether text files have compressed ones beside them.
    func compresses(_ site: Site) -> Bool { isForHost && (compresses || site.hosting.compresses) }

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
