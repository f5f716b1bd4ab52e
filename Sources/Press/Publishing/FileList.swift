/// A list of paths in Output, kept as a file with one path on each line.
enum FileList {
    private static let heading = "stet files 1"

    /// The paths; nil if there is no list, or it is not whole.
    static func read(_ path: String) throws(MachineError) -> [String]? {
        guard try FileSystem.found(at: path) != nil else { return nil }
        let lines = String(decoding: try FileSystem.read(path), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == heading[...], lines.count >= 2, lines.last == "end" else { return nil }
        return lines[1..<(lines.count - 1)].map(String.init)
    }

    /// Writes the list to a new file. One that is not whole is none when it is read.
    static func write(_ files: [String], to path: String) throws(MachineError) {
        let text = ([heading] + files + ["end"]).joined(separator: "\n")
        try FileSystem.write(Array(text.utf8), to: path)
    }
}

/// The folders in which a file lies, the innermost first.
func foldersAbove(_ file: String) -> [String] {
    var folders: [String] = []
    var rest = file[...]
    while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        folders.append(String(rest))
    }
    return folders
}
