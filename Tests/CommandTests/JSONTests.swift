import Foundation
import Testing

/// `stet build --format json`: one object on standard output, and nothing else there.
@Suite struct JSONTests {
    private func report(_ site: SiteFolder, _ arguments: String = "") throws -> (object: [String: Any], run: Tool.Run) {
        let run = try Tool.run(
            "build", site.path, "--format", "json", "--now", "2026-11-18T12:00Z",
            through: "exec \"$0\" \"$@\" \(arguments)")
        #expect(run.output.hasSuffix("}\n"))
        #expect(run.output.split(separator: "\n").count == 1)
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return (try #require(object), run)
    }

    private func site() throws -> SiteFolder {
        try SiteFolder([
            "Content/site.yml": "name: X\nurl: https://x.example/paper\n",
            "Content/war/_index.md": "---\nname: War\n---\n",
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\n---\n<b>Bold</b>\n",
            "Content/war/b.md": "---\nheadline: B\nembargo: 2026-12-01\n---\n",
        ])
    }

    @Test("It says what was published, what was not, and what is wrong")
    func object() throws {
        let (object, run) = try report(site())
        #expect(run.status == 0)
        #expect(run.complaints == "")
        let keys: Set = [
            "articles", "pages", "written", "removed", "unchanged", "diagnostics", "seconds", "skipped",
        ]
        #expect(keys.isSubset(of: object.keys), "\(object.keys.sorted())")
        #expect(object["articles"] as? [[String: String]] == [["source": "Content/war/a.md", "url": "/paper/war/a/"]])
        #expect(
            object["skipped"] as? [[String: String]] == [
                ["source": "Content/war/_index.md", "reason": "describes its section"],
                ["source": "Content/war/b.md", "reason": "under embargo until 2026-12-01"],
            ])
        #expect(object["nextBuildDue"] as? String == "2026-12-01T00:00:00+00:00")
        #expect(object["removed"] as? [String] == [])
        #expect(object["unchanged"] as? [String] == [])
        let pages = try #require(object["pages"] as? Int)
        let written = try #require(object["written"] as? [String])
        #expect(written.count >= pages && pages > 5)
        #expect((object["seconds"] as? Double).map { $0 > 0 && $0 < 60 } == true)
        let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
        let warning = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(Set(warning.keys) == ["severity", "path", "line", "column", "message", "hint"])
        #expect(warning["severity"] as? String == "warning")
        #expect(warning["path"] as? String == "Content/war/a.md")
        #expect(warning["line"] as? Int == 5)
        #expect(warning["column"] as? Int == 1)
        #expect((warning["message"] as? String)?.isEmpty == false)
    }

    @Test("Where no embargo and no expiry is to come, that is null")
    func nothingDue() throws {
        #expect(try report(SiteFolder.fine()).object["nextBuildDue"] is NSNull)
    }

    @Test("What was written and what stayed is listed, file by file")
    func files() throws {
        let site = try site()
        let first = try report(site).object
        #expect((first["written"] as? [String])?.contains("war/a/index.html") == true)
        let second = try report(site).object
        #expect(second["written"] as? [String] == [])
        #expect((second["unchanged"] as? [String])?.contains("war/a/index.html") == true)
    }

    @Test("Errors stand in it, too; the exit status is 1")
    func errors() throws {
        let (object, run) = try report(SiteFolder.broken())
        #expect(run.status == 1)
        #expect(object["published"] as? Bool == false)
        #expect(object["written"] as? [String] == [])
        let problem = try #require((object["diagnostics"] as? [[String: Any]])?.first)
        #expect(problem["severity"] as? String == "error")
        #expect(problem["line"] as? Int == 3)
        #expect(problem["column"] as? Int == 7)
        #expect(problem["message"] as? String == "date: “soon” is not a date")
        #expect(
            problem["hint"] as? String == "Write it as 2026-11-18, 2026-11-18 07:30 or 2026-11-18T07:30:00+01:00.")
        #expect((object["articles"] as? [[String: String]])?.map(\.["source"]) == ["Content/war/b.md"])
    }

    @Test("A call that was wrong, and a machine that failed, give an object as well")
    func failures() throws {
        let (object, run) = try report(site(), "--output /dev/null/x")
        #expect(run.status == 3)
        let problem = try #require((object["diagnostics"] as? [[String: Any]])?.first)
        #expect((problem["message"] as? String)?.hasPrefix("cannot make the folder /dev/null/") == true)
        #expect(object["articles"] as? [[String: String]] == [])
        #expect(object["published"] as? Bool == false)

        let nowhere = try Tool.run("build", "/nowhere", "--format", "json")
        #expect(nowhere.status == 2)
        #expect(nowhere.output.contains("\"message\":\"there is no folder /nowhere\""))
        #expect(nowhere.output.contains("\"hint\":\"Name the folder that has Content in it.\""))
    }

    @Test("Two builds of one site say the same, but for the seconds")
    func deterministic() throws {
        let outputs = try (0..<2).map { _ in
            let site = try site()
            return try report(site).run.output.replacing(site.path, with: "SITE").replacing(
                #/"seconds":[^,}]+/#, with: "")
        }
        #expect(outputs[0] == outputs[1])
    }
}
