/// The facts of all articles, packed, one record after the other: a million articles of a kilobyte each would not fit
/// into memory as values, and most are never asked for.
///
/// The bytes lie in a file that is mapped into memory, or in memory itself. They never change.
public final class Records: @unchecked Sendable {
    // A view of the bytes, which nobody writes while this object lives: that is all that is unchecked here.
    private let bytes: UnsafeRawBufferPointer
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void

    /// - Parameter release: called when nobody needs the bytes any more.
    public init(_ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
        self.bytes = bytes
        self.release = release
    }

    /// A copy of `bytes`.
    public convenience init(_ bytes: [UInt8] = []) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        copy.copyBytes(from: bytes)
        self.init(UnsafeRawBufferPointer(copy)) { UnsafeMutableRawBufferPointer(mutating: $0).deallocate() }
    }

    deinit {
        release(bytes)
    }

    public var count: Int { bytes.count }

    /// The bytes of one record, for as long as `read` runs. What lies outside is cut off.
    @inline(__always)
    public func withRecord<Result>(
        at offset: Int, count: Int, _ read: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let start = min(max(0, offset), bytes.count)
        let end = min(start + max(0, count), bytes.count)
        return read(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
}
