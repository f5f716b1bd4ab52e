/// Writes values one after the other into bytes, for `Unpacker` to read in the same order.
public struct Packer: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// How much a packer that is used again and again keeps.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    public mutating func put(_ number: UInt32) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    public mutating func put(_ number: Int) {
        withUnsafeBytes(of: Int64(number)) { bytes.append(contentsOf: $0) }
    }

    public mutating func put(_ number: Int?) {
        put(number != nil)
        if let number { put(number) }
    }

    public mutating func put(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    public mutating func put(_ text: String) {
        put(UInt32(text.utf8.count))
        append(text)
    }

    public mutating func put(_ text: String?) {
        put(text != nil)
        if let text { put(text) }
    }

    /// Bytes with their number.
    mutating func put(_ bytes: [UInt8]) {
        put(UInt32(bytes.count))
        self.bytes += bytes
    }

    public mutating func put<Item>(_ items: [Item], put: (inout Packer, Item) -> Void) {
        self.put(UInt32(items.count))
        for item in items { put(&self, item) }
    }

    /// Bytes as they are, without their number.
    mutating func append(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
            bytes.append(contentsOf: text.utf8)
        }
    }

    /// Writes over what was written at `offset`.
    mutating func overwrite(_ number: UInt32, at offset: Int) {
        withUnsafeBytes(of: number) { number in
            for index in 0..<4 { bytes[offset + index] = number[index] }
        }
    }
}

/// Reads what a `Packer` wrote. Beyond the end there are zeros and empty texts: a ledger is checked as a whole, so its
/// pieces need not be able to fail.
public struct Unpacker {
    let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int

    public init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    public var isAtEnd: Bool { offset >= bytes.count }

    public mutating func uint32() -> UInt32 { load() ?? 0 }

    public mutating func int() -> Int { Int(load() ?? Int64(0)) }

    public mutating func optionalInt() -> Int? { flag() ? int() : nil }

    public mutating func flag() -> Bool { load() ?? UInt8(0) != 0 }

    public mutating func text() -> String {
        let count = min(Int(uint32()), bytes.count - offset)
        defer { offset += count }
        return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
    }

    /// Bytes that were put with their number.
    mutating func withBytes<Result>(_ read: (UnsafeRawBufferPointer) -> Result) -> Result {
        let count = min(Int(uint32()), bytes.count - offset)
        defer { offset += count }
        return read(UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]))
    }

    public mutating func optionalText() -> String? { flag() ? text() : nil }

    public mutating func list<Item>(_ item: (inout Unpacker) -> Item) -> [Item] {
        let count = Int(uint32())
        var items: [Item] = []
        while items.count < count, !isAtEnd { items.append(item(&self)) }
        return items
    }

    private mutating func load<Number: FixedWidthInteger & BitwiseCopyable>() -> Number? {
        guard bytes.count - offset >= MemoryLayout<Number>.size else {
            offset = bytes.count
            return nil
        }
        defer { offset += MemoryLayout<Number>.size }
        return bytes.loadUnaligned(fromByteOffset: offset, as: Number.self)
    }
}
