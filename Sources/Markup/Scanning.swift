extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte from `start` on that is looked for, eight bytes in one step.
    /// - Parameters:
    ///   - areLookedFor: not zero if one of eight bytes is looked for: the lowest bit that is set is the highest of the
    ///     first of these.
    ///   - isLookedFor: says the same of one byte.
    @inlinable @inline(__always)
    package func firstIndex(
        from start: Int, where areLookedFor: (UInt64) -> UInt64, orOne isLookedFor: (UInt8) -> Bool
    ) -> Int? {
        var index = start
        let bytes = UnsafeRawBufferPointer(self)
        while index + 8 <= count {
            let found = areLookedFor(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        // At the end the last eight, though some of them were looked at before: most texts are done here.
        if count >= 8, areLookedFor(bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)) == 0 {
            return nil
        }
        while index < count {
            if isLookedFor(self[index]) { return index }
            index += 1
        }
        return nil
    }
}

/// Eight bytes. What these give is not zero if a byte is as they say: the lowest bit that is set is the highest of the
/// first such byte. See Anderson, "Bit Twiddling Hacks", "Determine if a word has a zero byte", "a byte less than n".
extension UInt64 {
    @inlinable @inline(__always)
    package func bytes(equalTo byte: UInt8) -> UInt64 {
        (self ^ UInt64(repeating: byte)).bytes(below: 1)
    }

    /// - Parameter limit: at most 128.
    @inlinable @inline(__always)
    package func bytes(below limit: UInt8) -> UInt64 {
        (self &- UInt64(repeating: limit)) & ~self & UInt64(repeating: 0x80)
    }

    @inlinable @inline(__always)
    package init(repeating byte: UInt8) {
        self = UInt64(byte) &* 0x0101_0101_0101_0101
    }
}
