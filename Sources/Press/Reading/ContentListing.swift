import Diagnostics

/// Everything under Content, sorted by path, so that nothing depends on the order in which the disk gives it.
struct ContentListing: Sendable {
    /// Markdown files, relative to Content.
    var articles: [String] = []
    /// Everything else that is published as it is.
    var files: [String] = []
    var diagnostics: [Diagnostic] = []
}

extension SiteFolder {
    /// Lists Content. Hidden files, editors' copies and the settings are passed over; a link that leads out of Content
    /// is an error.
    func list() throws(MachineError) -> ContentListing {
        var listing = ContentListing()
        let root = FileSystem.resolved(content) ?? content
        var folders = [""]
        while let folder = folders.popLast() {
            for entry in try FileSystem.entries(ofFolder: folder.isEmpty ? content : content + "/" + folder) {
                guard let name = entry.name else {
                    listing.diagnostics.append(
                        .error(
                            "the name of a file in this folder is not UTF-8", path: source(folder),
                            hint: "Rename the file."))
                    continue
                }
                guard !SiteFolder.isPassedOver(name) else { continue }
                let path = folder.isEmpty ? name : folder + "/" + name
                guard !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
                    listing.diagnostics.append(
                        .error(
                            "the name of the file \(name.debugDescription) has a control character in it",
                            path: source(folder), hint: "Rename the file."))
                    continue
                }
                switch entry.kind {
                case .folder: folders.append(path)
                case .file: add(path, to: &listing)
                case .link: follow(path, root: root, listing: &listing)
                case .other: break
                }
            }
        }
        listing.articles.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        listing.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return listing
    }

    private func add(_ path: String, to listing: inout ContentListing) {
        if source(path) == settings { return }
        if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
            listing.articles.append(path)
        } else {
            listing.files.append(path)
        }
    }

    /// A link to a file inside Content is that file; one to a folder is not followed, for it could lead in a circle.
    private func follow(_ path: String, root: String, listing: inout ContentListing) {
        guard let target = FileSystem.resolved(content + "/" + path) else {
            listing.diagnostics.append(
                .error(
                    "the symbolic link leads nowhere", path: source(path), hint: "Remove it, or mend its target."))
            return
        }
        guard target.hasPrefix(root + "/"), FileSystem.status(target)?.kind == .file else {
            listing.diagnostics.append(
                .error(
                    "the symbolic link leads out of \(contentName), or to a folder", path: source(path),
                    hint: "Put the file itself in its place."))
            return
        }
        add(path, to: &listing)
    }

    private static func isPassedOver(_ name: String) -> Bool {
        (name.hasPrefix(".") && name != ".well-known") || name.hasSuffix("~") || name == "Thumbs.db"
    }
}
