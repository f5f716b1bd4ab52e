import Diagnostics
import Newspaper
import Press

/// Builds the preview, and tells the pages what became of it.
struct Rebuilder: Sendable {
    private let preview: Preview
    private let live: LiveSite
    private let memory = BuildMemory()

    var site: String { preview.site }

    init(_ preview: Preview, _ live: LiveSite) {
        self.preview = preview
        self.live = live
    }

    /// The first build. Whatever can be shown is shown, so that there is a page for the problems to stand on.
    func begin() throws(BuildFailure) -> BuildReport {
        var build = preview.build
        build.memory = memory
        build.progress = preview.progress
        var report = try build.run(themes: preview.themes)
        if !report.isPublished {
            build.keepsGoing = true
            report = try build.run(themes: preview.themes)
        }
        live.add(
            LiveSite.Revision(changed: nil), problems: problems(report.diagnostics), base: report.base,
            marks: marks(report))
        return report
    }

    /// Whether the clock has passed that moment.
    func isPast(_ moment: LocalTime) -> Bool { preview.clock().seconds >= moment.seconds }

    /// Builds again, because something has changed, or because it is time.
    func rebuild(after changes: Changes) throws(BuildFailure) -> BuildReport {
        do {
            var build = preview.build
            build.memory = memory
            build.changes = changes.isIncomplete ? nil : KnownChanges(paths: changes.paths)
            let report = try build.run(themes: preview.themes)
            live.add(
                LiveSite.Revision(changed: changed(report), destination: destination(changes, report)),
                problems: problems(report.diagnostics), base: report.isPublished ? report.base : nil,
                marks: report.isPublished ? marks(report) : nil)
            return report
        } catch {
            live.add(LiveSite.Revision(changed: []), problems: problems([error.diagnostic]), base: nil)
            throw error
        }
    }

    /// Looks at everything once more, if the last builds relied on being told what had changed: a disk that others write
    /// to, or a file with two names, may change without a word. Nil if there was nothing to do.
    func check() -> BuildReport? {
        guard memory.isUnchecked else { return nil }
        var build = preview.build
        build.memory = memory
        build.listsArticles = false
        // What is wrong has been told, and the next change finds it once more.
        guard let report = try? build.run(themes: preview.themes), report.isPublished,
            report.files.writtenCount + report.files.removedCount > 0
        else { return nil }
        live.add(
            LiveSite.Revision(changed: changed(report)), problems: problems(report.diagnostics), base: report.base,
            marks: marks(report))
        return report
    }

    /// More than this is as good as everything.
    private static let mostChanges = 2000

    private func changed(_ report: BuildReport) -> [String]? {
        let files = report.files
        guard files.writtenCount + files.removedCount <= Rebuilder.mostChanges else { return nil }
        return files.written + files.removed
    }

    /// Where to look, if a single article was saved and was published.
    private func destination(_ changes: Changes, _ report: BuildReport) -> String? {
        guard preview.follows, report.isPublished, !changes.isIncomplete else { return nil }
        let saved = report.articles.filter { changes.paths.contains($0.source) }
        return saved.count == 1 ? saved.first?.url : nil
    }

    /// What stands on pages that readers do not get.
    private func marks(_ report: BuildReport) -> [String: String] {
        Dictionary(report.withheld.map { ($0.file, $0.reason) }) { first, _ in first }
    }

    /// So many warnings are worth a look in the browser; the terminal has them all.
    private static let mostWarnings = 1000

    private func problems(_ diagnostics: [Diagnostic]) -> [Problem] {
        guard !diagnostics.isEmpty else { return [] }
        let shown =
            diagnostics.filter { $0.severity == .error }
            + diagnostics.lazy.filter { $0.severity == .warning }.prefix(Rebuilder.mostWarnings)
        let pages = ProblemPages(of: shown, in: preview.build)
        return shown.map { Problem($0, site: site, page: pages[$0.path]) }
    }
}
