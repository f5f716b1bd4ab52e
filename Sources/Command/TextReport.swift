import Foundation
import Press

/// A build's result as people read it.
struct TextReport {
    private let report: BuildReport
    private let seconds: Double
    private let isVerbose: Bool
    private let showsTimings: Bool

    init(_ report: BuildReport, seconds: Double, isVerbose: Bool, showsTimings: Bool) {
        self.report = report
        self.seconds = seconds
        self.isVerbose = isVerbose
        self.showsTimings = showsTimings
    }

    func print() {
        for note in report.notes { Console.complain("stet: " + note) }
        for diagnostic in report.diagnostics { Console.complain(of: diagnostic) }
        if isVerbose { printFiles() }
        if showsTimings { printTimings() }
        if report.isPublished {
            Console.say(summary)
            if let next = report.nextChange {
                Console.say(
                    "The next build is due at \(next.iso): an embargo ends, a story expires, or one is no longer news.")
            }
        } else {
            Console.complain("stet: nothing was published: \(count(errors, "error")). The old edition stands.")
        }
    }

    private func printTimings() {
        for stage in report.timings.stages {
            Console.say(String(format: "%8.1f ms  ", stage.duration / .milliseconds(1)) + stage.name)
        }
    }

    private func printFiles() {
        for skipped in report.skipped { Console.say("skipped   \(skipped.source): \(skipped.reason)") }
        for file in report.files.written { Console.say("written   \(file)") }
        for file in report.files.removed { Console.say("removed   \(file)") }
        for file in report.files.unchanged { Console.say("unchanged \(file)") }
    }

    /// `111 pages in Output: 128 files written, 0 unchanged, 0 removed, in 0.05 s (2 warnings)`
    private var summary: String {
        let files = report.files
        var text = "\(count(report.pages, "page")) in \(report.output): \(count(files.writtenCount, "file")) written, "
        text += "\(files.unchangedCount) unchanged, \(files.removedCount) removed, in \(duration)"
        let problems = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { count($0.0, $0.1) }
        return problems.isEmpty ? text : text + " (\(problems.joined(separator: ", ")))"
    }

    private var duration: String { String(format: "%.2f s", seconds) }
    private var errors: Int { report.diagnostics.count { $0.severity == .error } }
    private var warnings: Int { report.diagnostics.count - errors }
}

/// `1 page`, `2 pages`.
func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}
