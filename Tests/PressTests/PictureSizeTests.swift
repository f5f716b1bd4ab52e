import Foundation
import Testing

@testable import Press

/// A picture's size is read from the first bytes of its file, so that nothing on the page jumps.
@Suite struct PictureSizeTests {
    private func size(_ bytes: [UInt8]) -> String? {
        PictureSize(PictureSize.Header(bytes: bytes)).map { "\($0.width)×\($0.height)" }
    }

    private func size(_ text: String) -> String? { size(Array(text.utf8)) }

    /// A segment of a JPEG file with its marker and length.
    private func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }

    private func exif(orientation: UInt8, isLittle: Bool) -> [UInt8] {
        let number = { (value: UInt8) -> [UInt8] in isLittle ? [value, 0] : [0, value] }
        let tag: [UInt8] = isLittle ? [0x12, 0x01] : [0x01, 0x12]
        let tiff = isLittle ? Array("II".utf8) + [42, 0, 8, 0, 0, 0] : Array("MM".utf8) + [0, 42, 0, 0, 0, 8]
        let entry = tag + number(3) + (isLittle ? [1, 0, 0, 0] : [0, 0, 0, 1]) + number(orientation) + [0, 0]
        return segment(0xE1, Array("Exif\0\0".utf8) + tiff + number(1) + entry)
    }

    @Test func png() {
        #expect(size([UInt8](PressTests.png(40, 30))) == "40×30")
        #expect(size([UInt8](PressTests.png(0, 30))) == nil)
    }

    @Test func gif() {
        #expect(size(Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00]) == "320×240")
        #expect(size(Array("GIF87a".utf8) + [1, 0, 2, 0]) == "1×2")
    }

    @Test("A JPEG's size stands behind its other segments; Exif may turn it on its side")
    func jpeg() {
        let frame = segment(0xC0, [8, 0, 240, 1, 64, 3] + Array(repeating: 0, count: 9))
        let progressive = segment(0xC2, [8, 0, 240, 1, 64, 3] + Array(repeating: 0, count: 9))
        let start: [UInt8] = [0xFF, 0xD8]
        let table = segment(0xC4, Array(repeating: 0, count: 40))
        #expect(size(start + frame) == "320×240")
        #expect(size(start + table + segment(0xE0, Array(repeating: 0, count: 14)) + [0xFF] + progressive) == "320×240")
        for isLittle in [true, false] {
            #expect(size(start + exif(orientation: 1, isLittle: isLittle) + frame) == "320×240")
            #expect(size(start + exif(orientation: 3, isLittle: isLittle) + frame) == "320×240")
            #expect(size(start + exif(orientation: 6, isLittle: isLittle) + frame) == "240×320")
            #expect(size(start + exif(orientation: 8, isLittle: isLittle) + frame) == "240×320")
        }
        #expect(size(start + segment(0xDA, [0, 0])) == nil)
    }

    @Test func webP() {
        let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
        #expect(size(head + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 1, 0, 0xEF, 0, 0]) == "320×240")
        #expect(size(head + Array("VP8 ".utf8) + Array(repeating: 0, count: 10) + [0x40, 1, 0xF0, 0]) == "320×240")
        #expect(size(head + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F, 0x3F, 0xC1, 0x3B, 0]) == "320×240")
    }

    @Test func svg() {
        #expect(size("<svg xmlns=\"x\" width=\"320\" height=\"240px\">") == "320×240")
        #expect(size("<?xml version=\"1.0\"?>\n<!-- x -->\n<svg width='320' height='240'/>") == "320×240")
        #expect(size("<svg viewBox=\"0 0 320 240\">") == "320×240")
        #expect(size("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 320 240\">") == "320×240")
        #expect(size("<svg width=\"1e99\" height=\"-5\">") == nil)
        #expect(size("<svg>") == nil)
    }

    @Test("What is damaged, or no picture, has no size, and nothing traps")
    func damaged() {
        var random = Seeded(1)
        let starts: [[UInt8]] = [
            [], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xE1, 0, 60] + Array("Exif\0\0II".utf8), [UInt8](PressTests.png()),
            Array("GIF89a".utf8), Array("RIFFxxxxWEBPVP8X".utf8), Array("<svg width=\"".utf8),
            Array("<svg viewBox='".utf8),
        ]
        for start in starts {
            _ = size(start)
            for _ in 0..<300 {
                let rest = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                _ = size(start + rest)
            }
        }
    }
}
