import CZlib

extension PictureFormat {
    /// Puts an XMP packet into a file that carries nothing but its picture, where the format has its place for it (XMP
    /// specification, part 3). libvips would put an Exif block of its own making beside it. AVIF is left to its encoder.
    func embedding(_ packet: [UInt8], in file: [UInt8], width: Int, height: Int) -> [UInt8] {
        switch self {
        case .webP: return PictureFormat.webP(file, packet, width: width, height: height)
        case _ where packet.isEmpty: return file
        case .jpeg: return PictureFormat.jpeg(file, packet)
        case .png: return PictureFormat.png(file, packet)
        case .gif: return PictureFormat.gif(file, packet)
        case .avif, .heif, .tiff: return file
        }
    }

    /// A segment APP1, behind JFIF's own if there is one.
    private static func jpeg(_ file: [UInt8], _ packet: [UInt8]) -> [UInt8] {
        let content = Array("http://ns.adobe.com/xap/1.0/\0".utf8) + packet
        guard file.count > 6, content.count < 0xFFFE else { return file }
        var place = 2
        if file[2...].starts(with: [0xFF, 0xE0]) { place += 2 + Int(file[4]) << 8 + Int(file[5]) }
        return file[..<place] + [0xFF, 0xE1] + bigEndian(content.count + 2, bytes: 2) + content + file[place...]
    }

    /// A chunk iTXt, behind the header.
    private static func png(_ file: [UInt8], _ packet: [UInt8]) -> [UInt8] {
        let (signature, header) = (8, 25)
        guard file.count > signature + header else { return file }
        let content = Array("iTXtXML:com.adobe.xmp\0\0\0\0\0".utf8) + packet
        let sum = Int(crc32(0, content, UInt32(content.count)))
        let chunk = bigEndian(content.count - 4, bytes: 4) + content + bigEndian(sum, bytes: 4)
        return file[..<(signature + header)] + chunk + file[(signature + header)...]
    }

    /// An application extension, before the trailer. Whoever reads it as GIF's blocks of up to 255 bytes comes out at
    /// its end, whatever the packet is: that is what the bytes behind it are for.
    private static func gif(_ file: [UInt8], _ packet: [UInt8]) -> [UInt8] {
        guard file.last == 0x3B else { return file }
        let ramp = (0...255).reversed().map { UInt8($0) }
        return file.dropLast() + [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + packet + [1] + ramp + [0, 0x3B]
    }

    /// A chunk at the end, which the header of the extended format announces (WebP container specification). The Exif
    /// block that libvips writes even if it is told not to goes, and the header too if there is nothing to announce.
    private static func webP(_ file: [UInt8], _ packet: [UInt8], width: Int, height: Int) -> [UInt8] {
        var flags: UInt8 = packet.isEmpty ? 0 : 0x04
        let aboutFrames: UInt8 = 0x12
        var chunks: [UInt8] = []
        var place = 12
        while place + 8 < file.count {
            let length = (4..<8).reversed().reduce(0) { $0 << 8 | Int(file[place + $1]) }
            let end = min(file.count, place + 8 + length + length % 2)
            switch String(decoding: file[place..<(place + 4)], as: UTF8.self) {
            case "VP8X": flags |= file[place + 8] & aboutFrames
            case "EXIF", "XMP ", "ICCP": break
            default: chunks += file[place..<end]
            }
            place = end
        }
        if flags != 0 {
            let size = littleEndian(width - 1, bytes: 3) + littleEndian(height - 1, bytes: 3)
            chunks = Array("VP8X".utf8) + littleEndian(10, bytes: 4) + [flags, 0, 0, 0] + size + chunks
        }
        if !packet.isEmpty {
            chunks +=
                Array("XMP ".utf8) + littleEndian(packet.count, bytes: 4) + packet + (packet.count % 2 == 1 ? [0] : [])
        }
        return Array("RIFF".utf8) + littleEndian(chunks.count + 4, bytes: 4) + Array("WEBP".utf8) + chunks
    }

    private static func littleEndian(_ number: Int, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func bigEndian(_ number: Int, bytes: Int) -> [UInt8] {
        littleEndian(number, bytes: bytes).reversed()
    }
}
