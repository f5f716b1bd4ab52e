#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

import Diagnostics

/// What stands in one folder.
struct FolderListing: Sendable {
    let path: String
    /// Folders in it, relative to Content.
    private(set) var folders: [String] = []
    private(set) var names: [UInt8] = []
    /// Sorted by name.
    private(set) var rows: [SourceRow] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var hasLinks = false
    private(set) var failure: MachineError?
    /// What tells whether names have come or gone since; none where they have to be looked at in any case.
    private(set) var stamp = Stamp.none

    /// - Parameter known: what was in it once; nil if nothing is known, and Markdown files need no stamps.
    init(_ path: String, of site: SiteFolder, root: String, known: KnownFolders?) {
        self.path = path
        let full = path.isEmpty ? site.content : site.content + "/" + path
        let descriptor = open(full, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            failure = MachineError("list", full)
            if descriptor >= 0 { close(descriptor) }
            return
        }
        stamp = Stamp(ofFolder: status)
        if let known, let folder = known[path], folder.stamp == stamp, addKnown(folder, of: known.ledger, descriptor) {
            close(descriptor)
            return
        }
        list(descriptor, full, site, root, stamps: known != nil)
        if hasLinks || !diagnostics.isEmpty { stamp = .none }
    }

    /// Adds the files that were there before, with the stamps of today; false if one of them is no file any more.
    private mutating func addKnown(_ folder: KnownFolders.Folder, of ledger: Ledger, _ descriptor: Int32) -> Bool {
        var (names, rows): ([UInt8], [SourceRow]) = ([], [])
        rows.reserveCapacity(folder.rows.count)
        var name: [CChar] = []
        for number in folder.rows {
            let known = ledger.rows[number]
            name.removeAll(keepingCapacity: true)
            ledger.rowNames.withBytes(known.nameRange) { name.append(contentsOf: $0.bindMemory(to: CChar.self)) }
            name.append(0)
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                FileSystem.kind(status.st_mode) == .file
            else { return false }
            var row = SourceRow(isMarkdown: known.isMarkdown, Stamp(status))
            row.name = UInt32(names.count)
            row.nameCount = known.nameCount
            ledger.rowNames.withBytes(known.nameRange) { names += $0 }
            rows.append(row)
        }
        (self.names, self.rows, folders) = (names, rows, folder.folders)
        return true
    }

    /// Looks at every name, and closes the folder.
    private mutating func list(
        _ descriptor: Int32, _ full: String, _ site: SiteFolder, _ root: String, stamps: Bool
    ) {
        guard let folder = fdopendir(descriptor) else {
            failure = MachineError("list", full)
            close(descriptor)
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
        var row = SourceRow(isMarkdown: name.isMarkdown, stamp)
        if !row.isMarkdown, name.hasSuffix(".yml") || name.hasSuffix(".yaml"),
            site.source(joined(String(decoding: name, as: UTF8.self))) == site.settings
        {
            return
        }
        row.name = UInt32(names.count)
        row.nameCount = UInt16(name.count)
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

extension SourceRow {
    /// Of a file of which nothing is known yet but that it is there.
    fileprivate init(isMarkdown: Bool, _ stamp: Stamp) {
        self.isMarkdown = isMarkdown
        self.stamp = stamp
        kind = isMarkdown ? .broken : .file
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
