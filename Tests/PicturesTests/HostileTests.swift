import Foundation
import Pictures
import Testing

/// What is no picture, or only begins like one, is refused with a reason; nothing crashes.
@Suite struct HostileTests {
    private let darkroom: Darkroom

    init() throws { darkroom = try Darkroom.open() }

    /// The message of the problem with these bytes; nil if there is none.
    private func problem(_ bytes: [UInt8]) -> String? {
        do throws(PictureProblem) {
            _ = try darkroom.examine(bytes)
            return nil
        } catch {
            #expect(error.hint.hasSuffix("."))
            return error.message
        }
    }

    @Test("A file that is no picture is named for what it is")
    func noPictures() {
        #expect(problem([]) == "is empty")
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
        #expect(problem(Array(pointer.utf8)) == "is a Git LFS pointer, not the picture itself")
        for page in ["<!DOCTYPE html>\n<title>404</title>", "\n  <html><body>", "<!doctype HTML>"] {
            #expect(problem(Array(page.utf8)) == "is no picture but a web page")
        }
        for other in ["%PDF-1.4", "x", "RIFF????WAVE", "GIF85a", "\0\0\0\u{18}ftypmp42"] {
            #expect(problem(Array(other.utf8)) == "is no picture that stet can read")
        }
    }

    @Test(
        "A picture that ends too early is found out, wherever it ends",
        arguments: [PictureFormat.jpeg, .png, .webP, .gif])
    func truncated(_ format: PictureFormat) throws {
        let file = try Drawing.photograph(300, 200).file(format)
        #expect(problem(file) == nil)
        for place in 1...50 {
            let length = place * file.count / 51
            let message = problem(Array(file.prefix(length)))
            #expect(message != nil, "\(length) of \(file.count) bytes")
            if length > 64 { #expect(message == "is damaged: the file ends too early") }
        }
    }

    @Test("A damaged picture fails when renditions are made of it, too")
    func truncatedRenditions() throws {
        for format in [PictureFormat.jpeg, .png, .webP] {
            let file = try Drawing.photograph(300, 200).file(format)
            let rendition = Rendition(area: Area(width: 300, height: 200), width: 150, height: 100, format: .jpeg)
            #expect(throws: PictureProblem.self) {
                try darkroom.make([rendition], of: Array(file.prefix(file.count / 2)))
            }
        }
    }

    @Test("A picture of too many pixels is refused by its header, before a pixel is decoded")
    func bombs() throws {
        // Thirty thousand by thirty thousand of nothing, in less than a megabyte.
        let side = 30_000
        let rows = zlib([UInt8](repeating: 0, count: (side / 8 + 1) * side))
        let bomb = Drawing.png(side, side, [1, 0, 0, 0, 0], rows)
        #expect(bomb.count < 1 << 20)
        let start = ContinuousClock.now
        #expect(problem(bomb) == "has 900 million pixels, more than 268 million")
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(throws: PictureProblem.self) {
            try darkroom.make(
                [Rendition(area: Area(width: side, height: side), width: 10, height: 10, format: .png)], of: bomb)
        }
        // Frames count, too.
        let frames = [(grey: UInt8, time: Int)](repeating: (1, 1), count: 400)
        var animation = Drawing.gif(1, 1, frames: frames)
        animation.replaceSubrange(6..<10, with: [0, 4, 0, 4])
        #expect(problem(animation) == "has 419 million pixels, more than 268 million")
    }

    @Test(
        "Random bytes behind a picture's start never crash anything",
        arguments: [PictureFormat.jpeg, .png, .webP, .gif])
    func fuzz(_ format: PictureFormat) throws {
        let file = try Drawing.photograph(48, 36).file(format)
        var random = Seeded(UInt64(format.rawValue))
        var problems = 0
        for round in 0..<300 {
            var bytes = file
            let first = Int.random(in: 4..<file.count, using: &random)
            if round % 2 == 0 {
                // Garbage from some place on.
                for place in first..<file.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
            } else {
                for _ in 0..<8 {
                    bytes[Int.random(in: 4..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
            }
            if problem(bytes) != nil { problems += 1 }
            let rendition = Rendition(area: Area(width: 48, height: 36), width: 24, height: 18, format: .webP)
            _ = try? darkroom.make([rendition], of: bytes)
        }
        #expect(problems > 20)
    }

    @Test("An area that lies outside of the picture, in part or wholly, is moved into it")
    func areas() throws {
        let file = Drawing.quarters(40, 40).png()
        for area in [Area(x: 39, y: 39, width: 40, height: 40), Area(x: 400, y: 400, width: 4, height: 4)] {
            let made = try darkroom.make([Rendition(area: area, width: 10, height: 10, format: .png)], of: file)
            #expect(try made.first.map { try darkroom.examine($0).width } == 10)
        }
    }
}
