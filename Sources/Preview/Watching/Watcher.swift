/// Waits for changes in a tree of files.
protocol Watcher {
    /// Returns the files and folders that have changed, relative to the tree's folder, a moment after the first of them
    /// did, so that what is saved together is built together; none if nothing has changed for as long as `time`.
    mutating func changes(within time: Duration) -> Changes

    /// What the system cannot do for it, if it cannot.
    var shortage: WatchShortage? { get }
}

/// What has changed.
struct Changes: Sendable, Equatable {
    /// Folders as well as files.
    var paths: Set<String> = []
    /// Whether there was more than anybody can tell.
    var isIncomplete = false

    var isEmpty: Bool { paths.isEmpty && !isIncomplete }

    mutating func add(_ other: Changes) {
        paths.formUnion(other.paths)
        isIncomplete = isIncomplete || other.isIncomplete
    }
}

/// What is watched: some files and folders of a folder, the folders with all that is in them.
struct WatchedTree: Sendable {
    /// Where all of it lies.
    let folder: String
    /// Names of folders in it.
    let folders: Set<String>
    /// Names of files in it.
    let files: Set<String>

    /// The content of a site, and its settings if they stand beside it.
    static func site(_ folder: String) -> WatchedTree {
        WatchedTree(folder: folder, folders: ["Content", "content"], files: ["site.yml", "site.yaml"])
    }

    /// The path of something in the tree.
    func path(_ name: String) -> String { name.isEmpty ? folder : folder + "/" + name }

    /// Whether a name in a folder of the tree means anything: what hidden files and editors' copies hold is not read.
    /// - Parameter parent: relative to the tree's folder; empty for that itself.
    func has(_ name: String, in parent: String) -> Bool {
        if parent.isEmpty { return folders.contains(name) || files.contains(name) }
        return !name.hasSuffix("~") && (!name.hasPrefix(".") || name == ".well-known")
    }
}

/// Why some folders are looked at again and again, where the system could have told what changes.
public struct WatchShortage: Error, Equatable, CustomStringConvertible {
    enum Resource: Equatable {
        /// One for each folder.
        case watches
        /// One for each program that watches.
        case instances
    }

    var resource: Resource

    public var description: String {
        let (missing, setting) =
            switch resource {
            case .watches: ("has no watch left for every folder", "fs.inotify.max_user_watches=524288")
            case .instances: ("lets no more programs watch folders", "fs.inotify.max_user_instances=512")
            }
        return "the system \(missing): those without are looked at again and again, which is slower\n"
            + "    Raise its limit: sudo sysctl \(setting)"
    }
}

/// The way to watch that this machine has.
func makeWatcher(of tree: WatchedTree) -> any Watcher {
    #if canImport(Glibc)
        do throws(WatchShortage) {
            return try InotifyWatcher(of: tree)
        } catch {
            return PollingWatcher(of: tree, shortage: error)
        }
    #else
        return PollingWatcher(of: tree)
    #endif
}
