import CZlib
import Foundation

/// A black picture of `width` by `height` pixels, one bit each, in stored blocks, so that no version of zlib can change a
/// byte (PNG specification, 11.2).
func png(_ width: UInt8 = 4, _ height: UInt8 = 3, shade: UInt8 = 0) -> Data {
    let row = [0] + [UInt8](repeating: shade, count: (Int(width) + 7) / 8)
    let rows = Array(repeatElement(row, count: Int(height)).joined())
    let length = [UInt8(rows.count & 0xFF), UInt8(rows.count >> 8)]
    let checksum = UInt32(adler32(1, rows, UInt32(rows.count)))
    let stored = [0x78, 0x01, 1] + length + length.map { ~$0 } + rows + bigEndian(checksum)
    let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [1, 0, 0, 0, 0]
    return Data(
        [0x89] + "PNG\r\n\u{1A}\n".utf8 + chunk("IHDR", header) + chunk("IDAT", stored) + chunk("IEND", []))
}

private func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(kind.utf8) + data
    return bigEndian(UInt32(data.count)) + content + bigEndian(UInt32(crc32(0, content, UInt32(content.count))))
}

private func bigEndian(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
