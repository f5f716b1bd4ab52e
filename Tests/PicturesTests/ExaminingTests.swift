import Foundation
import Pictures
import Testing

/// What a picture's file says of itself.
@Suite struct ExaminingTests {
    private let darkroom: Darkroom

    init() throws { darkroom = try Darkroom.open() }

    @Test(
        "Each format is known by its bytes, and its size is read",
        arguments: [PictureFormat.jpeg, .png, .webP, .gif, .avif])
    func formats(_ format: PictureFormat) throws {
        let facts = try darkroom.examine(Drawing.photograph(60, 45).file(format))
        #expect(facts.format == format)
        #expect(facts.width == 60 && facts.height == 45)
        #expect(!facts.isAnimated && !facts.hasAlpha && !facts.hasMetadata && facts.words.isEmpty)
    }

    @Test("A picture on its side is measured as it is seen", arguments: [1, 3, 6, 8])
    func orientation(_ orientation: Int) throws {
        let file = try ExifTool.writing(
            ["-n", "-Orientation=\(orientation)"], into: Drawing.quarters(64, 32).file(.jpeg))
        let facts = try darkroom.examine(file)
        #expect((facts.width, facts.height) == (orientation > 4 ? (32, 64) : (64, 32)))
        #expect(facts.hasMetadata)
    }

    @Test("The colour is the one that there is most of")
    func color() throws {
        let mostlyRed = Drawing(100, 80) { x, y in x < 60 ? [200, 30, 40] : [20, UInt8(y * 3), UInt8(x)] }
        let color = try #require(try darkroom.examine(mostlyRed.png()).color)
        #expect(
            abs(Int(color >> 16) - 200) < 6 && abs(Int(color >> 8 & 255) - 30) < 6 && abs(Int(color & 255) - 40) < 6)
    }

    @Test("What is transparent does not count towards the colour, and what is mostly transparent has none")
    func transparency() throws {
        func drawing(opaque: Int) -> Drawing {
            Drawing(100, 100, bands: 4) { x, _ in x < opaque ? [0, 0, 250, 255] : [250, 0, 0, 0] }
        }
        let facts = try darkroom.examine(drawing(opaque: 70).png())
        #expect(facts.hasAlpha)
        let color = try #require(facts.color)
        #expect(color & 255 > 240 && color >> 16 < 10)
        #expect(try darkroom.examine(drawing(opaque: 20).png()).color == nil)
    }

    @Test("The eye goes to what stands out; where nothing does, to the middle")
    func attention() throws {
        func drawing(_ left: Int, _ top: Int) -> Drawing {
            Drawing(400, 300) { x, y in
                (left..<left + 50).contains(x) && (top..<top + 50).contains(y) ? [230, 150, 120] : [110, 120, 130]
            }
        }
        for (left, top) in [(300, 30), (40, 220), (40, 40), (310, 210)] {
            for file in [drawing(left, top).png(), try drawing(left, top).file(.jpeg)] {
                let focus = try darkroom.examine(file).attention
                #expect(abs(Int(focus.x) - (left + 25) / 4) <= 10, "\(focus)")
                #expect(abs(Int(focus.y) - (top + 25) / 3) <= 10, "\(focus)")
            }
        }
        #expect(try darkroom.examine(Drawing(90, 60) { _, _ in [90, 90, 90] }.png()).attention == .middle)
    }

    @Test("On a picture that lies on its side, it goes where the upright one has it")
    func attentionOnItsSide() throws {
        // At the left and the bottom as it is stored; turned to the right, at the left and the top.
        let drawing = Drawing(400, 200) { x, y in
            (30..<80).contains(x) && (140..<190).contains(y) ? [230, 150, 120] : [110, 120, 130]
        }
        let focus = try darkroom.examine(ExifTool.writing(["-n", "-Orientation=6"], into: drawing.file(.jpeg)))
            .attention
        #expect(focus.x < 35 && focus.y < 30, "\(focus)")
    }

    @Test("An animation is one, and as high as one of its frames")
    func animation() throws {
        let facts = try darkroom.examine(Drawing.gif(40, 30, frames: [(10, 5), (20, 7), (30, 9)]))
        #expect(facts.isAnimated && facts.width == 40 && facts.height == 30)
        #expect(try !darkroom.examine(Drawing.gif(40, 30, frames: [(10, 5)])).isAnimated)
    }

    @Test("TIFF is read, for those who use what a scanner gave them")
    func tiff() throws {
        let facts = try darkroom.examine(Drawing(20, 10, bands: 4) { _, _ in [0, 255, 255, 0] }.tiffInInks())
        #expect(facts.format == .tiff && facts.width == 20 && facts.height == 10 && !facts.hasAlpha)
        #expect(!facts.format.isForBrowsers)
    }

    @Test("A picture of one pixel has its size and its colour")
    func tiny() throws {
        let facts = try darkroom.examine(Drawing(1, 1) { _, _ in [1, 2, 3] }.png())
        #expect(facts.width == 1 && facts.height == 1 && facts.color == 0x010203 && facts.attention == .middle)
    }
}
