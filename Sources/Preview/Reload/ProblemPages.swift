import Diagnostics
import Newspaper
import Press

/// Which page has which problem.
struct ProblemPages {
    private let pages: [String: String]

    /// More files than this are not looked for in the last edition.
    private static let mostSources = 1000

    /// - Parameter build: the one whose edition is shown.
    init(of diagnostics: [Diagnostic], in build: Build) {
        let sources = diagnostics.sorted { $0.severity == .error && $1.severity != .error }.lazy.map(\.path)
        var asked: Set<String> = []
        for source in sources where ProblemPages.role(of: source) == .article {
            guard asked.count < ProblemPages.mostSources else { break }
            asked.insert(source)
        }
        pages = build.pages(of: asked)
    }

    /// The page that is made of a file, as a file of Output; nil for what no page shows alone: settings, sections.
    /// One that never was in an edition is looked for where its name puts it.
    subscript(source: String) -> String? {
        switch ProblemPages.role(of: source) {
        case .article, .standalone: pages[source] ?? ProblemPages.path(source)?.page.file
        case .section, .author, nil: nil
        }
    }

    private static func role(of source: String) -> ContentPath.Role? { path(source)?.role }

    private static func path(_ source: String) -> ContentPath? {
        guard source.hasSuffix(".md") || source.hasSuffix(".markdown") else { return nil }
        let parts = source.split(separator: "/", maxSplits: 1)
        return parts.count == 2 ? ContentPath(String(parts[1])) : nil
    }
}
