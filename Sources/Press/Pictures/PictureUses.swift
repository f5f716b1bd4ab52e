import Markdown
import Newspaper
import Pictures

/// What an edition shows of Content's pictures, by their positions in the listing.
struct PictureUses: Sendable {
    struct Use: Sendable, Hashable {
        /// Whether a page shows all of it.
        var isWhole = false
        var crops: Set<CropUse> = []
    }

    struct CropUse: Sendable, Hashable {
        var crop: PictureSizes.Crop
        var focus: Markdown.FocalPoint
        /// Whether only machines ask for it, who know the common formats.
        var isForMachines: Bool
    }

    private(set) var uses: [Int: Use] = [:]

    /// - Parameters:
    ///   - texts: the fingerprints of the paths of pictures that texts show.
    init(_ edition: Edition, _ pictures: PictureIndex, texts: some Sequence<UInt64>) {
        for path in texts {
            if let position = pictures.position(ofPath: path) { uses[position, default: Use()].isWhole = true }
        }
        for picture in edition.leadPictures { addLead(picture, pictures, edition.site) }
        for picture in edition.portraits {
            guard let position = pictures.position(of: picture) else { continue }
            add(edition.site.pictures.sizes.portrait, of: picture, at: position)
        }
    }

    private mutating func addLead(_ picture: Picture, _ pictures: PictureIndex, _ site: Site) {
        guard let position = pictures.position(of: picture) else { return }
        uses[position, default: Use()].isWhole = true
        for crop in site.pictures.sizes.crops { add(crop, of: picture, at: position) }
        for crop in PictureSizes.machines { add(crop, of: picture, at: position, isForMachines: true) }
    }

    private mutating func add(
        _ crop: PictureSizes.Crop, of picture: Picture, at position: Int, isForMachines: Bool = false
    ) {
        uses[position, default: Use()].crops.insert(
            CropUse(crop: crop, focus: picture.focus ?? .middle, isForMachines: isForMachines))
    }
}

extension PictureUses.Use {
    /// The files that there are for it: what stands behind the stem, and how it is made.
    func renditions(of picture: SitePicture, _ renditions: Renditions) -> [(suffix: String, recipe: Pictures.Rendition)]
    {
        var files: [String: Pictures.Rendition] = [:]
        func add(_ rendition: Markdown.Rendition, _ focus: Markdown.FocalPoint) {
            files[Renditions.suffix(of: rendition, focus)] = picture.recipe(rendition, focus)
        }
        if isWhole {
            for ending in renditions.endings {
                for width in renditions.widths { add(renditions.rendition(width, ending: ending), .middle) }
            }
        }
        for use in crops {
            for ending in use.isForMachines ? renditions.endings.suffix(1) : renditions.endings {
                for width in renditions.widths(of: use.crop) {
                    add(renditions.rendition(width, use.crop.ratio, ending: ending), use.focus)
                }
            }
        }
        return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
