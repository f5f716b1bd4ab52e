import CVips

extension PictureFile {
    /// Makes renditions, all from one decoding.
    func develop(
        _ renditions: [Rendition], shrink: Int, xmp: [UInt8], _ each: (Int, [UInt8]) throws -> Void
    ) throws {
        let negative = try Negative(self, for: renditions, shrink: shrink)
        // Those that differ in nothing but their format are scaled once, and those that differ in nothing made once.
        var rest = Array(renditions.indices)
        while let first = rest.first {
            let view = View(renditions[first])
            let scaled = try negative.scaled(to: view).carrying([]).inMemory()
            var made: [Rendition: [UInt8]] = [:]
            for number in rest where View(renditions[number]) == view {
                let rendition = renditions[number]
                let file = try made[rendition] ?? scaled.encoded(for: rendition, with: xmp)
                made[rendition] = file
                try each(number, file)
            }
            rest.removeAll { View(renditions[$0]) == view }
        }
    }
}

/// What of a picture is to be seen, and how large, whatever the format.
private struct View: Equatable {
    var area: Area
    var width: Int
    var height: Int
    /// Whether there may be more frames than the first.
    var mayMove: Bool

    init(_ rendition: Rendition) {
        (area, width, height) = (rendition.area, rendition.width, rendition.height)
        mayMove = rendition.format.canMove
    }
}

/// A picture from which renditions are made: upright, in sRGB, in memory.
private struct Negative: ~Copyable {
    private let image: Image
    private let frames: Int
    /// The original's.
    private let width: Int
    private let height: Int

    init(_ file: PictureFile, for renditions: [Rendition], shrink: Int) throws(Image.Undecodable) {
        let allFrames = file.frames > 1 && renditions.contains { $0.format.canMove }
        let decoded = try file.decoded(shrunkBy: shrink, allFrames: allFrames)
        let converted = try decoded.inSRGB().inMemory()
        // An animation has no orientation.
        image = file.orientation > 1 && !allFrames ? try converted.upright().inMemory() : converted
        frames = allFrames ? file.frames : 1
        (width, height) = file.size
    }

    func scaled(to view: View) throws(Image.Undecodable) -> Image {
        let height = image.height / frames
        let area = view.area.scaled(by: image.width, over: self.width, and: height, over: self.height)
        guard frames > 1, view.mayMove else {
            return try image.part(area).resized(width: view.width, height: view.height)
        }
        var made: [OpaquePointer] = []
        defer { made.forEach(cvips_release) }
        for frame in 0..<frames {
            let part = Area(x: area.x, y: area.y + frame * height, width: area.width, height: area.height)
            made.append(try image.part(part).resized(width: view.width, height: view.height).take())
        }
        return try .stacked(made)
    }
}

extension PictureFormat {
    /// Whether renditions in it are animated if the original is.
    fileprivate var canMove: Bool { self == .gif || self == .webP }
}

extension Area {
    /// The same part of a picture that is smaller: at least a pixel, and inside of it.
    fileprivate func scaled(by newWidth: Int, over width: Int, and newHeight: Int, over height: Int) -> Area {
        func range(_ start: Int, _ length: Int, _ new: Int, _ old: Int) -> Range<Int> {
            let low = min(new - 1, max(0, (start * new + old / 2) / old))
            return low..<min(new, max(low + 1, ((start + length) * new + old / 2) / old))
        }
        let (x, y) = (range(x, self.width, newWidth, width), range(y, self.height, newHeight, height))
        return Area(x: x.lowerBound, y: y.lowerBound, width: x.count, height: y.count)
    }
}

extension Image {
    /// As the bytes of a file with this XMP packet, if there is one.
    fileprivate func encoded(for rendition: Rendition, with xmp: [UInt8]) throws(Undecodable) -> [UInt8] {
        if rendition.format == .jpeg && hasAlpha { return try flattened().encoded(for: rendition, with: xmp) }
        let target =
            switch rendition.format {
            case .jpeg: CVIPS_TO_JPEG
            case .png: CVIPS_TO_PNG
            case .gif: CVIPS_TO_GIF
            case .webP: CVIPS_TO_WEBP
            case .avif, .heif, .tiff: CVIPS_TO_AVIF
            }
        // An AVIF file's parts know each other's offsets, so its encoder has to embed what the image carries.
        if target == CVIPS_TO_AVIF && !xmp.isEmpty {
            return try carrying(xmp).encoded(as: target, quality: rendition.quality, bare: false)
        }
        let file = try encoded(as: target, quality: rendition.quality, bare: true)
        return rendition.format.embedding(xmp, in: file, width: rendition.width, height: rendition.height)
    }
}
