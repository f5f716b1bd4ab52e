import Testing

@testable import Pictures

extension Darkroom {
    /// The renditions in their order.
    func make(
        _ renditions: [Rendition], of bytes: [UInt8], keeping words: PictureWords = PictureWords()
    ) throws -> [[UInt8]] {
        var made = [[UInt8]](repeating: [], count: renditions.count)
        try make(renditions, of: bytes, keeping: words) { made[$0] = $1 }
        return made
    }

    /// One of the whole picture.
    func make(
        _ format: PictureFormat, width: Int, of bytes: [UInt8], keeping words: PictureWords = PictureWords()
    ) throws -> [UInt8] {
        let facts = try examine(bytes)
        let height = max(1, (width * facts.height + facts.width / 2) / facts.width)
        let rendition = Rendition(
            area: Area(width: facts.width, height: facts.height), width: width, height: height, format: format)
        return try #require(make([rendition], of: bytes, keeping: words).first)
    }
}

/// A file's pixels as they lie in it.
struct Pixels: CustomStringConvertible {
    let width: Int
    let height: Int
    let bands: Int
    private let bytes: [UInt8]

    init(_ file: [UInt8]) throws {
        _ = try Darkroom.open()
        (width, height, bands, bytes) = try file.withUnsafeBytes {
            let image = try PictureFile($0).decoded(shrunkBy: 1, allFrames: true)
            return (image.width, image.height, image.bands, try image.pixels())
        }
    }

    subscript(x: Int, y: Int) -> [Int] { (0..<bands).map { Int(bytes[(y * width + x) * bands + $0]) } }

    var description: String { "\(width) × \(height) pixels of \(bands) bands" }

    /// Whether a pixel has nearly this colour; what it has besides red, green and blue, if that is asked for.
    func isNear(_ color: [Int], _ x: Int, _ y: Int, within most: Int = 12) -> Bool {
        let pixel = self[x, y]
        return pixel.count >= color.count && zip(pixel, color).allSatisfy { abs($0 - $1) <= most }
    }
}
