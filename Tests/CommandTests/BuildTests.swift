import Foundation
import Testing

/// `stet build`.
@Suite struct BuildTests {
    private let now = "2026-11-18T12:00Z"

    @Test("0: done. What happened stands on standard output, in one line")
    func done() throws {
        let site = try SiteFolder.fine()
        let run = try Tool.run("build", site.path, "--now", now)
        #expect(run.status == 0)
        #expect(run.complaints == "")
        #expect(
            run.output.wholeMatch(
                of: #/\d+ pages in \S+/Output: \d+ files written, 0 unchanged, 0 removed, in [0-9.]+ s\n/#)
                != nil, "\(run.output)")
        #expect(site.exists("Output/war/a/index.html"))
        let again = try Tool.run("build", site.path, "--now", now)
        #expect(again.output.contains(": 0 files written, "))
    }

    @Test("What is built is for a host: names say which bytes files have, and --compress compresses")
    func forHost() throws {
        let site = try SiteFolder.fine()
        #expect(try Tool.run("build", site.path, "--now", now, "--compress").status == 0)
        let page = try String(contentsOfFile: site.path + "/Output/index.html", encoding: .utf8)
        #expect(page.contains(#/href="\/assets\/broadsheet\.[0-9a-f]{12}\.css"/#))
        #expect(site.exists("Output/index.html.gz") && site.exists("Output/index.html.br"))
        let again = try Tool.run("build", site.path, "--now", now)
        #expect(again.output.contains(": 0 files written, "))
        #expect(!site.exists("Output/index.html.gz"))
    }

    @Test("The site is the folder in which it is called, if none is named")
    func here() throws {
        let site = try SiteFolder.fine()
        #expect(try Tool.run("build", "--now", now, in: site.path).status == 0)
        #expect(site.exists("Output/index.html"))
    }

    @Test("1: the content has errors. They stand on standard error, and nothing is published")
    func contentErrors() throws {
        let site = try SiteFolder.broken()
        let run = try Tool.run("build", site.path, "--now", now)
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(
            run.complaints == """
                Content/war/a.md:3:7: error: date: “soon” is not a date
                    Write it as 2026-11-18, 2026-11-18 07:30 or 2026-11-18T07:30:00+01:00.
                stet: nothing was published: 1 error. The old edition stands.

                """)
        #expect(!site.exists("Output"))
    }

    @Test("1, too, with --keep-going, though the rest is published")
    func keepGoing() throws {
        let site = try SiteFolder.broken()
        let run = try Tool.run("build", site.path, "--now", now, "--keep-going")
        #expect(run.status == 1)
        #expect(run.output.hasSuffix(" (1 error)\n"))
        #expect(site.exists("Output/war/b/index.html"))
        #expect(!site.exists("Output/war/a"))
    }

    @Test("2: the call was wrong")
    func wrongCalls() throws {
        let site = try SiteFolder.fine()
        for arguments in [
            ["--unknown"], ["--now", "soon"], ["--format", "xml"], ["--output", ""], ["--output", site.path],
            ["--output", site.path + "/Content/x"], ["--base-url", "gazette.example"], ["--drafts"], ["too", "many"],
            ["--drafts", "--output", site.path + "/Output"],
        ] {
            let run = try Tool.run(["build", site.path] + arguments)
            #expect(run.status == 2, "\(arguments)")
            #expect(run.output == "", "\(arguments)")
            #expect(!run.complaints.isEmpty, "\(arguments)")
        }
        #expect(!site.exists("Output"))
        #expect(try Tool.run("build", "/nowhere").complaints.hasPrefix("stet: there is no folder /nowhere\n"))
        #expect(try Tool.run("build", "/nowhere").status == 2)
        #expect(try Tool.run("print").status == 2)
    }

