#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file's bytes, read from disk as they are looked at.
final class MappedFile: @unchecked Sendable {
    // The bytes are stet's own notes, which nobody writes while they are mapped: that is all that is unchecked here.
    let bytes: UnsafeRawBufferPointer

    /// The file's first `count` bytes, or all of them.
    /// - Parameter isPrivate: whether it may be amended in memory, of which the file on disk knows nothing.
    init(_ path: String, count: Int? = nil, isPrivate: Bool = false) throws(MachineError) {
        let file = try File(path, .read)
        let size = try file.size()
        let count = count ?? size
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard count <= size else { throw MachineError("read", path, code: EIO) }
        guard let start = file.mapped(count, isPrivate: isPrivate) else { throw MachineError("read", path) }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    /// Puts values over those in a part of a file that was mapped for it; only while nobody else has the file.
    /// False if there is no value with one of these numbers.
    func amend<Value: BitwiseCopyable>(_ part: Range<Int>, with values: [Int: Value]) -> Bool {
        guard !values.isEmpty else { return true }
        let bytes = UnsafeMutableRawBufferPointer(mutating: self.bytes)
        let stride = MemoryLayout<Value>.stride
        for (number, value) in values {
            guard (0..<(part.count / stride)).contains(number) else { return false }
            bytes.storeBytes(of: value, toByteOffset: part.lowerBound + number * stride, as: Value.self)
        }
        return true
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}

/// Values of a fixed size that lie one after the other in a mapped file.
struct MappedArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, Sendable {
    private let file: MappedFile?
    private let range: Range<Int>
    let count: Int

    /// No values at all.
    init() {
        file = nil
        range = 0..<0
        count = 0
    }

    /// Nil if the range is not a whole number of values.
    init?(_ file: MappedFile, _ range: Range<Int>) {
        let stride = MemoryLayout<Element>.stride
        guard range.count % stride == 0, range.upperBound <= file.bytes.count else { return nil }
        self.file = file
        self.range = range
        count = range.count / stride
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count)
        guard let file else { preconditionFailure("an array that has values has a file") }
        return file.bytes.loadUnaligned(
            fromByteOffset: range.lowerBound + index * MemoryLayout<Element>.stride, as: Element.self)
    }

    /// The bytes of a part of it.
    func withBytes<Result>(_ part: Range<Int>, _ read: (UnsafeRawBufferPointer) -> Result) -> Result {
        guard let file, part.lowerBound >= 0, part.upperBound <= count else {
            return read(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        let stride = MemoryLayout<Element>.stride
        let start = range.lowerBound + part.lowerBound * stride
        return read(UnsafeRawBufferPointer(rebasing: file.bytes[start..<(start + part.count * stride)]))
    }

    /// All values, in memory.
    var copy: [Element] {
        withBytes(0..<count) { bytes in
            [Element](unsafeUninitializedCapacity: count) { buffer, filled in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
                filled = count
            }
        }
    }
}
