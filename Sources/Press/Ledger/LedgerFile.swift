#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

import Newspaper

/// The form of the ledger on disk: a heading, a table of parts, the parts, each with a checksum. It is replaced as a
/// whole, so that there is never half of one.
enum LedgerFile {
    /// What a ledger begins with, and which program wrote it: rows lie in it as they lay in that one's memory.
    private static let heading: [UInt8] =
        Array("stet ledger\n\n\n\n\n".utf8) + withUnsafeBytes(of: Identity.program.value) { Array($0) }

    private struct Part: BitwiseCopyable, Sendable {
        var offset: Int
        var count: Int
        var checksum: UInt64
    }

    /// Something to be written: values that lie in memory one after the other.
    struct Content: Sendable {
        fileprivate let count: Int
        fileprivate let checksum: @Sendable () -> UInt64
        fileprivate let write: @Sendable (borrowing File) throws(MachineError) -> Void

        init<Element: BitwiseCopyable & Sendable>(_ values: [Element]) {
            count = values.count * MemoryLayout<Element>.stride
            checksum = { values.withUnsafeBytes { Fingerprint.of($0).value } }
            write = { (file: borrowing File) throws(MachineError) in try file.write(values) }
        }
    }

    /// Writes the parts to a new file at `path`.
    static func write(_ parts: [Content], to path: String) throws(MachineError) {
        var table: [Part] = []
        var offset = heading.count + 16 + parts.count * MemoryLayout<Part>.stride
        for (part, checksum) in zip(parts, parallelMap(parts.count, chunk: 1) { parts[$0].checksum() }) {
            table.append(Part(offset: offset, count: part.count, checksum: checksum))
            offset += part.count + padding(of: part.count)
        }
        var start = heading
        withUnsafeBytes(of: parts.count) { start += $0 }
        table.withUnsafeBytes { start += $0 }
        let check = Fingerprint.of(start).value
        withUnsafeBytes(of: check) { start += $0 }

        let file = try File(path, .write)
        try file.write(start)
        for part in parts {
            try part.write(file)
            try file.write([UInt8](repeating: 0, count: padding(of: part.count)))
        }
    }

    /// Every part begins at a multiple of eight bytes.
    private static func padding(of count: Int) -> Int { (count + 7) & ~7 - count }

    /// Whether a file is a ledger that this very program wrote.
    static func isOurs(_ file: MappedFile) -> Bool {
        file.bytes.prefix(heading.count).elementsEqual(heading)
    }

    /// What tells one ledger from every other, if its parts are whole: the checksum of their checksums.
    static func identity(_ file: MappedFile) -> UInt64 {
        let count = file.bytes.loadUnaligned(fromByteOffset: heading.count, as: Int.self)
        let tableEnd = heading.count + 8 + count * MemoryLayout<Part>.stride
        return file.bytes.loadUnaligned(fromByteOffset: tableEnd, as: UInt64.self)
    }

    /// Where the parts lie; nil for a ledger that is damaged.
    /// - Parameter areWhole: whether that is known, and need not be checked.
    static func parts(_ file: MappedFile, areWhole: Bool = false) -> [Range<Int>]? {
        let bytes = file.bytes
        let tableStart = heading.count + 8
        guard bytes.count >= tableStart + 8 else { return nil }
        let count = bytes.loadUnaligned(fromByteOffset: heading.count, as: Int.self)
        let stride = MemoryLayout<Part>.stride
        guard (0...64).contains(count), bytes.count >= tableStart + count * stride + 8 else { return nil }
        let tableEnd = tableStart + count * stride
        let start = UnsafeRawBufferPointer(rebasing: bytes[..<tableEnd])
        guard Fingerprint.of(start).value == bytes.loadUnaligned(fromByteOffset: tableEnd, as: UInt64.self) else {
            return nil
        }
        let parts = (0..<count).map {
            bytes.loadUnaligned(fromByteOffset: tableStart + $0 * stride, as: Part.self)
        }
        guard parts.allSatisfy({ $0.count >= 0 && $0.offset >= tableEnd + 8 && $0.offset + $0.count <= bytes.count })
        else { return nil }
        guard areWhole || haveTheirChecksums(parts, file) else { return nil }
        return parts.map { $0.offset..<($0.offset + $0.count) }
    }

    private static func haveTheirChecksums(_ parts: [Part], _ file: MappedFile) -> Bool {
        let areWhole = parallelMap(parts.count, chunk: 1) { number in
            let part = parts[number]
            let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[part.offset..<(part.offset + part.count)])
            return Fingerprint.of(bytes).value == part.checksum
        }
        return areWhole.allSatisfy { $0 }
    }
}
