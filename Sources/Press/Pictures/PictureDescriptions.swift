import Diagnostics
import Newspaper

/// What Content/pictures says of pictures, once for all who use them.
struct PictureDescriptions: Sendable {
    /// By the pictures' paths in Content.
    private(set) var byFile: [String: PictureDescription] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    static let folder = "pictures"

    /// - Parameters:
    ///   - files: paths in Content, sorted.
    ///   - exists: whether Content has a picture.
    init(_ files: [String], in folder: SiteFolder, exists: (String) -> Bool) {
        for file in files {
            let source = folder.source(file)
            let name = file.dropLast(file.hasSuffix(".yaml") ? 5 : 4)
            let namesakes = PictureDescriptions.endings.map { name + "." + $0 }.filter(exists)
            do throws(MachineError) {
                let (descriptions, found) = PictureDescription.read(
                    try FileSystem.read(folder.path + "/" + source), besides: namesakes.map { "/" + $0 })
                diagnostics += found.map { $0.at(path: source) }
                for description in descriptions { add(description, in: file, source, exists) }
            } catch {
                diagnostics.append(.error(error))
            }
        }
    }

    private static let endings = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg", "heic", "tif", "tiff"]

    private mutating func add(
        _ description: PictureDescription, in file: String, _ source: String, _ exists: (String) -> Bool
    ) {
        let own = FileSystem.folder(of: file)
        let places = [ContentFiles.join(own, description.picture), ContentFiles.join("", description.picture)]
        guard let picture = places.compactMap({ $0 }).first(where: exists) else {
            diagnostics.append(
                .error(
                    "there is no picture \(description.picture.shortened)", at: description.place, path: source,
                    hint: "Put the picture there, or correct its path."))
            return
        }
        if byFile[picture] != nil {
            diagnostics.append(
                .warning(
                    "the picture /\(picture) is described elsewhere already", at: description.place, path: source,
                    hint: "Remove one of the two: this one is not heard."))
            return
        }
        byFile[picture] = description
    }
}
