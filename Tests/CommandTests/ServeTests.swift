import Foundation
import Testing

/// `stet serve`: the program itself, until somebody presses Ctrl-C.
@Suite struct ServeTests {
    @Test("It says where the site is, serves it, tells of every build, and ends well")
    func serving() throws {
        let site = try SiteFolder.fine()
        let run = try Tool.run(
            "serve", site.path, "--port", "0",
            through: """
                cd "$2"
                "$0" "$@" > out 2> err & server=$!
                await() { for _ in $(seq 200); do grep -q "$1" out && return; sleep 0.05; done; }
                await '^Look at'
                address=$(sed -n 's/^Look at \\(http[^ ]*\\) .*/\\1/p' out)
                exec 3<>"/dev/tcp/127.0.0.1/$(echo "$address" | sed 's/.*:\\([0-9]*\\).*/\\1/')"
                printf 'GET /war/a/ HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3
                head -1 <&3
                echo '# Another' > Content/war/b.md
                await '^Content/war/b.md'
                printf -- '---\\ndate: soon\\n---\\n' > Content/war/b.md
                for _ in $(seq 200); do grep -q soon err && break; sleep 0.05; done
                kill -INT $server
                for _ in $(seq 200); do kill -0 $server 2> /dev/null || break; sleep 0.05; done
                kill -9 $server 2> /dev/null
                wait $server; echo "status $?"
                cat out; cat err >&2
                """)
        #expect(run.output.hasPrefix("HTTP/1.1 200 OK\r\nstatus 0\n"), "\(run)")
        #expect(
            run.output.contains(#/\n\d+ pages: \d+ files changed, in [0-9.]+ s\nLook at http:\/\/127.0.0.1:\d+\/ /#))
        #expect(run.output.contains(#/\nContent\/war\/b.md: \d+ files changed, in [0-9.]+ s\n/#))
        #expect(run.complaints.contains("Content/war/b.md:2:7: error: date: “soon” is not a date\n"))
        #expect(!site.exists("Output"))
    }

    /// What serve says with `--open` in that environment, until `word` stands in its output or in the browser's file.
    private func opening(_ environment: String, until word: String) throws -> (output: String, opened: String) {
        let site = try SiteFolder.fine()
        let run = try Tool.run(
            site.path, word,
            through: """
                cd "$1"; mkdir bin; touch out opened
                printf '#!/bin/sh\\necho "$1" > "%s/opened"\\n' "$PWD" > bin/xdg-open; cp bin/xdg-open bin/open
                mkdir false; printf '#!/bin/sh\\nexit 3\\n' > false/xdg-open
                chmod +x bin/* false/*
                unset CI WAYLAND_DISPLAY DISPLAY
                env \(environment) "$0" serve . --port 0 --open > out 2>&1 & server=$!
                for _ in $(seq 600); do grep -q "$2" out opened && break; sleep 0.05; done
                kill -0 $server && echo alive
                kill $server; wait $server
                cat out; echo ---; cat opened
                """)
        let parts = run.output.split(separator: "---\n", omittingEmptySubsequences: false)
        #expect(run.output.hasPrefix("alive\n"), "\(run)")
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }

    @Test("It opens the browser at the page")
    func open() throws {
        let (output, opened) = try opening("DISPLAY=:9 \"PATH=$PWD/bin:$PATH\"", until: "^http")
        let address = try #require(output.firstMatch(of: #/Look at (http\S+) /#)?.output.1)
        #expect(opened == address + "\n")
    }

    #if os(Linux)
        @Test(
            "Where there is no browser it says so in a line, and serves all the same",
            arguments: [
                ("DISPLAY=:9 CI=true", "CI is set."), ("X=1", "there is no display."),
                ("DISPLAY=:9 PATH=/nowhere", "there is no xdg-open on this machine."),
                ("DISPLAY=:9 \"PATH=$PWD/false:$PATH\"", "xdg-open failed with status 3."),
            ])
        func noBrowser(environment: String, reason: String) throws {
            let (output, opened) = try opening(environment, until: "No browser")
            #expect(output.contains("\nNo browser was opened: \(reason)\n"))
            #expect(opened == "")
        }
    #endif

    @Test("2: the call was wrong")
    func wrongCalls() throws {
        let site = try SiteFolder.fine()
        for arguments in [
            ["--port", "x"], ["--port", "-1"], ["--port", "65536"], ["--host", "evil.example"], ["--output"],
            ["--host", "192.0.2.1"], ["--output", "--drafts"], ["--output", "--future"], ["--unknown"],
        ] {
            let run = try Tool.run(["serve", site.path] + arguments)
            #expect(run.status == 2, "\(arguments) \(run)")
            #expect(!run.complaints.isEmpty)
        }
        #expect(try Tool.run("serve", "/nowhere").status == 2)
    }
}
