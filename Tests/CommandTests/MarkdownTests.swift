import Testing

/// `stet markdown`: standard input to standard output.
@Suite struct MarkdownTests {
    @Test func textToHTML() throws {
        let run = try Tool.run("markdown", input: "It's *here*.\n")
        #expect(run.status == 0)
        #expect(run.output == "<p>It’s <em>here</em>.</p>\n")
        #expect(run.complaints == "")
    }

    @Test func nothing() throws {
        let run = try Tool.run("markdown", input: "")
        #expect(run.status == 0)
        #expect(run.output == "")
    }

    @Test func options() throws {
        #expect(try Tool.run("markdown", "--no-smart", input: "It's\n").output == "<p>It's</p>\n")
        #expect(try Tool.run("markdown", "--html", "allow", input: "<b>x</b>\n").output == "<p><b>x</b></p>\n")
        let omitted = try Tool.run("markdown", input: "<b>x</b>\n")
        #expect(omitted.output == "<p>x</p>\n")
        #expect(omitted.complaints.hasPrefix("standard input:1:1: warning: raw HTML is left out"))
        #expect(omitted.status == 0)
        #expect(try Tool.run("markdown", "--html", "perhaps", input: "").status == 2)
    }

    @Test func problems() throws {
        let run = try Tool.run("markdown", input: ":::aside\nText.\n")
        #expect(run.status == 1)
        #expect(run.complaints.hasPrefix("standard input:1:1: error: :::aside is not closed\n"))
        #expect(run.output == "<p>Text.</p>\n")
    }

    @Test("A reader that goes away is no reason to fail")
    func closedPipe() throws {
        let run = try Tool.run(
            "markdown", through: "{ sleep 0.3; echo Text. | \"$0\" \"$@\"; echo \"$?\" >&2; } | true")
        #expect(run.complaints == "0\n")
    }

    @Test("Text that is not UTF-8 does not trap")
    func notUTF8() throws {
        let run = try Tool.run("markdown", through: "printf 'caf\\xe9\\0\\n' | \"$0\" \"$@\"")
        #expect(!run.wasKilled)
        #expect(run.status == 0 || run.status == 1)
    }
}
