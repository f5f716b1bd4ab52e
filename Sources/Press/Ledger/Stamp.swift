#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What tells that a file is still the one it was, without reading it.
struct Stamp: Sendable, Hashable, BitwiseCopyable {
    var size = 0
    /// Nanoseconds since 1970.
    var modified = 0
    var inode: UInt64 = 0

    /// Of a file that is not there.
    static let none = Stamp()

    init() {}

    init(_ status: stat) {
        size = Int(status.st_size)
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        modified = time.tv_sec * 1_000_000_000 + time.tv_nsec
        inode = UInt64(status.st_ino)
    }

    /// Of a folder, whose names have come and gone at the time of its own change, which nobody can set.
    init(ofFolder status: stat) {
        self.init(status)
        #if canImport(Glibc)
            let time = status.st_ctim
        #else
            let time = status.st_ctimespec
        #endif
        modified = time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Whether a later change could have left the same stamp: the file was changed so shortly before `moment` that the
    /// file system's clock has not moved on since. Such a stamp proves nothing.
    func isFresh(at moment: Int) -> Bool {
        // Some file systems count in whole seconds, or in two; the others as often as the kernel's clock ticks.
        let tick = modified % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        return modified > moment - tick
    }

    /// Whether it proves anything.
    var isProof: Bool { modified != -1 }

    /// The same for a file of which only its bytes tell whether it was changed.
    var withoutProof: Stamp {
        var stamp = self
        stamp.modified = -1
        return stamp
    }

    /// The clock by which files are dated, in nanoseconds since 1970. Nothing that is published depends on it.
    static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
