import CZlib
import Pictures
import Testing

/// Pixels to be put into files, as tests need them.
struct Drawing {
    let width: Int
    let height: Int
    /// 1 for grey, 3 for colours, 4 for colours and alpha.
    let bands: Int
    private(set) var pixels: [UInt8]

    init(_ width: Int, _ height: Int, bands: Int = 3, _ pixel: (_ x: Int, _ y: Int) -> [UInt8]) {
        (self.width, self.height, self.bands) = (width, height, bands)
        pixels = []
        pixels.reserveCapacity(width * height * bands)
        for y in 0..<height { for x in 0..<width { pixels += pixel(x, y) } }
    }

    /// Hills and valleys with some noise, no two of another seed the same.
    static func photograph(_ width: Int, _ height: Int, seed: UInt64 = 1) -> Drawing {
        var random = Seeded(seed)
        let shift = Int(seed % 97)
        return Drawing(width, height) { x, y in
            let noise = Int(random.next() % 16)
            let (u, v) = ((x + shift) * 512 / width, y * 512 / height)
            func wave(_ t: Int) -> Int { abs(t % 256 - 128) }
            return [wave(u + v / 2) + 60 + noise, wave(u / 2 - v + 700) + 50 + noise, wave(v + shift) + 40 + noise].map
            {
                UInt8(min(255, $0))
            }
        }
    }

    /// A quarter each of red, green, blue and white: top left, top right, bottom left, bottom right.
    static func quarters(_ width: Int, _ height: Int) -> Drawing {
        Drawing(width, height) { x, y in
            switch (x < width / 2, y < height / 2) {
            case (true, true): [255, 0, 0]
            case (false, true): [0, 255, 0]
            case (true, false): [0, 0, 255]
            case (false, false): [255, 255, 255]
            }
        }
    }

    /// As PNG; with 16 bits a number each is as high as the same of eight.
    func png(bits: Int = 8) -> [UInt8] {
        let bytes = bits / 8
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            let row = pixels[(y * width * bands)..<((y + 1) * width * bands)]
            rows += bytes == 1 ? Array(row) : row.flatMap { [$0, $0] }
        }
        let color: UInt8 = bands == 4 ? 6 : bands == 3 ? 2 : 0
        return Drawing.png(width, height, [UInt8(bits), color, 0, 0, 0], zlib(rows))
    }

    /// A PNG of these parts: the header's last five bytes, and compressed rows.
    static func png(_ width: Int, _ height: Int, _ header: [UInt8], _ data: [UInt8]) -> [UInt8] {
        [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + chunk("IHDR", big32(width) + big32(height) + header)
            + chunk("IDAT", data) + chunk("IEND", [])
    }

    static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let part = Array(type.utf8) + content
        return big32(content.count) + part + big32(Int(crc32(0, part, UInt32(part.count))))
    }

    private static func big32(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// In inks, as an uncompressed TIFF (TIFF 6.0, section 16): bands are cyan, magenta, yellow and black.
    func tiffInInks() -> [UInt8] {
        func little(_ number: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        let start = 8 + 2 + 9 * 12 + 4 + 8
        func entry(_ tag: Int, _ type: Int, _ value: Int, count: Int = 1) -> [UInt8] {
            little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4)
        }
        return Array("II".utf8) + [42, 0] + little(8, 4) + little(9, 2) + entry(256, 3, width) + entry(257, 3, height)
            + entry(258, 3, start - 8, count: 4) + entry(259, 3, 1) + entry(262, 3, 5) + entry(273, 4, start)
            + entry(277, 3, 4) + entry(278, 3, height) + entry(279, 4, pixels.count) + little(0, 4)
            + [8, 0, 8, 0, 8, 0, 8, 0] + pixels
    }

    /// An animation in which each frame shows one of 128 greys, as GIF; times in hundredths of a second.
    static func gif(_ width: Int, _ height: Int, frames: [(grey: UInt8, time: Int)]) -> [UInt8] {
        func little(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8)] }
        let colors = (0..<128).flatMap { [UInt8](repeating: UInt8($0 * 2), count: 3) }
        var file = Array("GIF89a".utf8) + little(width) + little(height) + [0xF6, 0, 0] + colors
        file += [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
        for frame in frames {
            file += [0x21, 0xF9, 4, 0] + little(frame.time) + [0, 0]
            file += [0x2C, 0, 0, 0, 0] + little(width) + little(height) + [0, 7]
            // Codes of eight bits each, for the table is emptied before it outgrows them.
            var codes: [UInt8] = []
            for place in 0..<(width * height) {
                if place % 100 == 0 { codes.append(0x80) }
                codes.append(frame.grey)
            }
            codes.append(0x81)
            for start in stride(from: 0, to: codes.count, by: 255) {
                let block = codes[start..<min(codes.count, start + 255)]
                file += [UInt8(block.count)] + block
            }
            file.append(0)
        }
        return file + [0x3B]
    }

    /// In another format, as the darkroom writes it.
    func file(_ format: PictureFormat, quality: Int = 90) throws -> [UInt8] {
        let whole = Area(width: width, height: height)
        let rendition = Rendition(area: whole, width: width, height: height, format: format, quality: quality)
        return try #require(Darkroom.open().make([rendition], of: png()).first)
    }
}

/// As zlib packs it.
func zlib(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    compress2(&packed, &length, bytes, UInt(bytes.count), level)
    return Array(packed.prefix(Int(length)))
}
