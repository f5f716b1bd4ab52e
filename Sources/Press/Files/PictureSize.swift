/// How large a picture is shown, in pixels, as the first bytes of its file say.
struct PictureSize: Sendable, Hashable {
    var width: Int
    var height: Int

    /// Reads PNG, JPEG, GIF, WebP and SVG; nil for what is none of these, or damaged.
    init?(of path: String) {
        // A photograph's size stands behind its metadata, which may hold a whole preview.
        guard let bytes = try? FileSystem.read(path, atMost: 1 << 20) else { return nil }
        self.init(Header(bytes: bytes))
    }

    init?(_ header: Header) {
        let size =
            PictureSize.png(header) ?? PictureSize.gif(header) ?? PictureSize.jpeg(header) ?? PictureSize.webP(header)
            ?? PictureSize.svg(header)
        guard let size, size.width > 0, size.height > 0 else { return nil }
        self = size
    }

    private init(_ width: Int, _ height: Int) {
        self.init(width: width, height: height)
    }

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// A file's first bytes. What lies beyond them reads as zero.
    struct Header {
        let bytes: [UInt8]

        func byte(_ offset: Int) -> Int { bytes.indices.contains(offset) ? Int(bytes[offset]) : 0 }
        func big16(_ offset: Int) -> Int { byte(offset) << 8 | byte(offset + 1) }
        func big32(_ offset: Int) -> Int { big16(offset) << 16 | big16(offset + 2) }
        func little16(_ offset: Int) -> Int { byte(offset) | byte(offset + 1) << 8 }
        func little24(_ offset: Int) -> Int { little16(offset) | byte(offset + 2) << 16 }

        func has(_ text: StaticString, at offset: Int) -> Bool {
            offset + text.utf8CodeUnitCount <= bytes.count
                && text.withUTF8Buffer { bytes[offset..<(offset + $0.count)].elementsEqual($0) }
        }
    }

    /// The IHDR chunk (PNG specification, 11.2.1).
    private static func png(_ header: Header) -> PictureSize? {
        header.has("PNG\r\n", at: 1) ? PictureSize(header.big32(16), header.big32(20)) : nil
    }

    /// The logical screen (GIF89a, 18).
    private static func gif(_ header: Header) -> PictureSize? {
        header.has("GIF8", at: 0) ? PictureSize(header.little16(6), header.little16(8)) : nil
    }

    /// The frame header, behind any number of other segments (ITU T.81, B.2.2); turned if Exif says that it lies on its
    /// side.
    private static func jpeg(_ header: Header) -> PictureSize? {
        guard header.big16(0) == 0xFFD8 else { return nil }
        var isOnItsSide = false
        var offset = 2
        while offset + 9 < header.bytes.count, header.byte(offset) == 0xFF {
            let marker = header.byte(offset + 1)
            switch marker {
            case 0xFF: offset += 1
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                let (height, width) = (header.big16(offset + 5), header.big16(offset + 7))
                return isOnItsSide ? PictureSize(height, width) : PictureSize(width, height)
            default:
                if marker == 0xE1 { isOnItsSide = isOnItsSide || (5...8).contains(orientation(header, offset + 4)) }
                offset += 2 + max(2, header.big16(offset + 2))
            }
        }
        return nil
    }

    /// The orientation in an Exif segment (Exif 2.3, tag 0x0112); 1, upright, if there is none.
    private static func orientation(_ header: Header, _ segment: Int) -> Int {
        guard header.has("Exif\0\0", at: segment) else { return 1 }
        let tiff = segment + 6
        let isLittle = header.has("II", at: tiff)
        func number16(_ offset: Int) -> Int { isLittle ? header.little16(offset) : header.big16(offset) }
        func number32(_ offset: Int) -> Int {
            isLittle ? header.little16(offset) | header.little16(offset + 2) << 16 : header.big32(offset)
        }
        let directory = tiff + number32(tiff + 4)
        for entry in 0..<min(number16(directory), 100) {
            let offset = directory + 2 + entry * 12
            if number16(offset) == 0x0112 { return number16(offset + 8) }
        }
        return 1
    }

    /// The three kinds of WebP bitstream (WebP container specification; RFC 6386, 9.1).
    private static func webP(_ header: Header) -> PictureSize? {
        guard header.has("RIFF", at: 0), header.has("WEBP", at: 8) else { return nil }
        if header.has("VP8X", at: 12) { return PictureSize(header.little24(24) + 1, header.little24(27) + 1) }
        if header.has("VP8L", at: 12) {
            let bits = header.little16(21) | header.little16(23) << 16
            return PictureSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        }
        if header.has("VP8 ", at: 12) {
            return PictureSize(header.little16(26) & 0x3FFF, header.little16(28) & 0x3FFF)
        }
        return nil
    }

    /// The root element's width and height, else its view box (SVG 2, 8.2).
    private static func svg(_ header: Header) -> PictureSize? {
        let text = String(decoding: header.bytes.prefix(8192), as: UTF8.self)
        guard let start = text.range(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let tag = text[start.upperBound..<end]
        if let width = pixels(tag, "width"), let height = pixels(tag, "height") { return PictureSize(width, height) }
        let box = attribute(tag, "viewBox")?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
        guard box.count == 4, (1...100_000).contains(box[2]), (1...100_000).contains(box[3]) else { return nil }
        return PictureSize(Int(box[2]), Int(box[3]))
    }

    private static func pixels(_ tag: Substring, _ name: String) -> Int? {
        guard let value = attribute(tag, name) else { return nil }
        let number = value.hasSuffix("px") ? value.dropLast(2) : value
        return Double(number).flatMap { (1...100_000).contains($0) ? Int($0) : nil }
    }

    private static func attribute(_ tag: Substring, _ name: String) -> Substring? {
        for quote in ["\"", "'"] {
            if let start = tag.range(of: " \(name)=\(quote)") ?? tag.range(of: "\n\(name)=\(quote)") {
                return tag[start.upperBound...].prefix { String($0) != quote }
            }
        }
        return nil
    }
}

extension StringProtocol {
    /// The first place at which `text` stands.
    fileprivate func range(of text: String) -> Range<Index>? {
        firstRange(of: text)
    }
}
