import ArgumentParser
import Diagnostics
import Press

/// `stet check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Looks the site over, and publishes nothing.",
        usage: "stet check [<site>] [<options>]",
        discussion: """
            Says everything that a build says, and finds links and anchors that lead nowhere, pictures without \
            alternative text or a credit, pictures that are huge or that nothing uses, topics that are almost the \
            same, and headlines that are too long. With --external it also asks other hosts whether what the site \
            links to is still there, one request a second each, and remembers for a week what was, in .stet/links. \
            Nothing else is written.
            """)

    @Argument(help: "The folder that has Content in it.", completion: .directory)
    var site = "."

    @Flag(help: "Let warnings count as well: exit status 1.")
    var strict = false

    @Flag(help: "Look over drafts as well.")
    var drafts = false

    @Flag(help: "Ask other hosts whether what is linked to is still there; needs curl.")
    var external = false

    @Option(
        help: "The time to check for, such as 2026-11-18T07:30, instead of the clock's; without a zone, in the site's.")
    var now: String?

    @Option(help: "How to report: text, json, or github for annotations in its workflows.")
    var format = CheckFormat.text

    enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, github
    }

    func run() throws {
        var check = Check(site: site, now: .given(now))
        check.includesDrafts = drafts
        if external { check.external = ExternalLinks(agent: "stet/\(Stet.version)", now: .now) }
        let progress = TerminalProgress()
        check.progress = progress
        let found: [Diagnostic]
        do throws(BuildFailure) {
            defer { progress.finish() }
            found = try check.run(themes: Themes.available)
        } catch {
            Console.complain("stet: \(error)")
            // A program that asked gets an answer.
            if format != .text { say([error.diagnostic]) }
            throw error.exitStatus
        }
        say(found)
        if found.contains(where: { strict || $0.severity == .error }) { throw ExitStatus.contentErrors }
    }

    private func say(_ found: [Diagnostic]) {
        let errors = found.count { $0.severity == .error }
        let warnings = found.count - errors
        switch format {
        case .text:
            for diagnostic in found { Console.say(diagnostic) }
            Console.say(found.isEmpty ? "nothing found" : "\(count(errors, "error")), \(count(warnings, "warning"))")
        case .json: Console.say(json: JSONCheck(found, errors: errors, warnings: warnings))
        case .github: for diagnostic in found { Console.say(diagnostic.annotation(in: site)) }
        }
    }
}

/// What was found as programs read it: one JSON object.
private struct JSONCheck: Encodable {
    var diagnostics: [JSONProblem]
    var errors: Int
    var warnings: Int

    init(_ found: [Diagnostic], errors: Int, warnings: Int) {
        diagnostics = found.map(JSONProblem.init)
        self.errors = errors
        self.warnings = warnings
    }
}
