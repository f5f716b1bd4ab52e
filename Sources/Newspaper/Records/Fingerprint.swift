/// 64 bits that stand for everything that was put into them: what differs in anything has another fingerprint.
///
/// The same on every machine and in every run, unlike Swift's `Hasher`. It multiplies to 128 bits and folds, as wyhash
/// does (Wang Yi), eight bytes a step. It guards against accidents, not against forgery.
public struct Fingerprint: Sendable, Hashable {
    public var value: UInt64

    /// Of nothing yet; another `seed` begins another family.
    @inlinable
    public init(seed: UInt64 = 0) {
        value = seed ^ 0xA076_1D64_78BD_642F
    }

    /// One that was kept.
    @inlinable
    public init(kept value: UInt64) {
        self.value = value
    }

    @inlinable
    public mutating func add(_ number: UInt64) {
        value = Fingerprint.fold(value ^ 0xE703_7ED1_A0B4_28DB, number ^ 0x8EBC_6AF0_9C88_C6E3)
    }

    @inlinable
    public mutating func add(_ number: Int) {
        add(UInt64(bitPattern: Int64(number)))
    }

    @inlinable
    public mutating func add(_ other: Fingerprint) {
        add(other.value)
    }

    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while bytes.count - offset >= 16 {
            value = Fingerprint.fold(
                value ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ 0xE703_7ED1_A0B4_28DB,
                bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self) ^ 0x8EBC_6AF0_9C88_C6E3)
            offset += 16
        }
        var rest: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &rest) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset...])) }
        value = Fingerprint.fold(value ^ rest.0 ^ 0xE703_7ED1_A0B4_28DB, rest.1 ^ 0x8EBC_6AF0_9C88_C6E3)
        add(bytes.count)
    }

    public mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { add($0) }
    }

    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Nothing is something else than an empty text.
    public mutating func add(_ text: String?) {
        add(text == nil ? 0 : 1)
        if let text { add(text) }
    }

    /// Of a text's bytes.
    public static func of(_ text: String) -> Fingerprint {
        var result = Fingerprint()
        result.add(text)
        return result
    }

    public static func of(_ bytes: [UInt8]) -> Fingerprint {
        bytes.withUnsafeBytes { of($0) }
    }

    public static func of(_ bytes: UnsafeRawBufferPointer) -> Fingerprint {
        var result = Fingerprint()
        result.add(bytes)
        return result
    }

    @inlinable
    static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
