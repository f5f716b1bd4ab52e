import CVips

/// An image of libvips: a plan, until its pixels are asked for.
struct Image: ~Copyable {
    let pointer: OpaquePointer

    /// Takes what a function of the shim has made; fails if it has made nothing.
    init(_ pointer: OpaquePointer?) throws(Undecodable) {
        guard let pointer else { throw Undecodable() }
        self.pointer = pointer
    }

    deinit { cvips_release(pointer) }

    /// Hands the image over to who releases it.
    consuming func take() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }

    /// libvips could not make an image, or not read it to its end.
    struct Undecodable: Error {}

    var width: Int { Int(cvips_width(pointer)) }
    /// Of all frames together.
    var height: Int { Int(cvips_height(pointer)) }
    var bands: Int { Int(cvips_bands(pointer)) }
    var hasAlpha: Bool { cvips_has_alpha(pointer) }
    var frames: Int { Int(cvips_frames(pointer)) }
    var frameHeight: Int { Int(cvips_frame_height(pointer)) }
    var orientation: Int { Int(cvips_orientation(pointer)) }
    var isInterlaced: Bool { cvips_is_interlaced(pointer) }

    func inMemory() throws(Undecodable) -> Image { try Image(cvips_in_memory(pointer)) }
    func inSRGB() throws(Undecodable) -> Image { try Image(cvips_in_srgb(pointer)) }
    func upright() throws(Undecodable) -> Image { try Image(cvips_upright(pointer)) }
    func flattened() throws(Undecodable) -> Image { try Image(cvips_flattened(pointer)) }

    func shrunk(by factor: Int) throws(Undecodable) -> Image { try Image(cvips_shrunk(pointer, Int32(factor))) }

    func resized(width: Int, height: Int) throws(Undecodable) -> Image {
        try Image(cvips_resized(pointer, Int32(width), Int32(height)))
    }

    func part(_ area: Area) throws(Undecodable) -> Image {
        try Image(cvips_part(pointer, Int32(area.x), Int32(area.y), Int32(area.width), Int32(area.height)))
    }

    /// Nothing left of what it carries but the frames' times, and this XMP.
    func carrying(_ xmp: [UInt8]) throws(Undecodable) -> Image { try Image(cvips_carrying(pointer, xmp, xmp.count)) }

    /// Images of one size as the frames of one.
    static func stacked(_ frames: [OpaquePointer]) throws(Undecodable) -> Image {
        var frames: [OpaquePointer?] = frames
        return try Image(cvips_stacked(&frames, Int32(frames.count)))
    }

    /// Where the eye goes; nil if libvips cannot say.
    var attention: FocalPoint? {
        var (x, y): (Int32, Int32) = (0, 0)
        return cvips_attention(pointer, &x, &y) ? FocalPoint(x: Int(x), y: Int(y)) : nil
    }

    /// All pixels, band by band within each.
    func pixels() throws(Undecodable) -> [UInt8] {
        var length = 0
        return try [UInt8](taking: cvips_pixels(pointer, &length), length)
    }

    func encoded(as target: cvips_target, quality: Int, bare: Bool) throws(Undecodable) -> [UInt8] {
        var length = 0
        return try [UInt8](taking: cvips_encoded(pointer, target, Int32(quality), bare, &length), length)
    }

    /// The names of what the image carries besides its pixels.
    var fields: [String] {
        guard let names = cvips_fields(pointer) else { return [] }
        defer { cvips_free_names(names) }
        return sequence(first: names) { $0 + 1 }.lazy.map(\.pointee).prefix { $0 != nil }
            .compactMap { $0.map { String(cString: $0) } }
    }

    /// A field's bytes; none if the image does not carry it.
    func field(_ name: String) -> [UInt8] {
        var length = 0
        guard let data = cvips_field(pointer, name, &length) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: data, count: length))
    }
}

extension [UInt8] {
    /// Takes memory from libvips, and gives it back.
    fileprivate init(taking memory: UnsafeMutableRawPointer?, _ length: Int) throws(Image.Undecodable) {
        guard let memory else { throw Image.Undecodable() }
        self.init(UnsafeRawBufferPointer(start: memory, count: length))
        cvips_free(memory)
    }
}
