import Markdown
import Markup
import Newspaper
import Pictures

/// A picture of Content, and what readers get of it.
struct SitePicture: Sendable {
    /// Its path in Content.
    var file: String
    var hash: UInt64
    var facts: PictureFacts
    var description: PictureDescription?
    var settings: PictureSettings

    /// The format that every browser shows.
    var commonFormat: PictureFormat { facts.format.isForBrowsers ? facts.format : .jpeg }

    /// The formats that it is made in, what browsers should take first, first. WebP is for those that know no AVIF.
    private var formats: [PictureFormat] {
        let wanted = settings.formats.map { $0 == .avif ? PictureFormat.avif : .webP }
            .filter { !(facts.isAnimated && $0 == .avif) }
        return [.avif, .webP].filter { wanted.contains($0) || commonFormat == $0 }
            + (commonFormat == .avif || commonFormat == .webP ? [] : [commonFormat])
    }

    /// The sizes it is there in; nil if it is no wider than the narrowest.
    var renditions: Renditions? {
        guard facts.width > settings.sizes.widths.first ?? 0 else { return nil }
        return Renditions(
            stem: stem, endings: formats.map(\.ending), width: facts.width, height: facts.height,
            sizes: settings.sizes)
    }

    /// Where its renditions stand in Output, up to what tells one from the other. What makes their bytes what they are is
    /// in the name, so a browser may keep them for good.
    var stem: String {
        var fingerprint = Fingerprint(seed: SitePicture.recipes)
        fingerprint.add(file)
        fingerprint.add(hash)
        fingerprint.add(settings.quality)
        fingerprint.add(shrink)
        for word in [words.creator, words.credit, words.copyright] { fingerprint.add(word) }
        let hex = String(fingerprint.value, radix: 16)
        let name = file.lastIndex(of: ".").map { file[..<$0] } ?? file[...]
        return "\(SitePicture.folder)/\(name).\(String(repeating: "0", count: 16 - hex.count))\(hex)"
    }

    static let folder = "renditions"
    /// To be counted up when the same picture is to come out with other bytes.
    private static let recipes: UInt64 = 1

    /// Who made it and whose it is: that goes into all its files.
    var words: PictureWords {
        var words = PictureWords()
        (words.creator, words.credit) = (facts.words.creator, facts.words.credit)
        words.copyright = facts.words.copyright
        if words.creator == nil, words.credit == nil { words.credit = description?.credit }
        return words
    }

    /// As pages show it.
    func picture(on site: Site) -> Picture {
        var picture = Picture(
            address: site.address(SitePath(file: file)), width: facts.width, height: facts.height,
            alternative: description?.alternative ?? facts.words.alternative ?? "")
        picture.focus = description?.focus ?? Markdown.FocalPoint(x: Int(facts.attention.x), y: Int(facts.attention.y))
        picture.color = facts.color.map { Color($0) }
        picture.caption = description?.caption ?? facts.words.escapedCaption
        picture.credit =
            description?.credit ?? picture.caption.flatMap { Caption(parsing: $0).credit } ?? facts.words.printedCredit
        picture.renditions = renditions
        picture.renditions?.stem = site.address(SitePath(file: stem)).text
        return picture
    }
}

/// How files are made.
extension SitePicture {
    /// How a size of it is made.
    /// - Parameter focus: what a crop is made around.
    func recipe(_ rendition: Markdown.Rendition, _ focus: Markdown.FocalPoint) -> Pictures.Rendition {
        let whole = Area(width: facts.width, height: facts.height)
        let area =
            rendition.crop.map { ratio in
                Area(
                    of: (ratio.width, ratio.height), in: (facts.width, facts.height),
                    around: Pictures.FocalPoint(x: focus.x, y: focus.y))
            } ?? whole
        let format = PictureFormat.allCases.first { $0.ending == rendition.ending } ?? commonFormat
        return Pictures.Rendition(
            area: area, width: rendition.width, height: rendition.height, format: format, quality: quality(of: format))
    }

    /// How many times smaller it is decoded: as small as the largest of all sizes that the theme may ask for lets it be,
    /// whichever of them are made.
    var shrink: Int {
        let sizes = settings.sizes
        let all = Renditions(stem: "", endings: [], width: facts.width, height: facts.height, sizes: sizes)
        let crops = (sizes.crops + [sizes.portrait] + PictureSizes.machines).map { crop in
            all.widest(crop.ratio) / max(1, all.widths(of: crop).last ?? 1)
        }
        let whole = facts.width / max(1, all.widths.last ?? facts.width)
        let most = crops.reduce(whole, min)
        return [8, 4, 2].first { $0 <= most } ?? 1
    }

    /// What stands at the picture's own address; nil for the very file.
    var clean: Pictures.Rendition? {
        let widest = settings.sizes.widths.last ?? facts.width
        guard settings.originals == .clean,
            facts.hasMetadata || facts.width > widest || facts.format != commonFormat
        else { return nil }
        let width = min(widest, facts.width)
        return Pictures.Rendition(
            area: Area(width: facts.width, height: facts.height), width: width,
            height: max(1, (width * facts.height + facts.width / 2) / facts.width), format: commonFormat,
            quality: quality(of: commonFormat))
    }

    /// Whether a recipe asks for just what the file is.
    func isOriginal(_ recipe: Pictures.Rendition) -> Bool {
        recipe.format == facts.format && recipe.area == Area(width: facts.width, height: facts.height)
            && recipe.width == facts.width && !facts.hasMetadata
    }

    /// AVIF looks the same at less.
    private func quality(of format: PictureFormat) -> Int {
        format == .avif ? max(1, settings.quality - 20) : settings.quality
    }
}
