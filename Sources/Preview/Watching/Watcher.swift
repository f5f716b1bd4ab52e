/// Waits for changes in a site's content.
protocol Watcher {
    /// Returns the files and folders that have changed, relative to the site's folder, a moment after the first of them
    /// did, so that what is saved together is built together; none if nothing has changed for as long as `time`.
    mutating func changes(within time: Duration) -> Changes
}

/// What has changed.
struct Changes: Sendable, Equatable {
    /// Folders as well as files.
    var paths: Set<String> = []
    /// Whether there was more than anybody can tell.
    var isIncomplete = false

    var isEmpty: Bool { paths.isEmpty && !isIncomplete }
}

/// What of a site's folder is watched.
enum WatchedNames {
    /// Names in the site's own folder: the content, and the settings if they stand there.
    static func isOfSite(_ name: String) -> Bool {
        name == "Content" || name == "content" || isSettings(name)
    }

    static func isSettings(_ name: String) -> Bool { name == "site.yml" || name == "site.yaml" }

    /// Whether a name in the content means anything: what hidden files and editors' copies hold is not read.
    static func isOfContent(_ name: String) -> Bool {
        !name.hasSuffix("~") && (!name.hasPrefix(".") || name == ".well-known")
    }
}

/// The way to watch that this machine has.
func makeWatcher(of site: String) -> any Watcher {
    #if canImport(Glibc)
        if let watcher = InotifyWatcher(of: site) { return watcher }
    #endif
    return PollingWatcher(of: site)
}
