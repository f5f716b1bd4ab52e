import Diagnostics
import Newspaper

/// What a build did.
public struct BuildReport: Sendable {
    /// An article's file, relative to the site's folder, and where its page is found.
    public struct PublishedArticle: Sendable, Hashable {
        public var source: String
        public var url: String
    }

    /// A page that readers do not get: it is there because drafts or scheduled stories were asked for.
    public struct WithheldPage: Sendable, Hashable {
        /// Relative to the folder that was published into.
        public var file: String
        /// `Draft`, `Scheduled for 24 November 2026, 06:00`.
        public var reason: String
    }

    /// What there was to do, beside what was known already.
    public struct Work: Sendable, Hashable {
        /// Markdown files whose bytes were read.
        public var filesRead = 0
        /// Pages, feeds and sitemaps that were rendered.
        public var pagesDrawn = 0
        /// Files that were made of pictures, in another size or without what was not to be published.
        public var picturesMade = 0
    }

    /// All that are published; none if the build was not asked to list them.
    public var articles: [PublishedArticle] = []
    /// How many pages there are: articles, lists, redirects and all others, but for feeds and sitemaps.
    public var pages = 0
    /// False if errors kept the edition from being published.
    public var isPublished = false
    public var files = PublishedFiles()
    public var skipped: [Skipped] = []
    public var withheld: [WithheldPage] = []
    /// When an embargo or an expiry next changes what is published, or the clock the news sitemap, in the site's zone; nil
    /// if nothing is to come.
    public var nextChange: LocalTime?
    public var diagnostics: [Diagnostic] = []
    /// What is to be said of the build itself: that it had to begin anew.
    public var notes: [String] = []
    public var work = Work()
    public var timings = Timings()
    /// The folder that was published into, as it was given.
    public var output = ""
    /// The folder of its host in which the site lies: empty, or `/paper`.
    public var base = ""

    /// Of a build that did nothing yet.
    public init() {}

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension BuildReport {
    /// What was said of the last edition holds.
    mutating func say(_ ledger: LedgerSummary, in zone: Zone) {
        pages = ledger.pages
        diagnostics = ledger.diagnostics
        skipped = ledger.skipped
        withheld = ledger.withheld
        nextChange = ledger.nextChange == .max ? nil : zone.local(Timestamp(seconds: ledger.nextChange))
    }

    /// Nothing has changed since the last edition: what was said of it holds.
    mutating func isUpToDate(_ ledger: LedgerSummary, _ stock: Stock, in zone: Zone) {
        say(ledger, in: zone)
        files = PublishedFiles(
            written: [], removed: [], unchangedCount: stock.count,
            listUnchanged: { (0..<stock.count).map(stock.path) })
        isPublished = true
    }
}

/// What keeps the press from working at all.
public enum BuildFailure: Error, Sendable, CustomStringConvertible {
    /// It was called with something that cannot be: no Content folder, an Output that is not stet's.
    case call(String)
    /// The machine failed: a full disk, a missing permission.
    case machine(MachineError)

    public var description: String {
        switch self {
        case .call(let message): message
        case .machine(let error): error.description
        }
    }

    /// The same as a problem without a place.
    public var diagnostic: Diagnostic {
        let parts = description.split(separator: "\n    ", maxSplits: 1)
        return .error(parts.first.map(String.init) ?? "", hint: parts.dropFirst().first.map(String.init) ?? "")
    }
}
