import Foundation
import Testing

/// The tools are scripts here that write down how they were called, and look at what was there by then.
@Suite struct DeployTests {
    private static let target = "deploy@news.example:/srv/gazette"

    /// A site that is sent somewhere, and a folder of tools before all others on the PATH.
    private static func site(_ settings: String, tool: String = "exit 0") throws -> SiteFolder {
        let site = try SiteFolder([
            "Content/site.yml": "name: The Gazette\nurl: https://gazette.example\n\(settings)\n",
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\n---\nText.\n",
            "tools/rsync": "#!/bin/sh\necho rsync \"$@\" >> calls\n\(tool)\n",
            "tools/rclone": "#!/bin/sh\necho rclone \"$@\" >> calls\n\(tool)\n",
        ])
        for name in ["rsync", "rclone"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: site.path + "/tools/\(name)")
        }
        return site
    }

    private static func deploy(_ site: SiteFolder, _ arguments: String...) throws -> Tool.Run {
        try Tool.run(
            ["deploy"] + arguments, in: site.path, through: "PATH=\"$PWD/tools:$PATH\" exec \"$0\" \"$@\"")
    }

    private static func calls(_ site: SiteFolder) throws -> [String] {
        guard site.exists("calls") else { return [] }
        return try String(contentsOfFile: site.path + "/calls", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test("What pages refer to is sent before them, and what is gone is removed last")
    func order() throws {
        let site = try DeployTests.site("deploy: \(DeployTests.target)")
        let run = try DeployTests.deploy(site)
        #expect(run.status == 0)
        #expect(run.complaints == "")
        let calls = try DeployTests.calls(site)
        try #require(calls.count == 3)
        #expect(calls.allSatisfy { $0.hasPrefix("rsync ") && $0.hasSuffix(" ./Output/ \(DeployTests.target)") })
        #expect(calls[0].contains("--exclude=*.html ") && calls[0].contains("--exclude=*.xml "))
        #expect(calls[1].contains("--include=*.html ") && calls[1].contains("--exclude=* "))
        #expect(calls.map { $0.contains("--delete") } == [false, false, true])
        #expect(!calls.joined().contains("dry-run"))
    }

    @Test("rclone sends to object stores") func objectStore() throws {
        let site = try DeployTests.site("deploy:\n  to: store:gazette\n  with: rclone")
        #expect(try DeployTests.deploy(site).status == 0)
        let calls = try DeployTests.calls(site)
        #expect(
            calls.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "rclone copy", "rclone copy", "rclone sync",
            ])
        #expect(calls.allSatisfy { $0.hasSuffix(" ./Output store:gazette") })
    }

    @Test("What is sent is what a build makes, compressed files and all") func sameAsBuild() throws {
        let site = try DeployTests.site("deploy: \(DeployTests.target)")
        #expect(try DeployTests.deploy(site, "--compress").status == 0)
        #expect(site.exists("Output/index.html.gz"))
        let build = try Tool.run("build", site.path, "--compress")
        #expect(build.output.contains(": 0 files written, "), "\(build.output)")
    }

    @Test("A dry run changes nothing there, in any step") func dryRun() throws {
        for settings in ["deploy: \(DeployTests.target)", "deploy: {to: \"store:gazette\", with: rclone}"] {
            let site = try DeployTests.site(settings)
            #expect(try DeployTests.deploy(site, "--dry-run").status == 0)
            let calls = try DeployTests.calls(site)
            #expect(calls.count == 3)
            #expect(calls.allSatisfy { $0.contains(" --dry-run ") })
        }
    }

    @Test("The call may name another target") func otherTarget() throws {
        let site = try DeployTests.site("deploy: \(DeployTests.target)")
        #expect(try DeployTests.deploy(site, "--to", "staging:/srv/gazette").status == 0)
        #expect(try DeployTests.calls(site).allSatisfy { $0.hasSuffix(" staging:/srv/gazette") })
    }

    @Test("Nothing is sent after errors") func errors() throws {
        let site = try DeployTests.site("deploy: \(DeployTests.target)")
        try Data("---\nheadline: B\ndate: soon\n---\n".utf8).write(
            to: URL(filePath: site.path + "/Content/war/b.md"))
        let run = try DeployTests.deploy(site)
        #expect(run.status == 1)
        #expect(try DeployTests.calls(site) == [])
    }

    @Test("A step that fails is the last one") func failure() throws {
        let site = try DeployTests.site("deploy: \(DeployTests.target)", tool: "exit 12")
        let run = try DeployTests.deploy(site)
        #expect(run.status == 3)
        #expect(try DeployTests.calls(site).count == 1)
        #expect(
            run.complaints == """
                stet: rsync could not send pictures, styles and scripts; what it sent before stands, and nothing was \
                removed
                    It says why above. Call stet deploy again: what is there already is not sent twice.

                """)
    }

    @Test("A tool that is not there is named") func missingTool() throws {
        let site = try DeployTests.site("deploy: \(DeployTests.target)")
        let run = try Tool.run(["deploy"], in: site.path, through: "PATH=/nowhere exec \"$0\" \"$@\"")
        #expect(run.status == 3)
        #expect(
            run.complaints.hasSuffix(
                "stet: there is no rsync on this machine\n    Install it: apt-get install rsync.\n"))
    }

    @Test("Who does not say where to is asked") func noTarget() throws {
        let site = try DeployTests.site("")
        let run = try DeployTests.deploy(site)
        #expect(run.status == 2)
        #expect(
            run.complaints == """
                stet: site.yml does not say where to send the site
                    Write deploy: deploy@news.example:/srv/gazette into it, or name a target with --to.

                """)
        #expect(!site.exists("Output"))
    }

    @Test("A target is never an option", arguments: ["deploy: --rsh=sh", "deploy: {with: rsync}"])
    func option(settings: String) throws {
        let site = try DeployTests.site(settings)
        let run = try DeployTests.deploy(site, "--to=-e sh")
        #expect(run.status == 2)
        #expect(try DeployTests.deploy(site).status == 2)
        #expect(try DeployTests.calls(site) == [])
        let build = try Tool.run("build", site.path)
        #expect(build.status == 1)
        #expect(build.complaints.contains("error: deploy: it does not say where to send the site"))
    }
}
