import ArgumentParser
import Foundation
import Newspaper
import Press

/// `stet deploy`.
struct DeployCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy", abstract: "Builds the site, and sends what has changed to where readers find it.",
        usage: "stet deploy [<site>] [<options>]",
        discussion: """
            Where to is deploy: in site.yml: a target of rsync's, or to: and with: rclone. Pictures, styles and \
            scripts are sent first, then pages, then feeds and sitemaps, and what is gone is removed last. Nothing \
            is sent unless the build has published without an error.
            """)

    @Argument(help: "The folder that has Content in it.", completion: .directory)
    var site = "."

    @Option(help: "Another target than site.yml's, for the same tool.")
    var to: String?

    @Flag(help: "Build, and only say what would be sent and removed.")
    var dryRun = false

    @Flag(help: "Put compressed files beside text files: .gz and .br.")
    var compress = false

    func run() throws {
        let start = ContinuousClock.now
        var build = Build(site: site, now: .moment(.now))
        build.isForHost = true
        build.compresses = compress
        let deployment = try complaining { () throws(BuildFailure) in try build.deployment(themes: Themes.available) }
        guard let deployment = try target(of: deployment) else {
            Console.complain(
                "stet: site.yml does not say where to send the site\n"
                    + "    Write deploy: deploy@news.example:/srv/gazette into it, or name a target with --to.")
            throw ExitStatus.wrongCall
        }
        let report = try complaining { () throws(BuildFailure) in try build.run(themes: Themes.available) }
        TextReport(report, seconds: (ContinuousClock.now - start) / .seconds(1), isVerbose: false, showsTimings: false)
            .print()
        guard report.isPublished, !report.hasErrors else { throw ExitStatus.contentErrors }
        for step in Transfer(of: report.output, by: deployment, isDryRun: dryRun).steps {
            Console.say("\(dryRun ? "Would send" : "Sending") \(step.name)")
            try run(step)
        }
    }

    private func target(of written: Deployment?) throws -> Deployment? {
        guard let to else { return written }
        guard let deployment = Deployment(written?.tool ?? .rsync, to: to) else {
            Console.complain("stet: \(to) is no target\n    Write it as deploy@news.example:/srv/gazette.")
            throw ExitStatus.wrongCall
        }
        return deployment
    }

    private func run(_ step: Transfer.Step) throws {
        let name = step.command[0]
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = step.command
        do {
            try process.run()
        } catch {
            Console.complain("stet: cannot start \(name): \(error.localizedDescription)")
            throw ExitStatus.machineFailure
        }
        process.waitUntilExit()
        // Of env: there is no such program.
        if process.terminationReason == .exit, process.terminationStatus == 127 {
            Console.complain("stet: there is no \(name) on this machine\n    Install it: apt-get install \(name).")
            throw ExitStatus.machineFailure
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            Console.complain(
                "stet: \(name) could not send \(step.name); what it sent before stands, and nothing was removed\n"
                    + "    It says why above. Call stet deploy again: what is there already is not sent twice.")
            throw ExitStatus.machineFailure
        }
    }
}
