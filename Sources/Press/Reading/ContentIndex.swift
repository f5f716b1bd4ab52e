import Foundation
import Markdown
import Markup
import Newspaper
import Synchronization

/// Finds what articles name: pictures, other articles, files beside them. It never looks outside Content.
final class ContentIndex: PictureSource {
    private let folder: SiteFolder
    private let site: Site
    private let rows: [SourceRow]
    /// The positions of files that are no Markdown, by the fingerprints of their paths.
    private let files: PathTable
    private let captions: CaptionFiles
    private let pictures = Mutex<[String: PictureTarget]>([:])
    private let sizes = Mutex<[Int: PictureSize?]>([:])

    init(_ folder: SiteFolder, site: Site, listing: ContentListing, rows: [SourceRow]) {
        self.folder = folder
        self.site = site
        self.rows = rows
        let positions = listing.files
        var files = PathTable(capacity: positions.count)
        for position in positions {
            _ = files.insert(position, at: Fingerprint.of(listing.path(rows[position])).value)
        }
        self.files = files
        captions = CaptionFiles { positions.map { listing.path(rows[$0]) } }
    }

    /// The sizes of pictures that were looked at, by their positions in the listing: nil for what is no picture.
    var newSizes: [Int: PictureSize?] { sizes.withLock { $0 } }

    /// The picture that the file `source` (from the site's folder) calls `name`.
    func picture(_ name: String, in source: String) -> PictureTarget {
        // The same picture is named by many: each name is looked up once in each folder.
        let key = name.utf8.first == UInt8(ascii: "/") ? name : folder(of: source) + "\n" + name
        if let known = pictures.withLock({ $0[key] }) { return known }
        let picture = lookUp(name, in: source)
        pictures.withLock { $0[key] = picture }
        return picture
    }

    private func lookUp(_ name: String, in source: String) -> PictureTarget {
        if ContentIndex.isElsewhere(name) {
            return Address(name).map { .found(Picture(address: $0)) }
                ?? .missing("\(name.shortened) is no picture's address")
        }
        switch locate(name, in: source, what: "picture") {
        case .missing(let message): return .missing(message)
        case .found(let file, let position):
            let size = size(of: file, at: position)
            return .found(
                Picture(address: site.address(SitePath(file: file)), width: size?.width, height: size?.height))
        }
    }

    /// The film or sound that the file `source` calls `name`, with the captions that lie beside it.
    func media(_ name: String, in source: String) -> MediaTarget {
        switch locate(name, in: source, what: "file") {
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

    private enum Located {
        case found(file: String, position: Int)
        case missing(String)
    }

    /// A file beside `source`, or from Content's root.
    private func locate(_ name: String, in source: String, what: String) -> Located {
        let path = String(name.prefix { $0 != "?" && $0 != "#" })
        guard let decoded = path.removingPercentEncoding, !decoded.isEmpty else {
            return .missing("\(name.shortened) is no \(what)'s path")
        }
        let candidates = [ContentIndex.join(folder(of: source), decoded), ContentIndex.join("", decoded)]
        guard candidates.contains(where: { $0 != nil }) else {
            return .missing("\(name.shortened) leads out of Content")
        }
        for case let file? in candidates {
            if let position = position(of: file) { return .found(file: file, position: position) }
        }
        return .missing("there is no \(what) \(decoded.shortened)")
    }

    /// Whether Content has a file, by its path in Content, that is published as it is.
    func has(_ file: String) -> Bool { position(of: file) != nil }

    private func position(of file: String) -> Int? { files[Fingerprint.of(file).value] }

    /// A picture's size, as it is known from an earlier build, or else from its file.
    private func size(of file: String, at position: Int) -> PictureSize? {
        let row = rows[position]
        if row.width != 0 { return PictureSize(remembered: row) }
        if let known = sizes.withLock({ $0[position] }) { return known }
        let size = PictureSize(of: folder.content + "/" + file)
        sizes.withLock { $0[position] = .some(size) }
        return size
    }

    /// The file of Content that the file `source` calls `name`, if there is one.
    func file(_ name: String, in source: String) -> Address? {
        guard let path = name.removingPercentEncoding, let file = ContentIndex.join(folder(of: source), path) else {
            return nil
        }
        return position(of: file) == nil ? nil : site.address(SitePath(file: file))
    }

    /// The folder of a source, relative to Content.
    func folder(of source: String) -> String {
        let path = source.utf8.dropFirst(folder.contentName.utf8.count + 1)
        return path.lastIndex(of: UInt8(ascii: "/")).map { String(source[path.startIndex..<$0]) } ?? ""
    }

    /// Whether an address is another host's, or no place at all.
    static func isElsewhere(_ address: String) -> Bool {
        if address.utf8.starts(with: "//".utf8) { return true }
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return true
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
            default: continue
            }
        }
        return false
    }

    /// A path from a folder, both relative to Content; nil if it leaves Content.
    static func join(_ folder: String, _ path: String) -> String? {
        var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}

extension String {
    /// As much of a path as a message has room for.
    var shortened: String {
        utf8.count <= 300 ? self : prefix(200) + "…"
    }
}

extension PictureSize {
    /// Nil for a file of which it is known that it says no size.
    fileprivate init?(remembered row: SourceRow) {
        guard row.width > 0 else { return nil }
        self.init(width: Int(row.width), height: Int(row.height))
    }
}

extension SourceRow {
    /// Remembers what was found out about a picture.
    mutating func remember(_ size: PictureSize?) {
        width = Int32(clamping: size?.width ?? -1)
        height = Int32(clamping: size?.height ?? -1)
    }
}
