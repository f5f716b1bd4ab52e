import Diagnostics

/// Everything under Content, folder by folder and by name within each, so that nothing depends on the order in which
/// the disk gives it.
struct ContentListing: Sendable {
    /// Relative to Content, sorted.
    var folders: [String] = []
    /// The names of all files, one after the other.
    var names: [UInt8] = []
    /// One for each file, with its stamp.
    var rows: [SourceRow] = []
    var diagnostics: [Diagnostic] = []
    /// Whether a file is a link to another, whose changes are its own.
    var hasLinks = false
    /// All folders, those without files as well, sorted.
    var visited: [VisitedFolder] = []

    /// The file's path, relative to Content.
    func path(_ row: SourceRow) -> String {
        let name = String(decoding: names[row.nameRange], as: UTF8.self)
        let folder = folders[Int(row.folder)]
        return folder.isEmpty ? name : folder + "/" + name
    }

    /// Positions of the Markdown files.
    var articles: [Int] { rows.indices.filter { rows[$0].isMarkdown } }

    /// Everything else that is published.
    var files: [Int] {
        let described = Set(descriptions)
        return rows.indices.filter { !rows[$0].isMarkdown && !described.contains($0) }
    }

    /// Files that describe pictures, and are not published.
    var descriptions: [Int] {
        let own = PictureDescriptions.folder
        let numbers = Set(folders.indices.filter { folders[$0] == own || folders[$0].hasPrefix(own + "/") })
        guard !numbers.isEmpty else { return [] }
        return rows.indices.filter { number in
            let row = rows[number]
            guard numbers.contains(Int(row.folder)) else { return false }
            let name = names[row.nameRange]
            return name.suffix(4).elementsEqual(".yml".utf8) || name.suffix(5).elementsEqual(".yaml".utf8)
        }
    }
}

extension SiteFolder {
    /// Lists Content, all its folders at once. Hidden files, editors' copies and the settings are passed over; a link
    /// that leads out of Content is an error.
    /// - Parameter ledger: what is known already. Where there is none, Markdown files get their stamps when they are read.
    func list(since ledger: Ledger? = nil) throws(MachineError) -> ContentListing {
        let root = FileSystem.resolved(content) ?? content
        let known = ledger.map(KnownFolders.init)
        var found: [FolderListing] = []
        var level = [""]
        while !level.isEmpty {
            let folders = level
            let listings = parallelMap(folders.count, chunk: 4) {
                FolderListing(folders[$0], of: self, root: root, known: known)
            }
            for listing in listings {
                if let failure = listing.failure { throw failure }
            }
            found += listings
            level = listings.flatMap(\.folders)
        }
        found.sort { $0.path < $1.path }
        var listing = ContentListing()
        for folder in found { listing.add(folder) }
        return listing
    }

    /// Whether a name is passed over.
    static func isPassedOver(_ name: UnsafeRawBufferPointer) -> Bool {
        if name.first == UInt8(ascii: ".") { return !name.elementsEqual(".well-known".utf8) }
        return name.last == UInt8(ascii: "~") || name.elementsEqual("Thumbs.db".utf8)
    }
}

extension ContentListing {
    fileprivate mutating func add(_ folder: FolderListing) {
        diagnostics += folder.diagnostics
        hasLinks = hasLinks || folder.hasLinks
        visited.append(VisitedFolder(path: folder.path, stamp: folder.stamp))
        guard !folder.rows.isEmpty else { return }
        let number = Int32(folders.count)
        folders.append(folder.path)
        let start = UInt32(names.count)
        names += folder.names
        for var row in folder.rows {
            row.folder = number
            row.name += start
            rows.append(row)
        }
    }
}
