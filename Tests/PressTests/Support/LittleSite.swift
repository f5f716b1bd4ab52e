import Broadsheet
import Diagnostics
import Foundation
import Newspaper
import Press

/// A site in a temporary folder, and what building it gives.
final class LittleSite: Sendable {
    private let folder: TemporaryFolder
    let path: String

    /// A site with these files, by their paths in its folder. Settings are added where there are none.
    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        path = folder.path
        try FileManager.default.createDirectory(atPath: path + "/Content", withIntermediateDirectories: true)
        if files["Content/site.yml"] == nil { try write("name: The Gazette\n", to: "Content/site.yml") }
        for (name, text) in files { try write(text, to: name) }
    }

    convenience init(_ files: [String: Data]) throws {
        try self.init()
        for (name, data) in files { try write(data, to: name) }
    }

    var output: String { path + "/Output" }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    func write(_ data: Data, to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }

    /// What stands in Output.
    func published(_ output: String = "Output") throws -> FolderContents {
        try FolderContents(of: path + "/" + output)
    }

    /// Builds the site.
    @discardableResult
    func build(
        now: String = "2026-11-18T12:00:00Z", themes: [any Theme.Type] = [Plain.self],
        change: (inout Build) -> Void = { _ in }
    ) throws -> BuildReport {
        var build = Build(site: path, now: .written(now))
        change(&build)
        return try build.run(themes: themes)
    }

    /// What a build complains of, and then publishes nothing.
    func problems(themes: [any Theme.Type] = [Plain.self]) throws -> [String] {
        try build(themes: themes).diagnostics.map(\.description)
    }

    /// What keeps a build from working at all, the site's own folder shown as `SITE`.
    func failure(change: (inout Build) -> Void = { _ in }) -> String? {
        do {
            try build(change: change)
            return nil
        } catch let failure as BuildFailure {
            return failure.description.replacing(path, with: "SITE")
        } catch {
            return "\(error)"
        }
    }
}
