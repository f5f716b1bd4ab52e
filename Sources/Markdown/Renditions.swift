import Markup

/// The sizes and crops that a picture can be had in. Their names say which bytes they have, so they never change.
public struct Renditions: Sendable, Hashable {
    /// Where they stand on the site, up to what tells one from the other: `/renditions/images/flag.3f2a9c1b`.
    public var stem: String
    /// How their names end, what browsers should take first; the last is the original's, which all of them know.
    public var endings: [String]
    /// The original's size, in pixels.
    public var width: Int
    public var height: Int
    public var sizes: PictureSizes

    public init(stem: String, endings: [String], width: Int, height: Int, sizes: PictureSizes) {
        self.stem = stem
        self.endings = endings
        self.width = width
        self.height = height
        self.sizes = sizes
    }
}

/// Which sizes and crops of pictures a theme shows.
public struct PictureSizes: Sendable, Hashable {
    /// In pixels, the narrowest first, of the whole picture. None is made larger than the original.
    public var widths: [Int]
    /// Crops that lists show.
    public var crops: [Crop]
    /// The crop that stands beside an author's name.
    public var portrait: Crop
    /// How wide a lead picture has to be, and a figure in a text, in CSS pixels, so that it is never enlarged.
    public var leadWidth = 320
    public var figureWidths: [FigureSize: Int] = [.wide: 864, .full: 1296]

    public struct Crop: Sendable, Hashable {
        public var ratio: Ratio
        public var widths: [Int]

        public init(_ ratio: Ratio, widths: [Int]) {
            self.ratio = ratio
            self.widths = widths.sorted()
        }
    }

    public init(widths: [Int], crops: [Crop], portrait: Crop) {
        self.widths = widths.sorted()
        self.crops = crops
        self.portrait = portrait
    }

    public static let standard = PictureSizes(
        widths: [320, 640, 960, 1280, 1920], crops: [Crop(.fourToThree, widths: [320, 640, 960, 1200])],
        portrait: Crop(.square, widths: [160, 320]))

    /// What search engines and social networks ask for (Google, Article structured data: all three ratios).
    public static let machines: [Crop] = [.sixteenToNine, .fourToThree, .square].map { Crop($0, widths: [1200]) }
}

/// How wide a picture is to how high.
public struct Ratio: Sendable, Hashable {
    public var width: Int
    public var height: Int

    /// - Precondition: both are more than 0.
    public init(_ width: Int, _ height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
    }

    public static let sixteenToNine = Ratio(16, 9)
    public static let fourToThree = Ratio(4, 3)
    public static let square = Ratio(1, 1)
}

/// One file that shows a picture, in one of its sizes.
public struct Rendition: Sendable, Hashable {
    /// What is shown of the original; nil for all of it.
    public var crop: Ratio?
    /// In pixels.
    public var width: Int
    public var height: Int
    /// How its name ends, behind the dot.
    public var ending: String
}

extension Renditions {
    /// The sizes in which the whole picture is there: those of the theme, and its own if that lies well between.
    public var widths: [Int] { widths(of: sizes.widths, atMost: width) }

    /// The sizes of a crop.
    public func widths(of crop: PictureSizes.Crop) -> [Int] { widths(of: crop.widths, atMost: widest(crop.ratio)) }

    /// The widest crop of a ratio that lies in the picture.
    package func widest(_ ratio: Ratio) -> Int {
        max(1, min(width, height * ratio.width / ratio.height))
    }

    private func widths(of planned: [Int], atMost widest: Int) -> [Int] {
        let fitting = planned.filter { $0 <= widest }
        guard let most = planned.last, most > widest else { return fitting }
        // A tenth more is not worth a file of its own.
        if let last = fitting.last, widest * 10 < last * 11 { return fitting }
        return fitting + [widest]
    }

    /// A size of the picture, or of a crop of it.
    public func rendition(_ width: Int, _ crop: Ratio? = nil, ending: String) -> Rendition {
        let height =
            if let crop { width * crop.height / crop.width } else {
                (width * self.height + self.width / 2) / self.width
            }
        return Rendition(crop: crop, width: width, height: max(1, height), ending: ending)
    }

    /// What a rendition's name has behind the stem.
    /// - Parameter focus: what a crop is made around.
    public static func suffix(of rendition: Rendition, _ focus: FocalPoint?) -> String {
        guard let crop = rendition.crop else { return "-\(rendition.width).\(rendition.ending)" }
        let focus = focus ?? .middle
        return "-\(crop.width)x\(crop.height)-\(focus.x)x\(focus.y)-\(rendition.width).\(rendition.ending)"
    }
}

extension Picture {
    /// A file to choose from.
    public struct Candidate: Sendable, Hashable {
        public var address: Address
        public var width: Int
        public var height: Int
    }

    /// The files of one format, the narrowest first.
    public struct Source: Sendable, Hashable {
        public var mediaType: String
        public var candidates: [Candidate]

        /// As `srcset` has it.
        public var srcset: String {
            candidates.map { "\($0.address.text) \($0.width)w" }.joined(separator: ", ")
        }
    }

    /// The files that show the whole picture, a list for each format, the best format first.
    public var sources: [Source] {
        guard let renditions else { return [] }
        return sources(renditions, nil, renditions.widths)
    }

    /// The files that show a crop.
    public func sources(_ crop: PictureSizes.Crop) -> [Source] {
        guard let renditions else { return [] }
        return sources(renditions, crop.ratio, renditions.widths(of: crop))
    }

    private func sources(_ renditions: Renditions, _ crop: Ratio?, _ widths: [Int]) -> [Source] {
        renditions.endings.map { ending in
            Source(
                mediaType: Picture.mediaType(ending),
                candidates: widths.map { candidate(renditions.rendition($0, crop, ending: ending), renditions) })
        }
    }

    /// The widest file that shows a crop, in the format that everybody knows; nil if there is none.
    public func widest(_ crop: PictureSizes.Crop) -> Candidate? {
        guard let renditions, let ending = renditions.endings.last, let width = renditions.widths(of: crop).last else {
            return nil
        }
        return candidate(renditions.rendition(width, crop.ratio, ending: ending), renditions)
    }

    /// The picture as one file, for those who do not choose: of moderate size, in a format that everybody knows. Nil for
    /// the size of one that nobody could read.
    public var single: (address: Address, width: Int?, height: Int?) {
        guard let candidates = sources.last?.candidates, let widest = candidates.last else {
            return (address, width, height)
        }
        let moderate = candidates.last { $0.width <= 1280 } ?? widest
        return (moderate.address, moderate.width, moderate.height)
    }

    private func candidate(_ rendition: Rendition, _ renditions: Renditions) -> Candidate {
        Candidate(
            address: Address(trusted: renditions.stem + Renditions.suffix(of: rendition, focus)),
            width: rendition.width, height: rendition.height)
    }

    private static func mediaType(_ ending: String) -> String {
        ending == "jpg" ? "image/jpeg" : "image/" + ending
    }
}
