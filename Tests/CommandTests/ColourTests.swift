import Testing

/// Colours, for people at a terminal who want them.
@Suite struct ColourTests {
    private let red = "\u{1B}[1;31merror\u{1B}[0m: "

    private func report(_ script: String) throws -> String {
        let site = try SiteFolder.broken()
        let run = try Tool.run("build", site.path, through: script)
        #expect(run.output.contains("error") || run.complaints.contains("error"), "\(run)")
        return run.output + run.complaints
    }

    @Test("What is piped has none")
    func pipe() throws {
        #expect(try !report("TERM=xterm \"$0\" \"$@\"").contains("\u{1B}"))
    }

    #if os(Linux)
        @Test("A terminal shows the word in colour, unless NO_COLOR says that it is not to")
        func terminal() throws {
            func onTerminal(_ environment: String) throws -> String {
                try report("unset NO_COLOR; \(environment) script -qec \"'$0' build '$2'\" /dev/null")
            }
            let plain = "Content/war/a.md:3:7: error: "
            #expect(try onTerminal("TERM=xterm").contains("Content/war/a.md:3:7: " + red))
            #expect(try onTerminal("TERM=xterm NO_COLOR=").contains(red))
            for environment in ["TERM=xterm NO_COLOR=1", "TERM=dumb"] {
                let text = try onTerminal(environment)
                #expect(text.contains(plain) && !text.contains("\u{1B}["))
            }
        }
    #endif
}
