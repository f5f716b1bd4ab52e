#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file, closed when nobody holds it any more.
struct File: ~Copyable {
    private let descriptor: Int32
    /// Where it lies; put together only when something goes wrong.
    private let folder: String
    private let name: String

    private var path: String { folder.isEmpty ? name : folder + "/" + name }

    enum Mode {
        case read
        /// A new file, or an old one emptied; folders on the way to it are made.
        case write
        /// A new file; one that is there is refused. Folders on the way to it are made.
        case new
        /// A file as it is, or a new one, to be read and written anywhere.
        case update
    }

    init(_ path: String, _ mode: Mode) throws(MachineError) {
        descriptor = try File.opened(path, mode)
        folder = ""
        name = path
    }

    /// One that a system call has opened, or failed to.
    init(_ descriptor: Int32, _ name: String, in folder: String, to action: String) throws(MachineError) {
        guard descriptor >= 0 else { throw MachineError(action, folder + "/" + name) }
        self.descriptor = descriptor
        self.folder = folder
        self.name = name
    }

    private static func opened(_ path: String, _ mode: Mode) throws(MachineError) -> Int32 {
        switch mode {
        case .read:
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw MachineError("read", path) }
            return descriptor
        case .write, .new, .update:
            let flags = mode.flags | O_CREAT | O_CLOEXEC
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
        try stamp().size
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

    /// Adds values to its end, as they lie in memory.
    func write<Element: BitwiseCopyable>(_ values: [Element]) throws(MachineError) {
        try values.withUnsafeBufferPointer { values throws(MachineError) in try write(values) }
    }

    func write<Element: BitwiseCopyable>(_ values: UnsafeBufferPointer<Element>) throws(MachineError) {
        try put(UnsafeRawBufferPointer(values)) { writeBytes(descriptor, $0, $1) }
    }

    /// Writes bytes at an offset. Threads may do so at once.
    func write(_ bytes: [UInt8], at offset: Int) throws(MachineError) {
        try bytes.withUnsafeBufferPointer { bytes throws(MachineError) in
            var end = offset
            try put(UnsafeRawBufferPointer(bytes)) {
                let step = pwrite(descriptor, $0, $1, off_t(end))
                end += max(0, step)
                return step
            }
        }
    }

    private func put(
        _ bytes: UnsafeRawBufferPointer, _ write: (UnsafeRawPointer, Int) -> Int
    ) throws(MachineError) {
        var written = 0
        while written < bytes.count, let start = bytes.baseAddress {
            let step = write(start + written, bytes.count - written)
            if step < 0, errno == EINTR { continue }
            guard step >= 0 else { throw MachineError("write", path) }
            written += step
        }
    }

    /// Cuts it off behind `count` bytes.
    func truncate(to count: Int) throws(MachineError) {
        guard ftruncate(descriptor, off_t(count)) == 0 else { throw MachineError("write", path) }
    }

    /// Its first bytes as memory; nil if that is refused.
    /// - Parameter isPrivate: whether the memory may be written, which the file does not notice.
    func mapped(_ count: Int, isPrivate: Bool) -> UnsafeMutableRawPointer? {
        let access = isPrivate ? PROT_READ | PROT_WRITE : PROT_READ
        let start = mmap(nil, count, access, isPrivate ? MAP_PRIVATE : MAP_SHARED, descriptor, 0)
        return start == MAP_FAILED ? nil : start
    }

    /// What tells whether it was changed since.
    func stamp() throws(MachineError) -> Stamp {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw MachineError("read", path) }
        guard FileSystem.kind(status.st_mode) != .folder else { throw MachineError("read", path, code: EISDIR) }
        return Stamp(status)
    }
}

extension File.Mode {
    fileprivate var flags: Int32 {
        switch self {
        case .read: O_RDONLY
        case .write: O_WRONLY | O_TRUNC
        case .new: O_WRONLY | O_EXCL
        case .update: O_RDWR
        }
    }
}

// The methods above have these system calls' names.
private let readBytes = read
private let writeBytes = write
