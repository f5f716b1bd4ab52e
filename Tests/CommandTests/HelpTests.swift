import Testing

@Suite struct HelpTests {
    @Test(
        "Help goes to standard output, and fits into 80 columns",
        arguments: ["", "build", "serve", "check", "new", "new article", "new site", "list", "deploy", "markdown"])
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
