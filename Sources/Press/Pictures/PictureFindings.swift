import Diagnostics
import Pictures

/// What is to be said of pictures' files that an edition shows, wherever it shows them.
struct PictureFindings {
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter pictures: each once.
    init(_ pictures: [SitePicture], in folder: SiteFolder) {
        for picture in pictures {
            let source = folder.source(picture.file)
            if let instructions = picture.facts.words.instructions {
                diagnostics.append(
                    .warning(
                        "the picture has special instructions: “\(instructions.shortened)”", path: source,
                        hint: "See whether they let you publish it now, and here."))
            }
            if !picture.hasRightEnding {
                diagnostics.append(
                    .warning(
                        "the name says something else than the file, which is \(picture.facts.format.name)",
                        path: source, hint: "Let its name end with .\(picture.facts.format.ending)."))
            }
        }
    }
}

extension SitePicture {
    fileprivate var hasRightEnding: Bool {
        guard let dot = file.lastIndex(of: ".") else { return false }
        let ending = file[file.index(after: dot)...].lowercased()
        return switch facts.format {
        case .jpeg: ending == "jpg" || ending == "jpeg"
        case .tiff: ending == "tif" || ending == "tiff"
        case .heif: ending == "heic" || ending == "heif"
        default: ending == facts.format.ending
        }
    }
}

extension PictureFormat {
    /// As people call it.
    fileprivate var name: String {
        switch self {
        case .jpeg: "a JPEG"
        case .png: "a PNG"
        case .gif: "a GIF"
        case .webP: "a WebP"
        case .avif: "an AVIF"
        case .heif: "a HEIF"
        case .tiff: "a TIFF"
        }
    }
}

extension Diagnostic {
    /// Of a picture that has no clean copy at its own address.
    static func isNotPublished(_ source: String, _ problem: PictureProblem) -> Diagnostic {
        .warning(
            "the picture \(problem.message), and is not published: what it says of places cannot be taken out",
            path: source, hint: problem.hint)
    }
}
