import ArgumentParser
import Press

/// `stet build`.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds the site: Content/ into Output/.",
        usage: "stet build [<site>] [<options>]")

    @Argument(help: "The folder that has Content in it.", completion: .directory)
    var site = "."

    @Option(help: "The folder to publish into, instead of Output in the site's folder.")
    var output: String?

    @Option(
        help: "The time to build for, such as 2026-11-18T07:30, instead of the clock's; without a zone, in the site's.")
    var now: String?

    @Flag(help: "Build drafts as well; never into Output, so --output is needed.")
    var drafts = false

    @Flag(help: "Build stories under embargo as well; never into Output.")
    var future = false

    @Option(help: "Where the site is published, instead of url: in site.yml.")
    var baseURL: String?

    @Flag(help: "Make every file anew, as if nothing had been published before.")
    var clean = false

    @Flag(help: "Publish whatever can be published although there are errors.")
    var keepGoing = false

    @Option(help: "How to report: text or json.")
    var format = Format.text

    @Flag(help: "Show how long each stage took.")
    var timings = false

    @Flag(help: "List every file that was written, removed or left unchanged.")
    var verbose = false

    func run() throws {
        let start = ContinuousClock.now
        var build = Build(site: site, now: .given(now))
        build.output = output
        build.includesDrafts = drafts
        build.includesScheduled = future
        build.url = baseURL
        build.startsClean = clean
        build.keepsGoing = keepGoing
        build.listsArticles = format == .json
        let progress = TerminalProgress()
        build.progress = progress
        var report = BuildReport()
        do throws(BuildFailure) {
            defer { progress.finish() }
            report = try build.run(themes: Themes.available)
        } catch {
            Console.complain("stet: \(error)")
            if format == .json {
                // A program that asked for an object gets one.
                report.output = output ?? ""
                report.diagnostics = [error.diagnostic]
                say(report, since: start)
            }
            throw error.exitStatus
        }
        say(report, since: start)
        if report.hasErrors { throw ExitStatus.contentErrors }
    }

    private func say(_ report: BuildReport, since start: ContinuousClock.Instant) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        switch format {
        case .text: TextReport(report, seconds: seconds, isVerbose: verbose, showsTimings: timings).print()
        case .json: Console.say(json: JSONReport(report, seconds: seconds))
        }
    }
}
