/// The colour that there is most of in a picture.
enum DominantColor {
    /// How many pixels are looked at, in each direction.
    private static let grid = 32

    /// The mean of the fullest of 512 boxes, 0xRRGGBB; nil if most of the picture is transparent.
    static func of(_ image: borrowing Image) throws(Image.Undecodable) -> UInt32? {
        let small = try image.resized(width: grid, height: grid)
        return of(try small.pixels(), hasAlpha: small.bands == 4)
    }

    static func of(_ pixels: [UInt8], hasAlpha: Bool) -> UInt32? {
        /// Sums of red, green and blue, each weighed with its pixel's alpha, and of the weights.
        var boxes = [SIMD4<Int>](repeating: .zero, count: 512)
        let bands = hasAlpha ? 4 : 3
        for start in stride(from: 0, to: pixels.count - bands + 1, by: bands) {
            let (red, green, blue) = (Int(pixels[start]), Int(pixels[start + 1]), Int(pixels[start + 2]))
            let weight = hasAlpha ? Int(pixels[start + 3]) : 255
            boxes[(red >> 5) * 64 + (green >> 5) * 8 + (blue >> 5)] &+= SIMD4(red, green, blue, 1) &* weight
        }
        let weight = boxes.reduce(0) { $0 + $1.w }
        guard weight * 2 >= pixels.count / bands * 255, let fullest = boxes.max(by: { $0.w < $1.w }), fullest.w > 0
        else { return nil }
        func mean(_ sum: Int) -> UInt32 { UInt32((sum + fullest.w / 2) / fullest.w) }
        return mean(fullest.x) << 16 | mean(fullest.y) << 8 | mean(fullest.z)
    }
}
