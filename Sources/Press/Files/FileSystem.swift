#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The few things that stet asks of the file system, by their POSIX names. Foundation's FileManager does the same at
/// several times the cost, and cannot say why it failed.
enum FileSystem {
    enum Kind {
        case file, folder, link, other
    }

    struct Status {
        var kind: Kind
        var stamp: Stamp

        var size: Int { stamp.size }
    }

    /// What stands at a path, links not followed unless asked; nil if nothing does.
    static func status(_ path: String, followingLinks: Bool = false) -> Status? {
        var result = stat()
        guard (followingLinks ? stat(path, &result) : lstat(path, &result)) == 0 else { return nil }
        return Status(kind: kind(result.st_mode), stamp: Stamp(result))
    }

    /// The same where “nothing” has consequences, as with Output or a journal: not to know is an error then.
    static func found(at path: String, followingLinks: Bool = false) throws(MachineError) -> Status? {
        if let status = status(path, followingLinks: followingLinks) { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw MachineError("look at", path) }
        return nil
    }

    /// Makes sure that files can be put into a folder and taken out of it, as far as that can be known beforehand.
    static func requireChangeable(_ folder: String) throws(MachineError) {
        guard faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0 else {
            throw MachineError("change the folder", folder)
        }
    }

    static func kind(_ mode: mode_t) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// What a folder has in it.
    struct Entry {
        /// Nil for a name that is not UTF-8.
        var name: String?
        var kind: Kind
    }

    /// What stands in a folder, unsorted.
    static func entries(ofFolder path: String) throws(MachineError) -> [Entry] {
        guard let folder = opendir(path) else { throw MachineError("list", path) }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            entries.append(Entry(name: name, kind: kind(of: entry.pointee.d_type, name, in: path)))
        }
        return entries
    }

    /// Most file systems tell what an entry is along with its name.
    private static func kind(of type: UInt8, _ name: String?, in folder: String) -> Kind {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): name.flatMap { status(folder + "/" + $0)?.kind } ?? .other
        default: .other
        }
    }

    /// A file's bytes, or its first ones.
    static func read(_ path: String, atMost limit: Int = .max) throws(MachineError) -> [UInt8] {
        let file = try File(path, .read)
        return try file.read(min(file.size(), limit))
    }

    /// Writes a file, and makes the folders on the way to it.
    static func write(_ bytes: [UInt8], to path: String) throws(MachineError) {
        try File(path, .write).write(bytes)
    }

    /// Writes a file that is not there yet, and makes the folders on the way to it. Half of one does not stay.
    static func writeNew(_ text: String, to path: String) throws(MachineError) {
        let file = try File(path, .new)
        do throws(MachineError) {
            try file.write(Array(text.utf8))
        } catch {
            try? removeFile(path)
            throw error
        }
    }

    /// Whether two files have the same bytes. They are compared piece by piece, for a film does not fit into memory.
    static func haveSameBytes(_ one: String, _ other: String) throws(MachineError) -> Bool {
        let one = try File(one, .read)
        let other = try File(other, .read)
        guard try one.size() == other.size() else { return false }
        while true {
            let piece = try one.read(pieceSize)
            guard try piece == other.read(pieceSize) else { return false }
            if piece.count < pieceSize { return true }
        }
    }

    /// Copies a file, and makes the folders on the way to its new place.
    static func copy(_ source: String, to path: String) throws(MachineError) {
        let source = try File(source, .read)
        let copy = try File(path, .write)
        while true {
            let piece = try source.read(pieceSize)
            try copy.write(piece)
            if piece.count < pieceSize { return }
        }
    }

    private static let pieceSize = 1 << 18

    /// Makes a folder and those above it; one that is there is fine.
    static func makeFolder(_ path: String) throws(MachineError) {
        if mkdir(path, 0o755) == 0 { return }
        if errno == ENOENT, folder(of: path) != path {
            try makeFolder(folder(of: path))
            if mkdir(path, 0o755) == 0 { return }
        }
        guard errno == EEXIST else { throw MachineError("make the folder", path) }
        guard try found(at: path, followingLinks: true)?.kind == .folder else {
            throw MachineError("make the folder", path, code: ENOTDIR)
        }
    }

    static func rename(_ old: String, to new: String) throws(MachineError) {
        guard renamePath(old, new) == 0 else { throw MachineError("move \(old) to", new) }
    }

    /// The same, if there is anything to move.
    static func renameIfThere(_ old: String, to new: String) throws(MachineError) {
        guard renamePath(old, new) == 0 || errno == ENOENT else { throw MachineError("move \(old) to", new) }
    }

    /// Removes a file; one that is not there is fine.
    static func removeFile(_ path: String) throws(MachineError) {
        guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else { throw MachineError("remove", path) }
    }

    /// Removes a folder if it is empty. True if it is gone.
    static func removeEmptyFolder(_ path: String) -> Bool {
        rmdir(path) == 0
    }

    /// Removes a folder in which there is nothing but folders; any other, and a file, stays.
    static func removeEmptyFolders(_ path: String) {
        // A link to a folder is not followed.
        guard status(path)?.kind == .folder, let entries = try? entries(ofFolder: path) else { return }
        for case let name? in entries.map(\.name) { removeEmptyFolders(path + "/" + name) }
        _ = removeEmptyFolder(path)
    }

    /// Removes a folder of stet's own with everything in it. Links are removed, not followed.
    static func removeTree(_ path: String) throws(MachineError) {
        guard let status = status(path) else { return }
        guard status.kind == .folder else { return try removeFile(path) }
        for case let name? in try entries(ofFolder: path).map(\.name) { try removeTree(path + "/" + name) }
        guard rmdir(path) == 0 || errno == ENOENT else { throw MachineError("remove", path) }
    }

    /// The path with links, `.` and `..` resolved; nil if there is nothing at it.
    static func resolved(_ path: String) -> String? {
        guard let result = realpath(path, nil) else { return nil }
        defer { free(result) }
        return String(cString: result)
    }

    /// The same for a path whose last parts are still to be made.
    static func resolvedAsFarAsItExists(_ path: String) -> String {
        var rest: [String] = []
        var stepsUp = 0
        var start = path
        while start != "/", start != "." {
            if let resolved = resolved(start) {
                return ([resolved == "/" ? "" : resolved] + rest).joined(separator: "/")
            }
            let plain = start.count > 1 && start.hasSuffix("/") ? String(start.dropLast()) : start
            switch plain.split(separator: "/").last {
            case ".."?: stepsUp += 1
            case let name? where name != "." && stepsUp == 0: rest.insert(String(name), at: 0)
            case let name?: stepsUp -= name == "." ? 0 : 1
            case nil: break
            }
            start = folder(of: plain)
        }
        let root = resolved(start) ?? start
        return ([root == "/" ? "" : root] + rest).joined(separator: "/")
    }

    /// The folder in which a path lies.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

// The method above has this system call's name.
private let renamePath = rename
