import ArgumentParser
import Dispatch
import Foundation
import Newspaper
import Press
import Preview
import Synchronization

/// `stet serve`.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows the site while it is written, and keeps the page up to date.",
        usage: "stet serve [<site>] [<options>]",
        discussion: """
            Builds into a folder of its own, .stet/preview, serves that to this machine alone, builds again whenever \
            something changes or an embargo ends, and tells the browser. What is wrong with a page stands on it. What \
            readers do not see, drafts and stories under embargo, is marked. Ctrl-C ends it.

            Where the program was built, it is compiled anew when its theme changes, and the new one takes over.
            """)

    @Argument(help: "The folder that has Content in it.")
    var site = "."

    @Option(help: "The port to listen on, or the next one that is free; 0 for any.")
    var port = 8000

    @Option(help: "The address to listen on; 0.0.0.0 lets other machines in.")
    var host = "127.0.0.1"

    @Flag(help: "Show drafts as well.")
    var drafts = false

    @Flag(help: "Show stories under embargo as well; what has expired stays away.")
    var future = false

    @Flag(help: "Open the page in the browser.")
    var open = false

    @Flag(help: "Let the browser go to the article that was just saved.")
    var follow = false

    @Flag(help: "Serve a finished Output as it is, without building or watching.")
    var output = false

    func validate() throws {
        guard (0...65535).contains(port) else {
            throw ValidationError("\(port) is no port: choose one from 1 to 65535, or 0 for any.")
        }
        guard !output || !drafts && !future && !follow else {
            throw ValidationError("--output serves what is there: --drafts, --future and --follow do not go with it.")
        }
    }

    func run() throws {
        endWhenAsked()
        var preview = Preview(site: site, themes: Themes.available) { .now }
        preview.includesDrafts = drafts
        preview.includesScheduled = future
        preview.servesOutput = output
        preview.follows = follow
        preview.host = host
        preview.port = port
        preview.renewsProgram = true
        let progress = TerminalProgress()
        preview.progress = progress
        let report = PreviewReport(port: port, progress: progress)
        do throws(BuildFailure) {
            try waiting { [preview, open] () async throws(BuildFailure) in
                try await preview.run { event in
                    report.tell(event)
                    if open, case .serving(let url, _) = event { Browser.open(url) }
                }
            }
        } catch {
            progress.finish()
            Console.complain("stet: \(error)")
            throw error.exitStatus
        }
    }
}

/// Ctrl-C, and being asked to end, are how this command is done. At once, whatever is being done: a build that is cut
/// off is finished by the next.
private func endWhenAsked() {
    var ends = sigset_t()
    sigemptyset(&ends)
    for end in [SIGINT, SIGTERM] {
        signal(end) { _ in
            Preview.endChildren()
            _exit(0)
        }
        sigaddset(&ends, end)
    }
    // Who called us may have blocked them.
    pthread_sigmask(SIG_UNBLOCK, &ends, nil)
}

/// Does something asynchronous on a thread that has nothing else to do.
private func waiting(for work: @escaping @Sendable () async throws(BuildFailure) -> Void) throws(BuildFailure) {
    let failure = Failure()
    let isDone = DispatchSemaphore(value: 0)
    Task {
        do throws(BuildFailure) {
            try await work()
        } catch {
            failure.value.withLock { $0 = error }
        }
        isDone.signal()
    }
    isDone.wait()
    if let error = failure.value.withLock({ $0 }) { throw error }
}

/// What one thread leaves behind for another.
private final class Failure: Sendable {
    let value = Mutex<BuildFailure?>(nil)
}
