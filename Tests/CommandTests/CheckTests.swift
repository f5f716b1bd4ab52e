import Foundation
import Testing

/// `stet check`.
@Suite struct CheckTests {
    /// A site with a warning on a line, one on a file, and, if wanted, an error.
    private func site(error: Bool = false) throws -> SiteFolder {
        var files = [
            "Content/site.yml": "name: X\n",
            "Content/war/a, b.md": "---\nheadline: A\ndate: 2026-11-01\n---\n[100%: gone](/x%25/)\n",
            "Content/p.svg": "<svg width=\"1\" height=\"1\"/>",
        ]
        if error { files["Content/war/c.md"] = "---\ndate: soon\n---\n" }
        return try SiteFolder(files)
    }

    private let findings = """
        Content/p.svg: warning: nothing uses this picture
            Remove it, or put it into an article; until then it is published all the same.
        Content/war/a, b.md:5:14: warning: there is nothing at /x%25/
            Correct the address; a link to an article may name its file, such as ../war/ceasefire.md.

        """

    @Test("Findings stand on standard output. Warnings count only if they are to")
    func text() throws {
        let site = try site()
        let run = try Tool.run("check", site.path)
        #expect(run.output == findings + "0 errors, 2 warnings\n")
        #expect(run.complaints == "")
        #expect(run.status == 0)
        let strict = try Tool.run("check", "--strict", in: site.path)
        #expect(strict.output == run.output)
        #expect(strict.status == 1)
        #expect(!site.exists("Output"))
        #expect(!site.exists(".stet"))
    }

    @Test("Errors of a build are errors")
    func errors() throws {
        let site = try site(error: true)
        let run = try Tool.run("check", in: site.path)
        #expect(run.status == 1)
        #expect(run.output.contains("\nContent/war/c.md:2:7: error: date: “soon” is not a date\n"))
        #expect(run.output.hasSuffix("\n1 error, 2 warnings\n"))
    }

    @Test("Nothing found")
    func fine() throws {
        let site = try SiteFolder.fine()
        let run = try Tool.run("check", "--strict", site.path)
        #expect(run.output == "nothing found\n")
        #expect(run.status == 0)
    }

    @Test("The sample newspaper has nothing that could be found, at any time of its life")
    func sample() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
        for time in ["2026-11-22", "2031-01-02"] {
            let run = try Tool.run("check", root, "--strict", "--drafts", "--now", time)
            #expect(run.output == "nothing found\n", "\(time)")
        }
    }

    @Test("GitHub's annotations, with its escapes, and paths from where one stands")
    func github() throws {
        let site = try site()
        let here = try Tool.run("check", "--format", "github", in: site.path)
        #expect(
            here.output == """
                ::warning file=Content/p.svg::nothing uses this picture%0ARemove it, or put it into an article; until \
                then it is published all the same.
                ::warning file=Content/war/a%2C b.md,line=5,col=14::there is nothing at /x%2525/%0ACorrect the \
                address; a link to an article may name its file, such as ../war/ceasefire.md.

                """)
        #expect(try Tool.run("check", "./", "--format", "github", in: site.path).output == here.output)
        let above = try Tool.run("check", site.path + "/", "--format", "github", "--strict")
        #expect(above.output.hasPrefix("::warning file=\(site.path)/Content/p.svg::"))
        #expect(above.status == 1)
    }

    @Test func json() throws {
        let site = try site()
        let run = try Tool.run("check", site.path, "--format", "json")
        #expect(run.output.split(separator: "\n").count == 1)
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["errors"] as? Int == 0)
        #expect(object?["warnings"] as? Int == 2)
        let problems = try #require(object?["diagnostics"] as? [[String: Any]])
        #expect(problems.last?["line"] as? Int == 5)
        #expect(problems.last?["column"] as? Int == 14)
        #expect(problems.last?["path"] as? String == "Content/war/a, b.md")
        #expect(problems.last?["message"] as? String == "there is nothing at /x%25/")
    }

    @Test("Other hosts are asked with curl; where there is none, that is said")
    func noCurl() throws {
        let site = try SiteFolder.fine()
        let run = try Tool.run("check", site.path, "--external", through: "PATH=/nowhere \"$0\" \"$@\"")
        #expect(run.status == 2)
        #expect(
            run.complaints == "stet: curl, which asks other hosts, is not on this machine\n"
                + "    Install it, or leave out --external.\n")
        #expect(!site.exists(".stet"))
    }

    @Test("2: the call was wrong")
    func wrongCalls() throws {
        #expect(try Tool.run("check", "/nowhere").status == 2)
        #expect(try Tool.run("check", "--format", "xml").status == 2)
        #expect(
            try Tool.run("check", "/nowhere", "--format", "github").output
                == "::error::there is no folder /nowhere%0AName the folder that has Content in it.\n")
        #expect(try Tool.run("check", "/nowhere", "--format", "json").output.contains("\"errors\":1"))
        let site = try SiteFolder.fine()
        #expect(try Tool.run("check", site.path, "--now", "soon").status == 2)
    }
}
