import Foundation
import Testing

/// Writes and reads pictures' metadata with the program that knows all of it.
enum ExifTool {
    /// A file's bytes after exiftool has done with them what the arguments say.
    static func writing(_ arguments: [String], into bytes: [UInt8], ending: String = "jpg") throws -> [UInt8] {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "picture.\(ending)")
        try Data(bytes).write(to: path)
        _ = try run(["-q", "-overwrite_original"] + arguments + [path.path])
        return [UInt8](try Data(contentsOf: path))
    }

    /// All that stands in a file, by group and name: “XMP-dc:Creator”.
    static func tags(of bytes: [UInt8], ending: String) throws -> [String: String] {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "picture.\(ending)")
        try Data(bytes).write(to: path)
        let lines = try run(["-a", "-u", "-G1", "-s", "-ee", path.path]).split(separator: "\n")
        var tags: [String: String] = [:]
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1)
            let name = parts[0].split { $0 == "[" || $0 == "]" || $0 == " " }
            if parts.count == 2, name.count == 2 {
                tags["\(name[0]):\(name[1])"] = parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return tags
    }

    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stet-pictures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static func run(_ arguments: [String]) throws -> String {
        let run = try Run("exiftool", arguments)
        try #require(run.status == 0, "exiftool failed: \(run.output). On Debian it is libimage-exiftool-perl.")
        return run.output
    }
}

/// Another program, run to its end.
struct Run {
    var status: Int32
    /// With what it complained of.
    var output: String

    init(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        (status, output) = (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
