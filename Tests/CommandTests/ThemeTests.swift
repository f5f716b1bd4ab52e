#if os(Linux)
    import Foundation
    import Testing

    /// `stet serve` in its package, with the program itself and a compiler that is a script.
    @Suite struct ThemeTests {
        /// A package with a program in it that is a copy of the one that is tested.
        private func makePackage(_ site: SiteFolder, compiler: String) throws {
            let folder = URL(filePath: site.path)
            let built = folder.appending(path: ".build/linux/debug")
            for url in [built, folder.appending(path: "Themes"), folder.appending(path: "bin")] {
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            }
            func write(_ text: String, to name: String) throws {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            try write("", to: "Package.swift")
            try write("one\n", to: "Themes/theme")
            try write(
                "tool: package-structure-tool\n inputs: [\"\(site.path)/Themes/\",\"\(site.path)/Package.swift\"]\n",
                to: ".build/debug.yaml")
            try write("#!/bin/sh\ncd '\(site.path)'\n" + compiler, to: "bin/swift")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: site.path + "/bin/swift")
        }

        /// Runs it until `script` is through; then presses Ctrl-C.
        private func serve(_ site: SiteFolder, _ script: String) throws -> Tool.Run {
            try Tool.run(
                [site.path],
                through: """
                    # Copied by a process that has no other children: a program that any of them still has open for
                    # writing cannot be run.
                    cp -L "$0" "$1/.build/linux/debug/stet"
                    cd "$1"
                    export PATH="$1/bin:$PATH"
                    .build/linux/debug/stet serve . --port 0 > out 2> err & server=$!
                    await() { for _ in $(seq 1200); do grep -q "$1" out err && return; sleep 0.05; done; echo "no $1"; }
                    await '^Look at'
                    port=$(sed -n 's/^Look at .*:\\([0-9]*\\)\\/ .*/\\1/p' out)
                    get() {
                        exec 3<>"/dev/tcp/127.0.0.1/$port" || { echo refused; return; }
                        printf 'GET /war/a/ HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3
                        head -1 <&3
                        exec 3>&-
                    }
                    \(script)
                    kill -INT $server
                    for _ in $(seq 200); do kill -0 $server 2> /dev/null || break; sleep 0.05; done
                    kill -9 $server 2> /dev/null
                    wait $server; echo "status $?"
                    cat out; cat err >&2
                    """)
        }

        @Test("The new program goes on in the same process, at the same port, and refuses nobody meanwhile")
        func takingOver() throws {
            let site = try SiteFolder.fine()
            try makePackage(
                site, compiler: "cp .build/linux/debug/stet new && mv new .build/linux/debug/stet\n")
            let run = try serve(
                site,
                """
                echo two > Themes/theme
                while kill -0 $server && ! grep -q '^The new program' out; do get >> answers; done
                get >> answers
                kill -0 $server && echo "the same process"
                echo "answers: $(sort answers | uniq -c | sed 's/^ *[0-9]* //')"
                tr '\\0' '\\n' < /proc/$server/environ | grep STET_
                echo three > Themes/theme
                for _ in $(seq 1200); do test "$(grep -c '^The new program' out)" = 2 && break; sleep 0.05; done
                get
                """)
            #expect(run.output.contains("the same process\nanswers: HTTP/1.1 200 OK\r\n"), "\(run)")
            #expect(run.output.contains("HTTP/1.1 200 OK\r\nstatus 0\n"), "\(run)")
            #expect(run.output.matches(of: #/\nThe new program shows http:\/\/127.0.0.1:\d+\/\./#).count == 2)
            #expect(run.output.matches(of: #/\nLook at /#).count == 1)
        }

        @Test("Ctrl-C ends the compiler as well")
        func ending() throws {
            let site = try SiteFolder.fine()
            try makePackage(site, compiler: "echo $$ > compiler; exec sleep 600\n")
            let run = try serve(
                site,
                """
                echo two > Themes/theme
                while kill -0 $server && ! test -s compiler; do sleep 0.05; done
                get
                """)
            #expect(run.output.hasPrefix("HTTP/1.1 200 OK\r\nstatus 0\n"), "\(run)")
            let compiler = try #require(
                try Int32(
                    String(contentsOfFile: site.path + "/compiler", encoding: .utf8)
                        .trimmingCharacters(in: .whitespacesAndNewlines)))
            for _ in 0..<200 where kill(compiler, 0) == 0 { usleep(50_000) }
            #expect(kill(compiler, 0) != 0)
        }

        @Test("A socket that is not a listening one of ours is left alone")
        func strangeSocket() throws {
            let site = try SiteFolder.fine()
            let run = try Tool.run(
                ["serve", site.path, "--port", "0"],
                through: """
                    STET_PREVIEW_LISTENER=0 "$0" "$@" > /dev/null 2>&1 & one=$!
                    STET_PREVIEW_LISTENER=7 timeout 60 "$0" "$@" 7< /etc/passwd > "$2/out" 2>&1 & other=$!
                    for _ in $(seq 1200); do grep -q '^Look at' "$2/out" && break; sleep 0.05; done
                    kill -TERM $one $other; wait
                    cat "$2/out"
                    """)
            #expect(run.output.contains("Look at http://127.0.0.1:"), "\(run)")
        }
    }
#endif
