import FrontMatter
import Markdown

/// How pictures are made for readers: `pictures:` in site.yml.
public struct PictureSettings: Sendable, Hashable {
    /// A format that browsers read and that needs fewer bytes than those of cameras.
    public enum Format: String, Sendable, CaseIterable {
        case webp, avif
    }

    /// What is published under a picture's own address.
    public enum Originals: String, Sendable, CaseIterable {
        /// As large as pages show it, and without what its file says of places, cameras and people.
        case clean
        /// The file, byte for byte.
        case keep
    }

    /// Whether pictures are there in several sizes; not if a host makes them.
    public var hasRenditions = true
    /// Beside the original's format, what browsers should take first.
    public var formats: [Format] = [.webp]
    /// Of JPEG, WebP and AVIF, from 1 to 100.
    public var quality = 75
    public var originals = Originals.clean
    /// What the theme shows.
    public var sizes = PictureSizes.standard

    public init() {}
}

extension PictureSettings {
    init(_ field: Fields.Field?, with decoder: inout FieldDecoder) {
        guard let field else { return }
        if case .scalar = field.node.value {
            if let flag = decoder.flag(field) { hasRenditions = flag }
            return
        }
        guard let map = decoder.map(field) else { return }
        self = decoder.nested(map, of: field.name) { decoder, map in
            warnOfUnknown(map, known: ["renditions", "formats", "quality", "originals"], in: &decoder)
            var settings = PictureSettings()
            settings.hasRenditions = decoder.flag(map["renditions"]) ?? true
            if let formats: [Format] = decoder.choices(map["formats"]) { settings.formats = formats }
            settings.quality = decoder.integer(map["quality"], in: 1...100) ?? settings.quality
            settings.originals = decoder.choice(map["originals"]) ?? settings.originals
            return settings
        }
    }
}
