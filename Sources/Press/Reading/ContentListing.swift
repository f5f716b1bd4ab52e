#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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

    /// The file's path, relative to Content.
    func path(_ row: SourceRow) -> String {
        let name = String(decoding: names[row.nameRange], as: UTF8.self)
        let folder = folders[Int(row.folder)]
        return folder.isEmpty ? name : folder + "/" + name
    }

    /// Positions of the Markdown files.
    var articles: [Int] { rows.indices.filter { rows[$0].isMarkdown } }

    /// Everything else that is published as it is.
    var files: [Int] { rows.indices.filter { !rows[$0].isMarkdown } }
}

extension SiteFolder {
    /// Lists Content, all its folders at once. Hidden files, editors' copies and the settings are passed over; a link
    /// that leads out of Content is an error.
    /// - Parameter stamps: whether Markdown files need their stamps; else they get them when they are read.
    func list(stamps: Bool) throws(MachineError) -> ContentListing {
        let root = FileSystem.resolved(content) ?? content
        var found: [FolderListing] = []
        var level = [""]
        while !level.isEmpty {
            let folders = level
            let listings = parallelMap(folders.count, chunk: 4) {
                FolderListing(folders[$0], of: self, root: root, stamps: stamps)
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
    fileprivate static func isPassedOver(_ name: UnsafeRawBufferPointer) -> Bool {
        if name.first == UInt8(ascii: ".") { return !name.elementsEqual(".well-known".utf8) }
        return name.last == UInt8(ascii: "~") || name.elementsEqual("Thumbs.db".utf8)
    }
}

extension ContentListing {
    fileprivate mutating func add(_ folder: FolderListing) {
        diagnostics += folder.diagnostics
        hasLinks = hasLinks || folder.hasLinks
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

/// What stands in one folder.
private struct FolderListing: Sendable {
    let path: String
    /// Folders in it, relative to Content.
    private(set) var folders: [String] = []
    private(set) var names: [UInt8] = []
    /// Sorted by name.
    private(set) var rows: [SourceRow] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var hasLinks = false
    private(set) var failure: MachineError?

    init(_ path: String, of site: SiteFolder, root: String, stamps: Bool) {
        self.path = path
        let full = path.isEmpty ? site.content : site.content + "/" + path
        guard let folder = opendir(full) else {
            failure = MachineError("list", full)
            return
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                let length = bytes.firstIndex(of: 0) ?? bytes.count
                let name = UnsafeRawBufferPointer(rebasing: bytes[..<length])
                guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                    !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8)
                else { return }
                if !stamps, Int(entry.pointee.d_type) == Int(DT_REG), name.isMarkdown {
                    addUnread(name, site)
                } else {
                    add(name, start, dirfd(folder), site, root)
                }
            }
        }
        names.withUnsafeBytes { names in rows.sort { areInOrder(names[$0.nameRange], names[$1.nameRange]) } }
    }

    /// A Markdown file that is going to be read in any case.
    private mutating func addUnread(_ name: UnsafeRawBufferPointer, _ site: SiteFolder) {
        if isListed(name, site) { add(name, .none, site) }
    }

    /// Whether a file is part of Content; one that should be and cannot is noted.
    private mutating func isListed(_ name: UnsafeRawBufferPointer, _ site: SiteFolder) -> Bool {
        guard firstInvalidUTF8(in: name) == nil else {
            note("the name of a file in this folder is not UTF-8", at: path, site)
            return false
        }
        guard !SiteFolder.isPassedOver(name) else { return false }
        guard !name.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            let name = String(decoding: name, as: UTF8.self)
            note("the name of the file \(name.debugDescription) has a control character in it", at: path, site)
            return false
        }
        return true
    }

    private mutating func add(
        _ name: UnsafeRawBufferPointer, _ start: UnsafePointer<CChar>, _ folder: Int32, _ site: SiteFolder,
        _ root: String
    ) {
        guard isListed(name, site) else { return }
        var status = stat()
        guard fstatat(folder, start, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            // Gone since the folder was opened; or not to be known, and then it is not to vanish from the paper.
            if errno != ENOENT {
                failure = MachineError("look at", site.content + "/" + joined(String(decoding: name, as: UTF8.self)))
            }
            return
        }
        switch FileSystem.kind(status.st_mode) {
        case .folder: folders.append(joined(String(decoding: name, as: UTF8.self)))
        case .file: add(name, Stamp(status), site)
        case .link:
            hasLinks = true
            let file = joined(String(decoding: name, as: UTF8.self))
            if let stamp = follow(file, site, root) { add(name, stamp, site) }
        case .other: break
        }
    }

    private func joined(_ name: String) -> String { path.isEmpty ? name : path + "/" + name }

    private mutating func note(_ message: String, at path: String, _ site: SiteFolder) {
        diagnostics.append(.error(message, path: site.source(path), hint: "Rename the file."))
    }

    private mutating func add(_ name: UnsafeRawBufferPointer, _ stamp: Stamp, _ site: SiteFolder) {
        var row = SourceRow()
        row.isMarkdown = name.isMarkdown
        if !row.isMarkdown, name.hasSuffix(".yml") || name.hasSuffix(".yaml"),
            site.source(joined(String(decoding: name, as: UTF8.self))) == site.settings
        {
            return
        }
        row.stamp = stamp
        row.name = UInt32(names.count)
        row.nameCount = UInt16(name.count)
        row.kind = row.isMarkdown ? .broken : .file
        names += name
        rows.append(row)
    }

    /// A link to a file inside Content is that file; one to a folder is not followed, for it could lead in a circle.
    private mutating func follow(_ file: String, _ site: SiteFolder, _ root: String) -> Stamp? {
        guard let target = FileSystem.resolved(site.content + "/" + file) else {
            diagnostics.append(
                .error(
                    "the symbolic link leads nowhere", path: site.source(file), hint: "Remove it, or mend its target."))
            return nil
        }
        guard target.hasPrefix(root + "/"), let status = FileSystem.status(target), status.kind == .file else {
            diagnostics.append(
                .error(
                    "the symbolic link leads out of \(site.contentName), or to a folder", path: site.source(file),
                    hint: "Put the file itself in its place."))
            return nil
        }
        return status.stamp
    }
}

/// By bytes.
private func areInOrder(_ one: Slice<UnsafeRawBufferPointer>, _ other: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let start = one.base.baseAddress else { return false }
    let order = memcmp(start + one.startIndex, start + other.startIndex, min(one.count, other.count))
    return order != 0 ? order < 0 : one.count < other.count
}

extension UnsafeRawBufferPointer {
    fileprivate var isMarkdown: Bool { hasSuffix(".md") || hasSuffix(".markdown") }

    fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
        count >= suffix.utf8CodeUnitCount
            && suffix.withUTF8Buffer { self[(count - $0.count)...].elementsEqual($0) }
    }
}
