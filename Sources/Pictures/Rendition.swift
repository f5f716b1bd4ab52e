/// A picture as it is to be made: a part of the original, in a size and a format.
public struct Rendition: Sendable, Hashable {
    /// In the upright original's pixels; all of it for no crop.
    public var area: Area
    public var width: Int
    public var height: Int
    /// What browsers show: in another format nothing is made.
    public var format: PictureFormat
    /// 1 to 100. PNG and GIF have none.
    public var quality: Int

    public init(area: Area, width: Int, height: Int, format: PictureFormat, quality: Int = 80) {
        self.area = area
        self.width = width
        self.height = height
        self.format = format
        self.quality = quality
    }
}

/// A part of a picture, in pixels.
public struct Area: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The largest part that has this ratio, with the focal point as near its middle as fits.
    public init(of ratio: (width: Int, height: Int), in size: (width: Int, height: Int), around focus: FocalPoint) {
        let (width, height): (Int, Int)
        if size.width * ratio.height > size.height * ratio.width {
            (width, height) = (max(1, Area.rounded(size.height * ratio.width, by: ratio.height)), size.height)
        } else {
            (width, height) = (size.width, max(1, Area.rounded(size.width * ratio.height, by: ratio.width)))
        }
        self.init(
            x: Area.start(of: width, in: size.width, around: Int(focus.x)),
            y: Area.start(of: height, in: size.height, around: Int(focus.y)), width: width, height: height)
    }

    private static func rounded(_ number: Int, by divisor: Int) -> Int { (number + divisor / 2) / divisor }

    private static func start(of length: Int, in whole: Int, around hundredths: Int) -> Int {
        min(whole - length, max(0, rounded(whole * hundredths, by: 100) - length / 2))
    }
}
