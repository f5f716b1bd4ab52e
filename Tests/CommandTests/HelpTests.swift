import Foundation
import Testing

@Suite struct HelpTests {
    @Test(
        "Help goes to standard output, and fits into 80 columns",
        arguments: ["", "build", "serve", "check", "new", "new article", "new site", "list", "markdown"])
    func help(command: String) throws {
        let run = try Tool.run(through: "exec \"$0\" \(command) --help")
        #expect(run.status == 0)
        #expect(run.complaints == "")
        #expect(run.output.contains("USAGE: stet"))
        for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("The command alone says how it is called")
    func alone() throws {
        let run = try Tool.run()
        #expect(run.status == 0)
        #expect(run.output.contains("SUBCOMMANDS:"))
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            text.contains("Exit status: 0 done, 1 the content has errors, 2 the call was wrong, 3 the machine failed"))
    }

    @Test("Completions for the shells that people use", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try Tool.run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.complaints == "")
        for word in ["stet", "build", "check", "drafts", "github", "keep-going"] {
            #expect(run.output.contains(word), "\(word)")
        }
    }

    @Test("Bash can read its completions")
    func bash() throws {
        let run = try Tool.run(
            "--generate-completion-script", "bash",
            through: "source <(\"$0\" \"$@\") && complete -p stet && complete -p stet | grep -q _stet")
        #expect(run.status == 0, "\(run.complaints)")
    }

    private static func has(_ shell: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: $0 + "/" + shell)
        }
    }

    private static let asked = ["build --for", "check --format g", "list d", "new s"]
    private static let answered = ["--format", "github", "drafts", "site"]

    @Test("Bash completes commands, options and their values")
    func bashCompletes() throws {
        let run = try Tool.run(
            HelpTests.asked,
            through: """
                source <("$0" --generate-completion-script bash)
                for line; do
                    COMP_WORDS=(stet $line); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                    COMP_LINE="stet $line"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
                    _stet stet "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                    echo "${COMPREPLY[*]}"
                done
                """)
        #expect(run.output.split(separator: "\n").map(String.init) == HelpTests.answered, "\(run)")
    }

    @Test(
        "Fish completes the same", .enabled(if: has("fish"), "fish is not on this machine: its completions go untried"))
    func fishCompletes() throws {
        let run = try Tool.run(
            HelpTests.asked,
            through: """
                export HOME=$(mktemp -d); PATH="$(dirname "$0"):$PATH"
                "$0" --generate-completion-script fish > "$HOME/stet.fish"
                for line; do fish --no-config -c "source $HOME/stet.fish; complete -C 'stet $line'" | cut -f 1; done
                rm -r "$HOME"
                """)
        #expect(run.output.split(separator: "\n").map(String.init) == HelpTests.answered, "\(run)")
    }

    @Test(
        "Zsh loads its completions", .enabled(if: has("zsh"), "zsh is not on this machine: its completions go untried"))
    func zshLoads() throws {
        let run = try Tool.run(
            through: """
                folder=$(mktemp -d); "$0" --generate-completion-script zsh > "$folder/_stet"
                zsh -f -c 'fpath=("$1" $fpath); autoload -U compinit; compinit -u -D; autoload +X _stet; print $_comps[stet]
                    functions _stet | grep -c external' zsh "$folder"
                rm -r "$folder"
                """)
        #expect(run.output.hasPrefix("_stet\n") && !run.output.hasSuffix("\n0\n"), "\(run)")
        #expect(run.complaints == "")
    }

    @Test func version() throws {
        let run = try Tool.run("--version")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("stet "))
    }

    @Test("A wrong call names what is wrong, and how it is called")
    func wrongCall() throws {
        let run = try Tool.run("build", "--ouput", "x")
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.complaints.contains("--ouput"))
        #expect(run.complaints.contains("Usage: stet build"))
    }
}
