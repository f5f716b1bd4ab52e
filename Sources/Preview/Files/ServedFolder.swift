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
        guard target == root || target.hasPrefix(root == "/" ? root : root + "/") else { return nil }
        // A link may lead to another place in the folder, but not to a hidden one.
        let names = target.dropFirst(root.count).split(separator: "/").map(String.init)
        guard names.indices.allSatisfy({ RequestPath.isServed(names[$0], isFirst: $0 == 0) }) else { return nil }
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

private func resolved(_ path: String) -> String? {
    guard let result = realpath(path, nil) else { return nil }
    defer { free(result) }
    return String(cString: result)
}
