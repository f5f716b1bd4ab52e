#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder whose files are served. Nothing outside it ever is: not through `..`, not through a symbolic link.
struct ServedFolder: Sendable {
    let path: String

    enum Entry {
        case file(OpenFile)
        case folder
    }

    var isThere: Bool {
        if case .folder = entry(at: RequestPath(names: [], isFolder: true)) { true } else { false }
    }

    /// What lies at a path; nil if there is nothing, or nothing that may be served.
    func entry(at path: RequestPath) -> Entry? {
        // The folder may have been made, or made anew, since the last request.
        guard let root = resolved(self.path), let target = resolved(([root] + path.names).joined(separator: "/")) else {
            return nil
        }
        // A link may lead to another place in the folder, but not to a hidden one.
        guard let names = names(from: root, to: target),
            names.indices.allSatisfy({ RequestPath.isServed(names[$0], isFirst: $0 == 0) })
        else { return nil }
        return OpenFile.entry(at: target)
    }
}

extension OpenFile {
    /// Opens what stands at a path that has no links in it any more.
    fileprivate static func entry(at path: String) -> ServedFolder.Entry? {
        // A pipe must not keep us waiting, and a link that has just taken the file's place is not followed.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file(OpenFile(descriptor, status))
        case S_IFDIR:
            close(descriptor)
            return .folder
        default:
            close(descriptor)
            return nil
        }
    }
}

/// The names that lead from a folder to what stands in it; nil for what stands elsewhere. Compared byte by byte: of two
/// ways to write é, which are the same to Swift, each is a name of its own to the system.
private func names(from root: String, to target: String) -> [String]? {
    let slash = UInt8(ascii: "/")
    let (folder, names) = (root.utf8.split(separator: slash), target.utf8.split(separator: slash))
    guard names.starts(with: folder, by: { $0.elementsEqual($1) }) else { return nil }
    return names.dropFirst(folder.count).map { String(Substring($0)) }
}

private func resolved(_ path: String) -> String? {
    guard let result = realpath(path, nil) else { return nil }
    defer { free(result) }
    return String(cString: result)
}
