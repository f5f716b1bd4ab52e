/// What may have changed since the last build, by the word of somebody who has watched all the time.
public struct KnownChanges: Sendable {
    /// Files and folders, relative to the site's folder. Everything else is as it was.
    public var paths: Set<String>

    public init(paths: Set<String>) {
        self.paths = paths
    }
}

extension Ledger {
    /// The numbers of the files that these changes come to, with their stamps; nil if they may be more than files with
    /// other bytes: some that came or went, folders, links.
    func changedSources(_ changes: KnownChanges, in folder: SiteFolder) -> [Int: Stamp]? {
        var changed: [Int: Stamp] = [:]
        for path in changes.paths where path != folder.settings {
            guard path.hasPrefix(folder.contentName + "/") else { return nil }
            let file = String(path.dropFirst(folder.contentName.count + 1))
            let status: FileSystem.Status?
            do throws(MachineError) { status = try FileSystem.found(at: folder.path + "/" + path) } catch { return nil }
            if let number = number(ofSource: file) {
                guard let status, status.kind == .file else { return nil }
                if source(number).stamp != status.stamp { changed[number] = status.stamp }
            } else if status != nil || hasFolder(file) {
                return nil
            }
        }
        return changed
    }

    /// The number of a file of Content; nil if there was none.
    func number(ofSource file: String) -> Int? {
        let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(file[..<$0]) } ?? ""
        guard let position = folders.firstIndex(of: folder) else { return nil }
        var name = String(slash.map { file[file.utf8.index(after: $0)...] } ?? file[...])
        // Rows are sorted by folder, then by the bytes of their names.
        let number = name.withUTF8 { name in
            var (low, high) = (0, rows.count)
            while low < high {
                let middle = (low + high) / 2
                if isBefore(rows[middle], folder: position, name) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        guard number < rows.count, path(ofSource: rows[number]) == file else { return nil }
        return number
    }

    private func isBefore(_ row: SourceRow, folder: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if Int(row.folder) != folder { return Int(row.folder) < folder }
        return rowNames.withBytes(row.nameRange) { $0.lexicographicallyPrecedes(name) }
    }

    private func hasFolder(_ path: String) -> Bool {
        folders.contains { $0 == path || $0.hasPrefix(path + "/") }
    }
}

extension ContentListing {
    /// Content as a ledger remembers it, with other stamps.
    init(of ledger: Ledger, changed: [Int: Stamp] = [:]) {
        folders = ledger.folders
        visited = ledger.visited
        names = ledger.rowNames.copy
        rows = ledger.rows.copy
        for (number, stamp) in changed {
            rows[number].stamp = stamp
            // Of another picture nothing is known.
            (rows[number].width, rows[number].height) = (0, 0)
        }
    }
}
