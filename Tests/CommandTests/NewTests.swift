import Foundation
import Testing

/// `stet new`.
@Suite struct NewTests {
    @Test("A new article's path is printed, as one would name it from here")
    func article() throws {
        let site = try SiteFolder.fine()
        let run = try Tool.run(
            "new", "article", "Talks: \"day\" 2", "--section", "war", "--date", "2026-11-18", in: site.path)
        #expect(run.output == "Content/war/talks-day-2.md\n")
        #expect(run.complaints == "")
        #expect(run.status == 0)
        let text = try String(contentsOfFile: site.path + "/Content/war/talks-day-2.md", encoding: .utf8)
        #expect(
            text
                == "---\nheadline: \"Talks: \\\"day\\\" 2\"\ndate: 2026-11-18\nauthors: []\ntopics: []\ndraft: true\n---\n"
        )

        let elsewhere = try Tool.run("new", "article", "B", "--site", site.path, "--no-draft")
        #expect(elsewhere.output == site.path + "/Content/b.md\n")
    }

    @Test("2: the file is there already")
    func existing() throws {
        let site = try SiteFolder.fine()
        let run = try Tool.run("new", "article", "A", "--section", "war", in: site.path)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(
            run.complaints
                == "stet: Content/war/a.md is there already\n"
                + "    Write another headline, or name the file with --slug.\n")
    }

    @Test("3: the machine failed us. Half of a file does not stay")
    func machineFailure() throws {
        let site = try SiteFolder.fine()
        let long = String(repeating: "word ", count: 500)
        // No file may be longer than 512 bytes; the facts of the one article are shorter.
        let run = try Tool.run(
            "new", "article", long, "--slug", "long", in: site.path,
            through: "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"")
        #expect(run.status == 3)
        #expect(run.complaints.hasPrefix("stet: cannot write ./Content/long.md: File too large"))
        #expect(!site.exists("Content/long.md"))
    }

    @Test("A new site builds, and is checked, without a word")
    func site() throws {
        let folder = try SiteFolder([:])
        let run = try Tool.run("new", "site", "gazette", in: folder.path)
        #expect(run.status == 0)
        #expect(run.output == "gazette: 11 files. Build it: stet build gazette\n")
        let build = try Tool.run("build", "gazette", in: folder.path)
        #expect(build.status == 0)
        #expect(build.complaints == "")
        #expect(folder.exists("gazette/Output/city/how-to-write-an-article/index.html"))
        let check = try Tool.run("check", "gazette", "--strict", in: folder.path)
        #expect(check.output == "nothing found\n")
        #expect(check.status == 0)
        let again = try Tool.run("new", "site", "gazette", in: folder.path)
        #expect(again.status == 2)
        #expect(again.complaints.hasPrefix("stet: gazette has files in it\n"))
    }
}
