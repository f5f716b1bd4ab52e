#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file, closed when nobody holds it any more. What is read from it stays one file, even if another takes its
/// place meanwhile.
final class OpenFile: Sendable {
    let size: Int
    /// Tells it from another version of it (RFC 9110, 8.8.3): stet gives a file that it changes another inode.
    let entityTag: String
    private let descriptor: Int32

    init(_ descriptor: Int32, _ status: stat) {
        self.descriptor = descriptor
        size = Int(status.st_size)
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        let parts = [Int(status.st_ino), size, time.tv_sec, time.tv_nsec].map { String($0, radix: 36) }
        entityTag = "\"\(parts.joined(separator: "-"))\""
    }

    deinit {
        close(descriptor)
    }

    /// At most `count` bytes at an offset; none behind its end.
    func read(_ count: Int, at offset: Int) throws -> [UInt8] {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let step = pread(descriptor, buffer.baseAddress, count, off_t(offset))
            if step < 0 { failure = errno }
            filled = max(0, step)
        }
        if let failure { throw ReadError(code: failure) }
        return bytes
    }

    /// All of it.
    func whole() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < size {
            let piece = try read(size - bytes.count, at: bytes.count)
            if piece.isEmpty { break }
            bytes += piece
        }
        return bytes
    }

    struct ReadError: Error {
        var code: Int32
    }
}
