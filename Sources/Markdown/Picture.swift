import Markup

/// A picture as a page shows it.
public struct Picture: Sendable, Hashable {
    /// Of the picture's own file.
    public var address: Address
    /// In pixels, as the file says; nil where it could not be read.
    public var width: Int?
    public var height: Int?
    /// What a reader who cannot see it is told.
    public var alternative: String
    /// The point that a crop keeps; nil for the middle.
    public var focus: FocalPoint?
    /// What keeps its place until it has come.
    public var color: Color?
    /// The sizes and crops that it can be had in; nil for one that is there as it is alone.
    public var renditions: Renditions?
    /// What the picture's file, or what describes it, says under it, as inline Markdown; a page's own words come first.
    public var caption: String?
    /// Who made it, by the same.
    public var credit: String?

    public init(
        address: Address, width: Int? = nil, height: Int? = nil, alternative: String = "", focus: FocalPoint? = nil
    ) {
        self.address = address
        self.width = width
        self.height = height
        self.alternative = alternative
        self.focus = focus
    }
}

/// A point of a picture, in hundredths from its left and from its top.
public struct FocalPoint: Sendable, Hashable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
        self.x = min(100, max(0, x))
        self.y = min(100, max(0, y))
    }

    public static let middle = FocalPoint(x: 50, y: 50)

    /// A position as CSS has it: `30% 20%`, or words such as `top left` (CSS Values 4, 7.8). Nil for what is none.
    public init?(position: String) {
        let parts = position.lowercased().split(separator: " ")
        guard (1...2).contains(parts.count) else { return nil }
        var (x, y): (Int?, Int?)
        for (index, part) in parts.enumerated() {
            switch part {
            case "left", "right": x = part == "left" ? 0 : 100
            case "top", "bottom": y = part == "top" ? 0 : 100
            case "center": continue
            default:
                guard part.hasSuffix("%"), let hundredths = Int(part.dropLast()), (0...100).contains(hundredths) else {
                    return nil
                }
                if index == 0 { x = hundredths } else { y = hundredths }
            }
        }
        self.init(x: x ?? 50, y: y ?? 50)
    }
}

/// A colour in three bytes.
public struct Color: Sendable, Hashable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    /// - Parameter rgb: `0xRRGGBB`.
    public init(_ rgb: UInt32) {
        red = UInt8(truncatingIfNeeded: rgb >> 16)
        green = UInt8(truncatingIfNeeded: rgb >> 8)
        blue = UInt8(truncatingIfNeeded: rgb)
    }

    public var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
