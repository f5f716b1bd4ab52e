#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keeps two runs from publishing into one folder at once: the second waits. It ends with the process, however that
/// ends.
final class FolderLock: Sendable {
    private let file: Int32

    /// - Parameter wait: called once if another run holds it.
    init(_ path: String, wait: () -> Void) throws(MachineError) {
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw MachineError("write", path) }
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
        if errno == EWOULDBLOCK { wait() }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let error = MachineError("lock", path)
                close(file)
                throw error
            }
        }
    }

    deinit {
        close(file)
    }
}
