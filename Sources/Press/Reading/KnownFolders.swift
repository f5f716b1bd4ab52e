import Newspaper

/// A folder of Content, and what tells whether names have come to it or gone since it was listed.
struct VisitedFolder: Sendable {
    /// Relative to Content.
    var path: String
    /// None for one that has to be listed in any case.
    var stamp: Stamp
}

/// What a ledger remembers of the folders of Content: where no name has come or gone, a folder need not be listed.
struct KnownFolders: Sendable {
    struct Folder {
        var stamp: Stamp
        /// The numbers of the ledger's rows of its files.
        var rows = 0..<0
        /// The folders in it, relative to Content.
        var folders: [String] = []
    }

    let ledger: Ledger
    private var folders: [String: Folder] = [:]

    init(_ ledger: Ledger) {
        self.ledger = ledger
        for visited in ledger.visited {
            let path = visited.path
            folders[path] = Folder(stamp: visited.stamp)
            guard !path.isEmpty else { continue }
            let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
            folders[parent]?.folders.append(path)
        }
        // Rows are sorted by their folders.
        var start = 0
        while start < ledger.rows.count {
            let number = ledger.rows[start].folder
            var (end, high) = (start + 1, ledger.rows.count)
            while end < high {
                let middle = (end + high) / 2
                if ledger.rows[middle].folder == number { end = middle + 1 } else { high = middle }
            }
            folders[ledger.folders[Int(number)]]?.rows = start..<end
            start = end
        }
    }

    /// What is known of a folder; nil for one that has to be listed.
    subscript(path: String) -> Folder? {
        folders[path].flatMap { $0.stamp != .none && $0.stamp.isProof ? $0 : nil }
    }
}
