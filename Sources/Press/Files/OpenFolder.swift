#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that is held open, so that the way to it is gone only once: an edition has tens of thousands of files.
final class OpenFolder: Sendable {
    private let descriptor: Int32
    private let path: String

    init(_ path: String) throws(MachineError) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw MachineError("list", path) }
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// What tells whether a file in it was changed; nil if there is none at that path.
    func stamp(_ file: UnsafePointer<CChar>) -> Stamp? {
        var status = stat()
        guard fstatat(descriptor, file, &status, AT_SYMLINK_NOFOLLOW) == 0,
            FileSystem.kind(status.st_mode) == .file
        else { return nil }
        return Stamp(status)
    }

    /// A file's bytes, and what tells whether they were changed since. Links are followed.
    func read(_ file: String) throws(MachineError) -> (bytes: [UInt8], stamp: Stamp) {
        try File(openat(descriptor, file, O_RDONLY | O_CLOEXEC), file, in: path, to: "read").whole()
    }

    /// Writes a new file, makes the folders on the way to it, and says what tells it from a later one.
    func write(_ bytes: UnsafeBufferPointer<UInt8>, to name: String) throws(MachineError) -> Stamp {
        // A page has a folder of its own, which is seldom there already.
        if let folder = OpenFolder.folder(ofPage: name) { try makeFolder(folder) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        var file = openat(descriptor, name, flags, 0o644)
        if file < 0, errno == ENOENT {
            try makeFolder(FileSystem.folder(of: name))
            file = openat(descriptor, name, flags, 0o644)
        }
        return try File(file, name, in: path, to: "write").filled(with: bytes)
    }

    /// The folder of a page: `war/ceasefire` for `war/ceasefire/index.html`. In bytes, for characters take longer than
    /// the system call that follows.
    private static func folder(ofPage name: String) -> String? {
        let index = "/index.html"
        let name = name.utf8
        guard name.count > index.utf8.count, name.suffix(index.utf8.count).elementsEqual(index.utf8) else { return nil }
        return String(Substring(name.dropLast(index.utf8.count)))
    }

    private func makeFolder(_ name: String) throws(MachineError) {
        if mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, name.contains("/") else { throw MachineError("make the folder", path + "/" + name) }
        try makeFolder(FileSystem.folder(of: name))
        guard mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST else {
            throw MachineError("make the folder", path + "/" + name)
        }
    }
}

extension File {
    fileprivate consuming func whole() throws(MachineError) -> (bytes: [UInt8], stamp: Stamp) {
        let stamp = try stamp()
        return (try read(stamp.size), stamp)
    }

    fileprivate consuming func filled(with bytes: UnsafeBufferPointer<UInt8>) throws(MachineError) -> Stamp {
        try write(bytes)
        return try stamp()
    }
}