    @Test("Drafts are not built into Output")
    func drafts() throws {
        let site = try SiteFolder([
            "Content/site.yml": "name: X\n", "Content/a.md": "---\ntitle: A\ndraft: true\n---\n",
        ])
        let refused = try Tool.run("build", site.path, "--drafts")
        #expect(
            refused.complaints
                == "stet: drafts are not built into Output\n    Name another folder with --output.\n")
        let run = try Tool.run("build", site.path, "--drafts", "--output", site.path + "/Drafts")
        #expect(run.status == 0)
        #expect(site.exists("Drafts/a/index.html"))
    }

    @Test("3: the machine failed us")
    func machineFailure() throws {
        let site = try SiteFolder.fine()
        let nowhere = try Tool.run("build", site.path, "--output", "/dev/null/x", "--now", now)
        #expect(nowhere.status == 3)
        #expect(nowhere.complaints.hasPrefix("stet: cannot make the folder /dev/null/"))
        #expect(nowhere.output == "")

        // No file may be longer than 512 bytes: that is less than the stylesheet.
        let full = try Tool.run(
            "build", site.path, "--now", now, through: "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"")
        #expect(full.status == 3)
        #expect(full.complaints.hasPrefix("stet: cannot write \(site.path)/.stet/Output/stage/"))
        #expect(full.complaints.contains(": File too large"))
        #expect(!site.exists("Output"))
        #expect(try Tool.run("build", site.path, "--now", now).status == 0)
    }

    @Test("A reader that goes away, as `head` does, is no reason to fail")
    func closedPipe() throws {
        let site = try SiteFolder.fine()
        let run = try Tool.run(
            "build", site.path, "--verbose", "--now", now,
            through: "set -o pipefail; { sleep 0.3; \"$0\" \"$@\"; echo \"$?\" >&2; } | true")
        #expect(run.complaints == "0\n")
        #expect(site.exists("Output/index.html"))
    }

    @Test("The last line says when the next build is due, if one is")
    func due() throws {
        let site = try SiteFolder([
            "Content/site.yml": "name: X\ntimezone: Europe/Oslo\n",
            "Content/war/a.md": "---\nheadline: A\nembargo: 2026-11-24 06:00\n---\n",
        ])
        let run = try Tool.run("build", site.path, "--now", now)
        #expect(run.output.split(separator: "\n").count == 2)
        #expect(
            run.output.hasSuffix(
                "\nThe next build is due at 2026-11-24T06:00:00+01:00: an embargo ends, a story expires, or one is no longer news.\n"
            ))
        #expect(try !Tool.run("build", site.path, "--now", "2026-11-25").output.contains("due"))
    }

    @Test("Scheduled stories are built elsewhere, never into Output")
    func future() throws {
        let site = try SiteFolder(["Content/war/a.md": "---\nheadline: A\nembargo: 2026-11-24\n---\n"])
        let run = try Tool.run("build", site.path, "--now", now, "--future")
        #expect(run.status == 2)
        #expect(run.complaints.contains("scheduled stories are not built into Output"))
        #expect(try Tool.run("build", "--now", now, "--future", "--output", "Soon", in: site.path).status == 0)
        #expect(site.exists("Soon/war/a/index.html") && !site.exists("Output"))
    }

    @Test(
        "The same edition comes out on one processor or many, in whichever time zone, language and folder",
        arguments: [
            "if taskset -c 0 true 2>/dev/null; then exec taskset -c 0 \"$0\" \"$@\"; else exec \"$0\" \"$@\"; fi",
            "TZ=Asia/Tokyo exec \"$0\" \"$@\"", "TZ=America/St_Johns LC_ALL=tr_TR.UTF-8 LANG=tr_TR exec \"$0\" \"$@\"",
            "cd / && umask 077 && LC_ALL=C exec \"$0\" \"$@\"",
        ])
    func anywhere(through: String) throws {
        var files = ["Content/site.yml": "name: X\ntimezone: Europe/Berlin\n"]
        for story in 0..<150 {
            files["Content/war/\(story).md"] =
                "---\nheadline: Story I\(story)\ndate: 2026-10-\(story % 19 + 10)T23:\(10 + story % 50)\n"
                + "topics: [Tİ \(story % 7)]\nauthor: A\(story % 5)\n---\nText.\n"
        }
        let (here, there) = (try SiteFolder(files), try SiteFolder(files))
        #expect(try Tool.run("build", here.path, "--now", now).status == 0)
        let other = try Tool.run("build", there.path, "--now", now, through: through)
        #expect(other.status == 0)
        #expect(other.output.contains(", 0 unchanged, 0 removed, "))
        let difference = try Tool.run(through: "diff -r '\(here.path)/Output' '\(there.path)/Output'")
        #expect(difference.status == 0, "\(difference.output.prefix(500))")
    }

    @Test("Killed at any moment, it leaves the old edition or the new one, never half of one")
    func killed() throws {
        let site = try SiteFolder.fine()
        #expect(try Tool.run("build", site.path, "--now", now).status == 0)
        for round in 0..<8 {
            for story in 0..<20 {
                try Data("# Story \(story) of round \(round)\n".utf8).write(
                    to: URL(filePath: site.path + "/Content/war/s\(story).md"))
            }
            _ = try Tool.run(
                "build", site.path, "--now", now,
                through: "\"$0\" \"$@\" >/dev/null & sleep 0.0\(round)\(round); kill -9 $! 2>/dev/null; wait")
            // The next run finishes what was begun, or begins anew; with an error it changes nothing beside that.
            let bad = URL(filePath: site.path + "/Content/war/bad.md")
            try Data("---\ndate: soon\n---\n".utf8).write(to: bad)
            #expect(try Tool.run("build", site.path, "--now", now).status == 1)
            try FileManager.default.removeItem(at: bad)
            let rounds = try Set(
                (0..<20).compactMap { story -> String? in
                    let file = site.path + "/Output/war/s\(story)/index.html"
                    guard FileManager.default.fileExists(atPath: file) else { return "none" }
                    let page = try String(contentsOfFile: file, encoding: .utf8)
                    return page.firstMatch(of: #/<h1>Story \d+ of round (\d)/#).map { String($0.output.1) }
                })
            #expect(rounds.count == 1, "round \(round): \(rounds)")
        }
    }
}
