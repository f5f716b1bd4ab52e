import Markdown
import Markup
import Newspaper

/// Finds what articles name: pictures, films, files beside them.
final class ContentIndex: Sendable {
    private let site: Site
    private let files: ContentFiles
    private let captions: CaptionFiles
    let pictures: PictureIndex

    /// - Parameter paths: beside which Output it is remembered what is found out about pictures; nil for nowhere.
    init(_ folder: SiteFolder, site: Site, listing: ContentListing, rows: [SourceRow], paths: OutputPaths?) {
        self.site = site
        let files = ContentFiles(listing, contentName: folder.contentName)
        self.files = files
        captions = CaptionFiles { files.paths }
        pictures = PictureIndex(files, in: folder, site: site, listing: listing, rows: rows, paths: paths)
    }

    /// The film or sound that the file `source` calls `name`, with the captions that lie beside it.
    func media(_ name: String, in source: String) -> MediaTarget {
        switch files.locate(name, in: source, what: "file") {
        case .missing(let message): return .missing(message)
        case .found(let file, _):
            let tracks = captions.of(file).map { found in
                CaptionTrack(
                    address: site.address(SitePath(file: found.file)), language: found.language ?? site.language,
                    label: nameOfLanguage(found.language ?? site.language))
            }
            return .found(Media(address: site.address(SitePath(file: file)), tracks: tracks))
        }
    }

    /// Whether Content has a file, by its path in Content, that is published as it is.
    func has(_ file: String) -> Bool { files.position(of: file) != nil }

    /// The folder of a source, relative to Content.
    func folder(of source: String) -> String { files.folder(of: source) }

    /// The file of Content that the file `source` calls `name`, if there is one.
    func file(_ name: String, in source: String) -> Address? {
        guard let path = name.removingPercentEncoding, let file = ContentFiles.join(folder(of: source), path) else {
            return nil
        }
        return files.position(of: file) == nil ? nil : site.address(SitePath(file: file))
    }
}
