#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file, closed when nobody holds it any more.
struct File: ~Copyable {
    private let descriptor: Int32
    private let path: String

    enum Mode {
        case read
        /// A new file, or an old one emptied; folders on the way to it are made.
        case write
    }

    init(_ path: String, _ mode: Mode) throws(MachineError) {
        descriptor = try File.opened(path, mode)
        self.path = path
    }

    private static func opened(_ path: String, _ mode: Mode) throws(MachineError) -> Int32 {
        switch mode {
        case .read:
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw MachineError("read", path) }
            return descriptor
        case .write:
            let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
            var descriptor = open(path, flags, 0o644)
            if descriptor < 0, errno == ENOENT {
                try FileSystem.makeFolder(FileSystem.folder(of: path))
                descriptor = open(path, flags, 0o644)
            }
            guard descriptor >= 0 else { throw MachineError("write", path) }
            return descriptor
        }
    }

    deinit {
        close(descriptor)
    }

    /// Its size in bytes. A folder has none that could be read.
    func size() throws(MachineError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw MachineError("read", path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw MachineError("read", path, code: EISDIR) }
        return Int(status.st_size)
    }

    /// The next bytes, at most `count`; fewer only at the file's end.
    func read(_ count: Int) throws(MachineError) -> [UInt8] {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                let step = readBytes(descriptor, start + filled, count - filled)
                if step < 0, errno == EINTR { continue }
                if step < 0 { failure = errno }
                guard step > 0 else { return }
                filled += step
            }
        }
        if let failure { throw MachineError("read", path, code: failure) }
        return bytes
    }

    /// Adds bytes to its end.
    func write(_ bytes: [UInt8]) throws(MachineError) {
        let failure = bytes.withUnsafeBytes { buffer -> Int32? in
            var written = 0
            while written < buffer.count, let start = buffer.baseAddress {
                let step = writeBytes(descriptor, start + written, buffer.count - written)
                if step < 0, errno == EINTR { continue }
                guard step >= 0 else { return errno }
                written += step
            }
            return nil
        }
        if let failure { throw MachineError("write", path, code: failure) }
    }
}

// The methods above have these system calls' names.
private let readBytes = read
private let writeBytes = write
