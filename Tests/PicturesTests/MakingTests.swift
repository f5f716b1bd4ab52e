import Foundation
import Pictures
import Testing

/// What comes out of the darkroom.
@Suite struct MakingTests {
    private let darkroom: Darkroom

    init() throws { darkroom = try Darkroom.open() }

    @Test("Each rendition has the size and the format that it was asked for, to the pixel")
    func sizes() throws {
        for (width, height) in [(501, 333), (320, 240), (167, 499)] {
            let file = try Drawing.photograph(width, height).file(.jpeg)
            var renditions: [Rendition] = []
            for format in PictureFormat.allCases where format.isForBrowsers {
                for wanted in [1, 16, 161, width] {
                    renditions.append(
                        Rendition(
                            area: Area(width: width, height: height), width: wanted,
                            height: max(1, (wanted * height + width / 2) / width), format: format))
                }
            }
            for ratio in [(16, 9), (4, 3), (1, 1)] {
                let area = Area(of: ratio, in: (width, height), around: FocalPoint(x: 80, y: 10))
                renditions.append(
                    Rendition(area: area, width: 160, height: 160 * ratio.1 / ratio.0, format: .jpeg))
            }
            for (rendition, made) in zip(renditions, try darkroom.make(renditions, of: file)) {
                let facts = try darkroom.examine(made)
                #expect(facts.format == rendition.format)
                #expect((facts.width, facts.height) == (rendition.width, rendition.height))
            }
        }
    }

