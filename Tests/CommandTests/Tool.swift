import Foundation
import Testing

/// The program itself, run as its users run it.
struct Tool {
    /// What a run leaves behind.
    struct Run {
        var status: Int32
        /// Whether a signal ended it.
        var wasKilled: Bool
        var output: String
        var complaints: String
    }

    /// The executable, built beside the tests.
    static let path: String? = {
        var folders = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        folders += CommandLine.arguments.prefix(1).map { URL(filePath: $0).deletingLastPathComponent() }
        return folders.map { $0.appending(path: "stet").path }.first(where: FileManager.default.isExecutableFile)
    }()

    static func run(
        _ arguments: String..., input: String? = nil, in folder: String? = nil, through shell: String? = nil
    ) throws -> Run {
        try run(arguments, input: input, in: folder, through: shell)
    }

    /// - Parameter shell: a script of bash's in which the program is `$0` and its arguments are `$@`.
    static func run(
        _ arguments: [String], input: String? = nil, in folder: String? = nil, through shell: String? = nil
    ) throws -> Run {
        let path = try #require(Tool.path, "the program is not there; build it with `swift build`")
        let process = Process()
        if let shell {
            process.executableURL = URL(filePath: "/bin/bash")
            process.arguments = ["-c", shell, path] + arguments
        } else {
            process.executableURL = URL(filePath: path)
            process.arguments = arguments
        }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        // Files, not pipes: what is written can be of any length.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "stet-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        func file(_ name: String, _ text: String = "") throws -> URL {
            let url = scratch.appending(path: name)
            try Data(text.utf8).write(to: url)
            return url
        }
        let (output, complaints) = (try file("output"), try file("complaints"))
        process.standardInput = try FileHandle(forReadingFrom: file("input", input ?? ""))
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaints)
        process.environment = ProcessInfo.processInfo.environment.merging(["COLUMNS": "80"]) { $1 }
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            output: try String(contentsOf: output, encoding: .utf8),
            complaints: try String(contentsOf: complaints, encoding: .utf8))
    }
}

/// A site's folder, gone when nobody holds it any more.
final class SiteFolder: Sendable {
    let path: String

    /// - Parameter base: where it lies, if not where temporary files do.
    init(_ files: [String: String], in base: URL = FileManager.default.temporaryDirectory) throws {
        let url = base.appending(path: "stet-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url.appending(path: "Content"), withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
        for (name, text) in files {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }

    /// A newspaper with one story.
    static func fine() throws -> SiteFolder {
        try SiteFolder([
            "Content/site.yml": "name: The Gazette\nurl: https://gazette.example\n",
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\n---\nText.\n",
        ])
    }

    /// One whose story has an error.
    static func broken() throws -> SiteFolder {
        try SiteFolder([
            "Content/site.yml": "name: The Gazette\n", "Content/war/a.md": "---\nheadline: A\ndate: soon\n---\n",
            "Content/war/b.md": "# B\n",
        ])
    }
}
