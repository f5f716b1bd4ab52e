import Broadsheet
import Foundation
import Newspaper
import Press
import Testing

/// `stet new site`.
@Suite struct NewSiteTests {
    private let now = Timestamp(seconds: 1_795_003_200)  // 2026-11-18 12:00 UTC

    @Test("It builds without a word, and nothing is found in it")
    func builds() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/harbour-gazette"
        let files = try NewSite(folder: path, now: now).write()
        #expect(try FolderContents(of: path).files.keys.sorted() == files.sorted())
        var build = Build(site: path, now: .moment(now))
        build.output = folder.path + "/Output"
        let report = try build.run(themes: [Broadsheet.self])
        #expect(report.diagnostics == [])
        #expect(report.isPublished)
        #expect(report.articles.count == 5)
        #expect(try Check(site: path, now: .moment(now)).run(themes: [Broadsheet.self]) == [])
        let front = try String(contentsOfFile: folder.path + "/Output/index.html", encoding: .utf8)
        #expect(front.contains("Harbour gazette"))
        #expect(try String(contentsOfFile: path + "/.gitignore", encoding: .utf8) == "Output/\n.stet/\n")
    }

    @Test("Whatever the folder is called, its name is the newspaper's", arguments: ["It's: #1", "\"Q\"", "true", "日刊"])
    func names(name: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/" + name
        _ = try NewSite(folder: path, now: now).write()
        let settings = try Data(contentsOf: URL(filePath: path + "/Content/site.yml"))
        let (site, problems) = Site.read([UInt8](settings))
        #expect(problems == [])
        #expect(site.name.lowercased() == name.lowercased())
    }

    @Test("Every setting is explained")
    func settings() throws {
        let folder = try TemporaryFolder()
        _ = try NewSite(folder: folder.path + "/x", now: now).write()
        let text = try String(contentsOfFile: folder.path + "/x/Content/site.yml", encoding: .utf8)
        for name in [
            "name", "tagline", "description", "url", "language", "timezone", "theme", "nameplate", "accent", "fonts",
            "stylesheet", "menu", "footer", "social", "copyright", "sections", "meter", "access", "html", "pageSize",
            "words", "logo", "policies", "feeds",
        ] {
            #expect(text.contains("\n\(name):") || text.contains("\n# \(name):"), "\(name)")
        }
        // Those that are not set can be: without the sign before them they are settings as well.
        let all = text.replacing(#/(?m)^# (?=( *- |)[{\w]+:)/#, with: "")
        #expect(Site.read(Array(all.utf8)).diagnostics == [], "\(all)")
    }

    @Test("A folder that has anything in it is refused, and one that is empty is taken")
    func folders() throws {
        let folder = try TemporaryFolder()
        func refusal(_ path: String) -> String {
            do throws(BuildFailure) {
                _ = try NewSite(folder: path, now: now).write()
                return ""
            } catch {
                return error.description.replacing(folder.path, with: "HERE")
            }
        }
        try Data().write(to: URL(filePath: folder.path + "/.hidden"))
        #expect(
            refusal(folder.path) == "HERE has files in it\n    Name a folder that is not there yet, or is empty.")
        #expect(
            refusal(folder.path + "/.hidden") == "HERE/.hidden is a file\n    Name a folder that is not there yet.")
        #expect(refusal("") == "the folder has no name\n    Write it after “site”, such as gazette.")
        try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
        #expect(refusal(folder.path + "/empty") == "")
        #expect(refusal(folder.path + "/empty").hasPrefix("HERE/empty has files in it\n"))
    }
}
