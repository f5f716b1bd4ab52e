/// The offset of the first byte that makes `text` other than UTF-8, if there is one.
///
/// The standard library can say whether a text is valid only by copying it, or on the newest macOS, and every byte of
/// an archive passes through here.
package func firstInvalidUTF8(in text: some Collection<UInt8>) -> Int? {
    text.withContiguousStorageIfAvailable(firstInvalid) ?? Array(text).withUnsafeBufferPointer(firstInvalid)
}

private func firstInvalid(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    // The pointer lets many bytes be looked at in one step; the bounds are those of the loop.
    let bytes = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset < bytes.count {
        if offset + 32 <= bytes.count, bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self).isASCII {
            offset += 32
        } else if bytes[offset] < 0x80 {
            offset += 1
        } else {
            let length = scalarLength(in: bytes, at: offset)
            if length == 0 { return offset }
            offset += length
        }
    }
    return nil
}

extension SIMD4<UInt64> {
    /// Whether each of its bytes is an ASCII character.
    fileprivate var isASCII: Bool { (self[0] | self[1] | self[2] | self[3]) & 0x8080_8080_8080_8080 == 0 }
}

/// The length of the scalar of two to four bytes at `offset`; 0 if it is not well-formed (Unicode 16, table 3-7).
private func scalarLength(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    func isIn(_ range: ClosedRange<UInt8>, _ distance: Int) -> Bool {
        offset + distance < bytes.count && range.contains(bytes[offset + distance])
    }
    let (length, second): (Int, ClosedRange<UInt8>) =
        switch bytes[offset] {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: (0, 0x80...0xBF)
        }
    guard length > 0, isIn(second, 1) else { return 0 }
    for distance in 2..<max(length, 2) where !isIn(0x80...0xBF, distance) { return 0 }
    return length
}
