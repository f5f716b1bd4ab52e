#if os(Linux)
    import Foundation
    import Synchronization
    import Testing

    /// A site that is about to be built, of which every test takes a copy.
    final class FaultSite: Sendable {
        private let folder: SiteFolder
        /// Output as it is, and as an undisturbed build makes it.
        let old: Tree
        let new: Tree

        /// A site with these files, built, and then changed to have those; never built, if there are no older ones.
        init(old: [String: String] = [:], new: [String: String]) throws {
            // In a folder of its own, so that what lies beside it can be watched as well.
            folder = try SiteFolder(
                ["beside.txt": "Somebody else's.\n", "site/mine.txt": "The editor's own.\n"], in: FaultSite.base)
            FaultSite.removeAtExit(folder.path)
            let site = folder.path + "/site"
            func write(_ files: [String: String]) throws {
                for (name, text) in files {
                    let file = URL(filePath: site + "/" + name)
                    try FileManager.default.createDirectory(
                        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try Data(text.utf8).write(to: file)
                }
                // Until the file system's clock has moved on, a stamp proves nothing.
                usleep(50_000)
            }
            if !old.isEmpty {
                try write(old)
                let run = try Tool.run("build", site, "--now", Copy.now)
                try #require(run.status == 0, "\(run.complaints)")
            }
            for name in old.keys where new[name] == nil {
                try FileManager.default.removeItem(atPath: site + "/" + name)
            }
            try write(new.filter { old[$0] != $1 })
            self.old = try Tree(of: site + "/Output")

            let clean = try Copy(of: folder.path, withNotes: false)
            let run = try FaultyMachine.build(clean)
            try #require(run.end.status == 0, "\(run.end.complaints)")
            self.new = try Tree(of: clean.output)
        }

        /// In memory, if possible: thousands of copies are made.
        private static let base =
            access("/dev/shm", W_OK) == 0
            ? URL(filePath: "/dev/shm") : FileManager.default.temporaryDirectory

        /// The sites live as long as the tests do, so that nobody else clears them away.
        private static func removeAtExit(_ path: String) {
            folders.withLock { folders in
                if folders.isEmpty { atexit { FaultSite.removeAll() } }
                folders.append(path)
            }
        }

        private static func removeAll() {
            for folder in folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder) }
        }

        private static let folders = Mutex<[String]>([])

        /// Whether there is no edition yet.
        var isCold: Bool { old.files.isEmpty }

        func copy() throws -> Copy { try Copy(of: folder.path) }

        /// A copy whose files have the stamps of the original's: what the ledger remembers of them still holds.
        final class Copy: Sendable {
            fileprivate static let now = "2026-11-18T12:00Z"
            /// Where the site lies, with its neighbours.
            private let folder: SiteFolder
            let notes: String

            fileprivate init(of original: String, withNotes: Bool = true) throws {
                folder = try SiteFolder([:], in: FaultSite.base)
                notes = folder.path + "/notes"
                for name in ["/notes", "/copy"] { mkdir(folder.path + name, 0o755) }
                try Copy.copy(original, to: folder.path + "/copy", withNotes)
            }

            /// Links are as good as copies, for stet never writes into a file that is there; but for its notes.
            private static func copy(_ from: String, to: String, _ withNotes: Bool, isNote: Bool = false) throws {
                for name in try FileManager.default.contentsOfDirectory(atPath: from) {
                    let (source, target) = (from + "/" + name, to + "/" + name)
                    if !withNotes, name == ".stet" || name == "Output" { continue }
                    var status = stat()
                    lstat(source, &status)
                    if status.st_mode & S_IFMT == S_IFDIR {
                        mkdir(target, 0o755)
                        try copy(source, to: target, withNotes, isNote: isNote || name == ".stet")
                    } else if isNote {
                        try Data(contentsOf: URL(filePath: source)).write(to: URL(filePath: target))
                    } else {
                        try #require(link(source, target) == 0)
                    }
                }
            }

            var site: String { folder.path + "/copy/site" }
            var output: String { site + "/Output" }
            var content: String { site + "/Content" }
            var state: String { site + "/.stet/Output" }
            var arguments: [String] { ["build", site, "--now", Copy.now] }

            var hasJournal: Bool { access(state + "/journal", F_OK) == 0 }

            /// Begins to build it.
            func build() throws -> Spawned { try Spawned(arguments, notesIn: notes) }

            /// What lies in and around the site and is none of stet's business.
            func surroundings() throws -> Tree {
                try Tree(of: folder.path + "/copy", but: ["site/Output", "site/.stet"], stamps: true)
            }
        }
    }

    /// All that is below a folder.
    struct Tree: Equatable, Sendable {
        var files: [String: Data] = [:]
        var folders: Set<String> = []
        /// What tells that nobody has written to the files.
        private var stamps: [String: [Int]] = [:]

        init(of folder: String, but excluded: [String] = [], stamps: Bool = false) throws {
            try add(folder, "", excluded, stamps)
        }

        private mutating func add(_ folder: String, _ path: String, _ excluded: [String], _ withStamps: Bool) throws {
            guard access(folder, F_OK) == 0 else { return }
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let (file, path) = (folder + "/" + name, path.isEmpty ? name : path + "/" + name)
                if excluded.contains(path) { continue }
                var status = stat()
                lstat(file, &status)
                if status.st_mode & S_IFMT == S_IFDIR {
                    folders.insert(path)
                    try add(file, path, excluded, withStamps)
                } else {
                    files[path] = try Data(contentsOf: URL(filePath: file))
                    guard withStamps else { continue }
                    stamps[path] = [
                        Int(status.st_mode), Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                    ]
                }
            }
        }

        /// Where two differ.
        func differences(from other: Tree) -> [String] {
            let files = Set(files.keys).union(other.files.keys).filter {
                self.files[$0] != other.files[$0] || stamps[$0] != other.stamps[$0]
            }
            return files.sorted() + folders.symmetricDifference(other.folders).sorted().map { $0 + "/" }
        }
    }
#endif
