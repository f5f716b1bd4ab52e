#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

import Diagnostics

/// The machine refused something: a full disk, a missing permission.
public struct MachineError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was being done: `write`, `read`.
    public var action: String
    public var path: String
    /// `errno`, as the system call left it.
    public var code: Int32
    /// Whether it happened while the new edition was moved into place.
    var isBetweenEditions = false

    init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// The same while the new edition is moved into place.
    var betweenEditions: MachineError {
        var error = self
        error.isBetweenEditions = true
        return error
    }

    /// `cannot write Output/index.html: No space left on device`, and what to do about it.
    public var description: String {
        hint.isEmpty ? message : message + "\n    " + hint
    }

    private var message: String { "cannot \(action) \(path): \(reason)" }

    fileprivate var reason: String { String(cString: strerror(code)) }

    fileprivate var hint: String {
        guard isBetweenEditions else { return remedy }
        let consequence = "Output is between two editions: the next build finishes the new one."
        return remedy.isEmpty ? consequence : remedy + " " + consequence
    }

    private var remedy: String {
        switch code {
        case ENOSPC, EDQUOT:
            isBetweenEditions
                ? "Make room on the disk." : "Make room on the disk; what was published before is untouched."
        case EACCES, EPERM: "Change the permissions, or build as the user who owns the folder."
        case EROFS: "The disk can only be read; choose another folder with --output."
        case ENAMETOOLONG: "Shorten the file's name, or write slug: in its front matter."
        case EMFILE, ENFILE: "Too many files are open; raise the limit (ulimit -n)."
        default: ""
        }
    }
}

extension Diagnostic {
    /// A file of Content that could not be read: the diagnostic's own path says which.
    static func error(_ error: MachineError) -> Diagnostic {
        .error("cannot \(error.action) the file: \(error.reason)", hint: error.hint)
    }
}
