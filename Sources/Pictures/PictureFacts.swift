/// What a picture's file says of itself.
public struct PictureFacts: Sendable, Hashable {
    public var format: PictureFormat
    /// In pixels, of one frame, upright.
    public var width: Int
    public var height: Int
    public var isAnimated: Bool
    public var hasAlpha: Bool
    /// The colour that there is most of, 0xRRGGBB; nil for what is mostly transparent.
    public var color: UInt32?
    /// Where the eye goes, as libvips sees it; the middle if it cannot say.
    public var attention: FocalPoint
    public var words: PictureWords
    /// Whether there is more in the file than the picture: Exif, IPTC, XMP, comments. A colour profile does not count.
    public var hasMetadata: Bool

    public init(
        format: PictureFormat, width: Int, height: Int, isAnimated: Bool = false, hasAlpha: Bool = false,
        color: UInt32? = nil, attention: FocalPoint = .middle, words: PictureWords = PictureWords(),
        hasMetadata: Bool = false
    ) {
        self.format = format
        self.width = width
        self.height = height
        self.isAnimated = isAnimated
        self.hasAlpha = hasAlpha
        self.color = color
        self.attention = attention
        self.words = words
        self.hasMetadata = hasMetadata
    }
}

/// A point of a picture, in hundredths from its left and from its top.
public struct FocalPoint: Sendable, Hashable {
    /// 0 to 100.
    public var x: UInt8
    public var y: UInt8

    /// What lies outside is moved to the nearest edge.
    public init(x: Int, y: Int) {
        self.x = UInt8(min(100, max(0, x)))
        self.y = UInt8(min(100, max(0, y)))
    }

    public static let middle = FocalPoint(x: 50, y: 50)
}

/// What a picture says in words: one line each, nil for what it does not say.
public struct PictureWords: Sendable, Hashable {
    public var caption, creator, credit, copyright, alternative, instructions: String?

    public init(
        caption: String? = nil, creator: String? = nil, credit: String? = nil, copyright: String? = nil,
        alternative: String? = nil, instructions: String? = nil
    ) {
        self.caption = caption
        self.creator = creator
        self.credit = credit
        self.copyright = copyright
        self.alternative = alternative
        self.instructions = instructions
    }

    public var isEmpty: Bool { self == PictureWords() }
}
