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
        try write(files.lazy.map(\.utf8), to: path)
    }

    /// The same for the paths as bytes.
    static func write(_ files: some Sequence<some Collection<UInt8>>, to path: String) throws(MachineError) {
        var text = Array(heading.utf8)
        for file in files {
            text.append(UInt8(ascii: "\n"))
            text += file
        }
        try FileSystem.write(text + "\nend".utf8, to: path)
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
