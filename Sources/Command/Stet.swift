import ArgumentParser
import Foundation
import Newspaper

/// The command line: `stet build` and its sisters.
public struct Stet: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "stet",
        abstract: "Turns a folder of Markdown articles into a newspaper.",
        discussion: """
            SITE is a folder with Content in it, the current one if none is given.

            Exit status: 0 done, 1 the content has errors, 2 the call was wrong, 3 the machine failed (disk full, no \
            permission).
            """,
        version: "stet \(version)",
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, NewCommand.self, ListCommand.self,
            MarkdownCommand.self,
        ])

    static let version = "0.1.0"

    public init() {}

    /// Runs the command line that the program was called with, and ends the program with its exit status.
    /// - Parameter themes: those that `theme:` in site.yml may name, the first being the one for sites that name none.
    public static func main(themes: [any Theme.Type]) -> Never {
        // Writing to a closed pipe then says so, instead of ending the program.
        signal(SIGPIPE, SIG_IGN)
        return Themes.$available.withValue(themes) {
            do {
                var command = try parseAsRoot()
                try command.run()
                exit(withError: nil)
            } catch let status as ExitStatus {
                exit(withError: ExitCode(status.rawValue))
            } catch {
                // Of the call itself, ArgumentParser knows what to say; only its status is not ours.
                let isWrongCall = exitCode(for: error) == .validationFailure
                guard isWrongCall else { exit(withError: error) }
                Console.complain(fullMessage(for: error))
                exit(withError: ExitCode(ExitStatus.wrongCall.rawValue))
            }
        }
    }
}

/// The themes that this program was made with.
enum Themes {
    @TaskLocal static var available: [any Theme.Type] = []
}

/// How the program ends, for the shell.
enum ExitStatus: Int32, Error {
    case contentErrors = 1
    case wrongCall = 2
    case machineFailure = 3
}
