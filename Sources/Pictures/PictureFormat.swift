/// What sort of file a picture is.
public enum PictureFormat: UInt8, Sendable, CaseIterable {
    case jpeg, png, gif, webP, avif, heif, tiff

    /// By a file's first bytes: the first 32 of them are enough.
    public init?(sniffing bytes: [UInt8]) {
        func has(_ text: StaticString, at offset: Int = 0) -> Bool {
            bytes.count >= offset + text.utf8CodeUnitCount
                && text.withUTF8Buffer { bytes[offset..<offset + $0.count].elementsEqual($0) }
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89]) && has("PNG\r\n\u{1A}\n", at: 1) {
            self = .png
        } else if has("GIF87a") || has("GIF89a") {
            self = .gif
        } else if has("RIFF") && has("WEBP", at: 8) {
            self = .webP
        } else if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            self = .tiff
        } else if has("ftyp", at: 4) {
            // The major brand, and the compatible ones behind its version (ISO/IEC 14496-12, 4.3).
            let brands = [8] + stride(from: 16, to: 32, by: 4)
            if brands.contains(where: { has("avif", at: $0) || has("avis", at: $0) }) {
                self = .avif
            } else if brands.contains(where: { has("mif1", at: $0) || has("hei", at: $0) || has("hev", at: $0) }) {
                self = .heif
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    /// What its files' names end with.
    public var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .gif: "gif"
        case .webP: "webp"
        case .avif: "avif"
        case .heif: "heic"
        case .tiff: "tif"
        }
    }

    /// As a server names it.
    public var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webP: "image/webp"
        case .avif: "image/avif"
        case .heif: "image/heic"
        case .tiff: "image/tiff"
        }
    }

    /// Whether every browser of today shows it.
    public var isForBrowsers: Bool { self != .heif && self != .tiff }
}
