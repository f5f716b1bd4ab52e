import Diagnostics
import Newspaper

/// What a build did.
public struct BuildReport: Sendable {
    /// An article's file, relative to the site's folder, and where its page is found.
    public struct PublishedArticle: Sendable, Hashable {
        public var source: String
        public var url: String
    }

    public var articles: [PublishedArticle] = []
    /// How many pages there are: articles, lists, redirects and all others.
    public var pages = 0
    /// False if errors kept the edition from being published.
    public var isPublished = false
    public var files = PublishedFiles()
    public var skipped: [Skipped] = []
    public var diagnostics: [Diagnostic] = []
    public var timings = Timings()
    /// The folder that was published into, as it was given.
    public var output = ""

    /// Of a build that did nothing yet.
    public init() {}

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
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
