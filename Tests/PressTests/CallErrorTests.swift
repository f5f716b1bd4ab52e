import Foundation
import Newspaper
import Testing

@testable import Press

/// What keeps the press from working at all: it was called with something that cannot be.
@Suite struct CallErrorTests {
    @Test func noContentFolder() throws {
        let site = try LittleSite()
        try site.remove("Content")
        #expect(
            site.failure()
                == "there is no Content folder in SITE\n    Call stet in the folder that has Content in it, or name that folder."
        )
        #expect(
            site.failure { $0.site += "/gone" }
                == "there is no folder SITE/gone\n    Name the folder that has Content in it.")
    }

    @Test("An Output folder that stet did not make is refused, and nothing in it is touched")
    func foreignOutput() throws {
        let site = try LittleSite(["Output/precious.txt": "mine", "Output/index.html": "<title>Mine</title>"])
        let before = try site.published()
        #expect(
            site.failure()
                == "SITE/Output has files in it that stet did not write, so nothing was published\n    "
                + "Move them away, or name another folder with --output.")
        #expect(site.failure { $0.startsClean = true } != nil)
        #expect(site.failure { $0.keepsGoing = true } != nil)
        #expect(try site.published() == before)
    }

    @Test("A file where Output is to be is refused")
    func fileForOutput() throws {
        let site = try LittleSite(["Output": "a file"])
        #expect(site.failure()?.hasPrefix("SITE/Output has files in it that stet did not write") == true)
        #expect(FileManager.default.contents(atPath: site.output) == Data("a file".utf8))
    }

    @Test("Content is never published into", arguments: ["/Content", "/Content/new", "", "/Content/../Content/x", "/"])
    func outputAroundContent(output: String) throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        let before = try FolderContents(of: site.path)
        let failure = site.failure { $0.output = output == "/" ? "/" : site.path + output }
        #expect(
            failure == (output == "/" ? "/" : "SITE" + output)
                + " has the content in it, or lies in it\n    Name another folder with --output.")
        #expect(try FolderContents(of: site.path) == before)
    }

    @Test(
        "Drafts are never built into Output, whatever it is called",
        arguments: [nil, "/Output", "/Output/", "/./Output", "/x/../Output"])
    func drafts(output: String?) throws {
        let site = try LittleSite(["Content/a.md": "---\ntitle: A\ndraft: true\n---\n", "x/y": ""])
        let failure = site.failure { build in
            build.includesDrafts = true
            build.output = output.map { site.path + $0 }
        }
        #expect(failure == "drafts are not built into Output\n    Name another folder with --output.")
        #expect(!site.exists("Output"))
    }

    @Test func draftsElsewhere() throws {
        let site = try LittleSite(["Content/a.md": "---\ntitle: A\ndraft: true\n---\n"])
        let report = try site.build { build in
            build.includesDrafts = true
            build.output = site.path + "/Drafts"
        }
        #expect(report.isPublished)
        #expect(try site.published("Drafts")["a/index.html"] != nil)
        #expect(!site.exists("Output"))
    }

    @Test func otherCalls() throws {
        let site = try LittleSite()
        #expect(
            site.failure { $0.url = "gazette.example" }
                == "gazette.example is not the address of a site\n    Write it as https://news.example/paper.")
        #expect(
            site.failure { $0.output = "" } == "the folder to publish into has no name\n    Name one with --output.")
    }

    @Test(
        "What somebody put where a page is to be stands in its way, and stays",
        arguments: ["new/index.html", "new", "new/index.html/x"])
    func inTheWay(foreign: String) throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        try site.build()
        try site.write("mine", to: "Output/" + foreign)
        try site.write("# New\n", to: "Content/new.md")
        let before = try site.published()
        #expect(
            site.failure()
                == "SITE/Output/\(foreign) was not written by stet, and stands in the way of a page, so nothing was "
                + "published\n    Move it away, or name another folder with --output.")
        #expect(try site.published() == before)
        // Once it is gone, everything goes on.
        try site.remove("Output/" + foreign)
        try site.build()
        #expect(try site.published()["new/index.html"] != nil)
    }
}