    @Test("A crop shows its part of the picture and nothing else")
    func crops() throws {
        let file = Drawing.quarters(1600, 1200).png()
        let colors = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]]
        let renditions = (0..<4).map {
            Rendition(
                area: Area(x: $0 % 2 * 800, y: $0 / 2 * 600, width: 800, height: 600), width: 40, height: 30,
                format: .png)
        }
        for (made, color) in zip(try darkroom.make(renditions, of: file), colors) {
            let pixels = try Pixels(made)
            for (x, y) in [(0, 0), (39, 0), (0, 29), (39, 29), (20, 15)] {
                #expect(pixels.isNear(color, x, y), "\(pixels[x, y]) at \(x), \(y)")
            }
        }
    }

    @Test("A picture is turned and flipped as its orientation says", arguments: 1...8)
    func orientation(_ orientation: Int) throws {
        let file = try ExifTool.writing(
            ["-n", "-Orientation=\(orientation)"], into: Drawing.quarters(320, 160).file(.jpeg))
        let (red, green, blue, white) = ([255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255])
        // Exif 2.32, 4.6.4 A: where the stored picture's first row and first column are to be seen.
        let upright = [
            [red, green, blue, white], [green, red, white, blue], [white, blue, green, red], [blue, white, red, green],
            [red, blue, green, white], [blue, red, white, green], [white, green, blue, red], [green, white, red, blue],
        ][orientation - 1]
        let pixels = try Pixels(darkroom.make(.png, width: orientation > 4 ? 20 : 40, of: file))
        #expect((pixels.width, pixels.height) == (orientation > 4 ? (20, 40) : (40, 20)))
        let (x, y) = (pixels.width / 4, pixels.height / 4)
        for (place, color) in zip([(x, y), (3 * x, y), (x, 3 * y), (3 * x, 3 * y)], upright) {
            #expect(pixels.isNear(color, place.0, place.1), "\(pixels[place.0, place.1]) is not \(color)")
        }
    }

    @Test("Inks become colours", arguments: [PictureFormat.tiff, .jpeg])
    func inks(_ format: PictureFormat) throws {
        // Magenta and yellow are red.
        let jpeg = """
            /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtK\
            DAlKCko/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFk\
            ASwAAPwCqUqJUVSAAAA//2Q==
            """
        let file =
            format == .jpeg
            ? [UInt8](try #require(Data(base64Encoded: jpeg)))
            : Drawing(16, 16, bands: 4) { _, _ in [0, 255, 255, 0] }.tiffInInks()
        let pixels = try Pixels(darkroom.make(.png, width: 16, of: file))
        #expect(pixels.bands == 3 && pixels[8, 8][0] > 200 && pixels[8, 8][1] < 80 && pixels[8, 8][2] < 80)
    }

    @Test("Sixteen bits become eight, and grey three bands")
    func depths() throws {
        let colors = Drawing(32, 32) { _, _ in [200, 100, 50] }
        #expect(
            try Pixels(darkroom.make(.png, width: 16, of: colors.png(bits: 16))).isNear(
                [200, 100, 50], 8, 8, within: 1))
        for bits in [8, 16] {
            let grey = Drawing(32, 32, bands: 1) { _, _ in [90] }
            #expect(
                try Pixels(darkroom.make(.png, width: 16, of: grey.png(bits: bits))).isNear(
                    [90, 90, 90], 8, 8, within: 1))
        }
    }

    @Test("A picture's colour profile is worked in, and left out")
    func profile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stet-\(UUID().uuidString).icc")
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Profile.withRedAndBlueSwapped).write(to: folder)
        let plain = try Drawing(64, 64) { _, _ in [255, 0, 0] }.file(.jpeg)
        let file = try ExifTool.writing(["-icc_profile<=\(folder.path)"], into: plain)
        for format in [PictureFormat.jpeg, .png, .webP] {
            let made = try darkroom.make(format, width: 16, of: file)
            #expect(try Pixels(made).isNear([0, 0, 255], 8, 8, within: 30))
            #expect(try ExifTool.tags(of: made, ending: format.ending).keys.filter { $0.contains("ICC") }.isEmpty)
        }
        // A profile does not count as metadata, and one that is broken is as good as none.
        #expect(try !darkroom.examine(file).hasMetadata)
        try Data(Profile.withRedAndBlueSwapped.prefix(140) + [UInt8](repeating: 0xEE, count: 200)).write(to: folder)
        let broken = try ExifTool.writing(["-icc_profile<=\(folder.path)"], into: plain)
        #expect(try Pixels(darkroom.make(.png, width: 16, of: broken)).isNear([255, 0, 0], 8, 8, within: 30))
    }

    @Test("Alpha is kept where there is one, and laid on white in JPEG")
    func alpha() throws {
        // The left half is invisible, and black where nobody sees it.
        let file = Drawing(64, 32, bands: 4) { x, _ in x < 32 ? [0, 0, 0, 0] : [250, 120, 10, 255] }.png()
        for format in [PictureFormat.png, .webP, .avif] {
            let pixels = try Pixels(darkroom.make(format, width: 32, of: file))
            #expect(pixels.bands == 4)
            #expect(pixels[4, 8][3] < 5 && pixels[28, 8][3] > 250)
            #expect(pixels.isNear([250, 120, 10, 255], 28, 8))
        }
        let flat = try Pixels(darkroom.make(.jpeg, width: 32, of: file))
        #expect(flat.isNear([255, 255, 255], 4, 8) && flat.isNear([250, 120, 10], 28, 8))
        // The black does not run into the edge.
        let png = try Pixels(darkroom.make(.png, width: 20, of: file))
        for x in 0..<20 where png[x, 5][3] > 40 { #expect(png[x, 5][0] > 230, "\(png[x, 5])") }
    }

    @Test("An animation stays one in GIF and WebP, with its frames and their times, and its crops too")
    func animation() throws {
        let frames: [(grey: UInt8, time: Int)] = [(10, 5), (40, 7), (70, 30), (100, 11)]
        let file = Drawing.gif(64, 48, frames: frames)
        let areas = [Area(width: 64, height: 48), Area(x: 10, y: 5, width: 30, height: 30)]
        for format in [PictureFormat.gif, .webP] {
            for area in areas {
                let height = 20 * area.height / area.width
                let rendition = Rendition(area: area, width: 20, height: height, format: format, quality: 90)
                let made = try #require(darkroom.make([rendition], of: file, keeping: PictureWords(credit: "AP")).first)
                let facts = try darkroom.examine(made)
                #expect(facts.isAnimated && (facts.width, facts.height) == (20, height))
                let pixels = try Pixels(made)
                #expect(pixels.height == height * frames.count)
                for (number, frame) in frames.enumerated() {
                    let grey = Int(frame.grey) * 2
                    #expect(pixels.isNear([grey, grey, grey], 10, number * height + height / 2, within: 8))
                }
                let tags = try ExifTool.tags(of: made, ending: format.ending)
                #expect(tags["XMP-photoshop:Credit"] == "AP")
                #expect(tags["GIF:Duration"] ?? tags["RIFF:Duration"] == "0.53 s", "\(tags)")
                #expect(
                    tags["GIF:AnimationIterations"] ?? tags["RIFF:AnimationLoopCount"] ?? ""
                        == (format == .gif ? "Infinite" : "inf"), "\(tags)")
            }
        }
        let still = try darkroom.examine(darkroom.make(.jpeg, width: 20, of: file))
        #expect(!still.isAnimated && still.height == 15 && still.color == 0x141414)
    }

    @Test("A picture that is made larger than it is has that size")
    func enlarging() throws {
        let made = try darkroom.examine(darkroom.make(.jpeg, width: 100, of: Drawing.quarters(10, 10).png()))
        #expect(made.width == 100 && made.height == 100)
    }

    @Test("A higher quality takes more bytes")
    func quality() throws {
        let drawing = Drawing.photograph(200, 150)
        for format in [PictureFormat.jpeg, .webP, .avif] {
            let sizes = try [30, 60, 90].map { try drawing.file(format, quality: $0).count }
            #expect(sizes == sizes.sorted() && sizes[0] < sizes[2], "\(format): \(sizes)")
        }
    }

    @Test("The same picture gives the same bytes, on however many threads")
    func determinism() throws {
        let files = try (1...4).map { try Drawing.photograph(360, 300, seed: $0).file(.jpeg) }
        let formats = PictureFormat.allCases.filter(\.isForBrowsers)
        @Sendable func all(_ number: Int) throws -> [[UInt8]] {
            let area = Area(of: (16, 9), in: (360, 300), around: try darkroom.examine(files[number]).attention)
            return try darkroom.make(
                formats.map { Rendition(area: area, width: 240, height: 135, format: $0) }, of: files[number],
                keeping: PictureWords(creator: "A"))
        }
        let once = try files.indices.map(all)
        let again = Shared([[[UInt8]]?](repeating: nil, count: 16))
        DispatchQueue.concurrentPerform(iterations: 16) { number in
            let made = try? all(number % 4)
            again.change { $0[number] = made }
        }
        for number in 0..<16 { #expect(again.value[number] == once[number % 4]) }
    }

    @Test("What is asked for twice is handed over twice")
    func twice() throws {
        let area = Area(width: 64, height: 64)
        let renditions = [(PictureFormat.jpeg, 80), (.webP, 80), (.jpeg, 80), (.jpeg, 40)].map {
            Rendition(area: area, width: 32, height: 32, format: $0.0, quality: $0.1)
        }
        let made = try darkroom.make(renditions, of: Drawing.photograph(64, 64).png())
        #expect(made[0] == made[2] && !made[0].isEmpty)
        #expect(made[3].count < made[0].count)
        #expect(PictureFormat(sniffing: made[1]) == .webP)
    }

    @Test("What the caller throws comes back")
    func callersErrors() throws {
        struct Full: Error {}
        let file = Drawing.quarters(40, 40).png()
        let rendition = Rendition(area: Area(width: 40, height: 40), width: 20, height: 20, format: .jpeg)
        #expect(throws: Full.self) {
            try darkroom.make([rendition], of: file, keeping: PictureWords()) { _, _ in throw Full() }
        }
    }
}
