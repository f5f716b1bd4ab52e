import CVips

/// A picture's file: its bytes, which must outlive it, and what its header says.
struct PictureFile {
    let bytes: UnsafeRawBufferPointer
    let format: PictureFormat
    /// As the pixels lie in the file, of one frame.
    let width: Int
    let height: Int
    let frames: Int
    let orientation: Int
    let hasAlpha: Bool
    /// Whether it can be read only as a whole.
    let isInterlaced: Bool
    let words: PictureWords
    let hasMetadata: Bool

    /// Reads the header, and refuses what cannot be a picture or has too many pixels.
    init(_ bytes: UnsafeRawBufferPointer) throws(PictureProblem) {
        guard bytes.count <= Limits.bytes else { throw .tooManyBytes }
        guard let format = PictureFormat(sniffing: [UInt8](bytes.prefix(32))) else {
            throw PictureProblem(notAPicture: bytes)
        }
        self.bytes = bytes
        self.format = format
        do {
            let image = try PictureFile.load(bytes, format, shrink: 1, allFrames: true)
            (width, height, frames) = (image.width, image.frameHeight, image.frames)
            (orientation, hasAlpha) = (image.orientation, image.hasAlpha)
            let fields = image.fields
            isInterlaced = image.isInterlaced
            hasMetadata = fields.contains(where: PictureFile.isMetadata) || format.hasComment(bytes)
            words = PictureWords(
                xmp: image.field(fields.first(where: PictureFile.isXMP) ?? ""), iim: image.field("iptc-data"),
                exif: image.field("exif-data"))
        } catch {
            throw PictureProblem(damaged: bytes, format)
        }
        let pixels = width * height * frames
        guard pixels <= Limits.pixels else { throw .tooManyPixels(pixels) }
    }

    private static func isMetadata(_ field: String) -> Bool {
        isXMP(field) || ["exif-data", "iptc-data", "photoshop-data"].contains(field) || field.contains("comment")
    }

    /// libvips gives XMP another name if it is in HEIF and has a packet's wrapper.
    private static func isXMP(_ field: String) -> Bool { field == "xmp-data" || field.hasPrefix("heif-mime-") }

    var isOnItsSide: Bool { orientation >= 5 }
    /// Upright.
    var size: (width: Int, height: Int) { isOnItsSide ? (height, width) : (width, height) }

    /// Roughly what decoding it takes at most, in bytes, with what is made of it.
    var memory: Int {
        let pixels = width * height * frames
        let renditions = 48 << 20
        return switch format {
        // The coefficients of a progressive one are kept, in 16 bits; a baseline one is read in half its size.
        case .jpeg: renditions + bytes.count + pixels * (isInterlaced ? 6 : 2)
        case .png, .tiff: renditions + bytes.count + pixels * (isInterlaced ? 8 : 4)
        case .gif, .webP, .avif, .heif: renditions + bytes.count + pixels * 8
        }
    }

    /// The bytes as an image, which must not outlive them.
    private static func load(
        _ bytes: UnsafeRawBufferPointer, _ format: PictureFormat, shrink: Int, allFrames: Bool
    ) throws(Image.Undecodable) -> Image {
        let loader =
            switch format {
            case .jpeg: CVIPS_JPEG
            case .png: CVIPS_PNG
            case .gif: CVIPS_GIF
            case .webP: CVIPS_WEBP
            case .avif, .heif: CVIPS_HEIF
            case .tiff: CVIPS_TIFF
            }
        return try Image(cvips_load(loader, bytes.baseAddress, bytes.count, Int32(shrink), allFrames))
    }

    /// The pixels as they lie in the file, in memory; `factor` times smaller, or less where that is cheaper. Frames of an
    /// animation lie below each other, and are as large as they are.
    func decoded(shrunkBy factor: Int, allFrames: Bool) throws(Image.Undecodable) -> Image {
        if format == .jpeg {
            let shrink = [8, 4, 2].first { $0 <= factor } ?? 1
            return try PictureFile.load(bytes, format, shrink: shrink, allFrames: allFrames).inMemory()
        }
        let image = try PictureFile.load(bytes, format, shrink: 1, allFrames: allFrames)
        guard factor > 1, frames == 1 || !allFrames else { return try image.inMemory() }
        return try image.shrunk(by: factor).inMemory()
    }
}
