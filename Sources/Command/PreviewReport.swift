import Diagnostics
import Foundation
import Press
import Preview
import Synchronization

/// What `stet serve` says on the terminal: where the site is, then a line for each build.
final class PreviewReport: Sendable {
    private let port: Int
    private let progress: TerminalProgress
    /// What was said to be wrong after the last build: a warning is not repeated for each save.
    private let known = Mutex<Set<Diagnostic>>([])

    init(port: Int, progress: TerminalProgress) {
        self.port = port
        self.progress = progress
    }

    @Sendable func tell(_ event: Preview.Event) {
        switch event {
        case .due: Console.say("An embargo or an expiry has passed, or a story is two days old.")
        case .built(let report, let changes, let duration):
            progress.finish()
            for note in report.notes { Console.complain("stet: " + note) }
            complain(of: unsaid(report.diagnostics))
            Console.say(line(report, changes, duration))
        case .failed(let failure):
            Console.complain("stet: \(failure)")
        case .serving(let url, let isOtherPort):
            if isOtherPort { Console.say("Port \(port) is taken.") }
            Console.say("Look at \(url) (Ctrl-C ends it).")
        case .servingOn(let url): Console.say("The new program shows \(url).")
        case .shortOfWatches(let shortage): Console.complain("stet: \(shortage)")
        case .theme(let event): tell(event)
        }
    }

    private func tell(_ event: Preview.ThemeEvent) {
        switch event {
        case .compiling(let files): Console.say("\(subject(files)): compiling")
        case .cannotCompile(let reason):
            Console.complain("stet: the theme was changed, and \(reason): the page stays as it was")
        case .failed(let problems, let duration):
            complain(of: problems)
            let count = count(problems.count, "error")
            Console.say("\(count) in the theme, the page stays as it was, in \(seconds(duration))")
        case .unchanged(let duration): Console.say("compiled, nothing changed, in \(seconds(duration))")
        case .ready(let duration): Console.say("compiled, in \(seconds(duration))")
        }
    }

    /// More would only push the others off the screen: of a folder that is moved while it is read, each file is missing.
    private static let mostProblems = 50

    private func complain(of problems: [Diagnostic]) {
        for problem in problems.prefix(PreviewReport.mostProblems) { Console.complain(of: problem) }
        let rest = problems.count - PreviewReport.mostProblems
        if rest > 0 { Console.complain("stet: \(rest) more problems are not listed: stet build lists them all.") }
    }

    private func unsaid(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        known.withLock { known in
            defer { known = Set(diagnostics) }
            return diagnostics.filter { $0.severity == .error || !known.contains($0) }
        }
    }

    /// `Content/war/a.md: 31 files changed, in 0.04 s`
    private func line(_ report: BuildReport, _ changes: [String], _ duration: Duration) -> String {
        let subject = changes.isEmpty ? "\(report.pages) pages" : subject(changes)
        return "\(subject): \(result(report)), in \(seconds(duration))"
    }

    private func subject(_ changes: [String]) -> String {
        changes.count > 1 ? "\(changes[0]) and \(changes.count - 1) more" : changes.first ?? "many files"
    }

    private func seconds(_ duration: Duration) -> String { String(format: "%.2f s", duration / .seconds(1)) }

    private func result(_ report: BuildReport) -> String {
        let errors = report.diagnostics.count { $0.severity == .error }
        let problems = errors == 1 ? "1 error" : "\(errors) errors"
        guard report.isPublished else { return "\(problems), the page stays as it was" }
        let count = report.files.writtenCount + report.files.removedCount
        let done = count == 0 ? "nothing to do" : count == 1 ? "1 file changed" : "\(count) files changed"
        return errors == 0 ? done : "\(done), \(problems)"
    }
}
