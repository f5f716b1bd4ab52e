#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Looks again and again: where the system tells nothing.
struct PollingWatcher: Watcher {
    private let tree: WatchedTree
    /// The folders that it looks at, with all that is in them; empty for the tree's own.
    private var parts: [String]
    private var last: [String: State]
    let shortage: WatchShortage?
    /// How long it waits before it looks again: a large site must not keep a core busy.
    private(set) var pause = Duration.milliseconds(200)

    /// What tells whether a file was changed.
    fileprivate struct State: Equatable {
        var size: Int
        var seconds: Int
        var nanoseconds: Int
        var inode: UInt64
    }

    /// - Parameter shortage: why it has to look, where the system could have told.
    init(of tree: WatchedTree, parts: [String] = [""], shortage: WatchShortage? = nil) {
        self.tree = tree
        self.parts = parts
        self.shortage = shortage
        last = [:]
        last = states()
    }

    /// Looks at another folder from now on.
    mutating func add(_ part: String) {
        guard !parts.contains(part) else { return }
        parts.append(part)
        PollingWatcher.add(part, of: tree, to: &last)
    }

    mutating func changes(within time: Duration) -> Changes {
        let end = ContinuousClock.now + time
        var changes = Changes()
        while true {
            let start = ContinuousClock.now
            let states = states()
            for (path, state) in states where last[path] != state { changes.paths.insert(path) }
            for path in last.keys where states[path] == nil { changes.paths.insert(path) }
            last = states
            pause = max(.milliseconds(200), (ContinuousClock.now - start) * 10)
            guard changes.isEmpty, ContinuousClock.now < end else { return changes }
            usleep(UInt32(max(0, min(pause, end - ContinuousClock.now) / .microseconds(1))))
        }
    }

    private func states() -> [String: State] {
        var states: [String: State] = [:]
        for part in parts { PollingWatcher.add(part, of: tree, to: &states) }
        return states
    }

    private static func add(_ path: String, of tree: WatchedTree, to states: inout [String: State]) {
        guard let folder = opendir(tree.path(path)) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard tree.has(name, in: path) else { continue }
            var status = stat()
            guard fstatat(dirfd(folder), name, &status, path.isEmpty ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let file = path.isEmpty ? name : path + "/" + name
            // A folder's own time changes with every file in it, which speaks for itself.
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            states[file] = isFolder ? State(folder: status) : State(status)
            if isFolder { add(file, of: tree, to: &states) }
        }
    }
}

extension PollingWatcher.State {
    fileprivate init(_ status: stat) {
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        self.init(
            size: Int(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec, inode: UInt64(status.st_ino))
    }

    fileprivate init(folder status: stat) {
        self.init(size: 0, seconds: 0, nanoseconds: 0, inode: UInt64(status.st_ino))
    }
}
