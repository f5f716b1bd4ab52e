import Foundation
import Markdown
import Markup
import Newspaper
import Pictures
import Synchronization

/// Finds what articles name: pictures, other articles, files beside them. It never looks outside Content.
final class ContentIndex: PictureSource {
    private let folder: SiteFolder
    private let site: Site
    private let rows: [SourceRow]
    /// The positions of files that are no Markdown, by the fingerprints of their paths.
    private let files: PathTable
    private let captions: CaptionFiles
    let desk: PictureDesk
    let descriptions: PictureDescriptions
    private let pictures = Mutex<[String: Found]>([:])
    /// Where pictures lie that there are in several sizes, by the stems of these.
    private let stems = Mutex<[String: Int]>([:])

    /// What a name stands for.
    struct Found {
        var target: PictureTarget
        /// The fingerprint of its path in Content, if there are several sizes of it; else 0.
        var path: UInt64 = 0
    }

    /// - Parameter paths: beside which Output it is remembered what is found out about pictures; nil for nowhere.
    init(_ folder: SiteFolder, site: Site, listing: ContentListing, rows: [SourceRow], paths: OutputPaths?) {
        self.folder = folder
        self.site = site
        self.rows = rows
        let positions = listing.files
        var files = PathTable(capacity: positions.count)
        for position in positions {
            _ = files.insert(position, at: Fingerprint.of(listing.path(rows[position])).value)
        }
        self.files = files
        desk = PictureDesk(folder, settings: site.pictures, paths: paths)
        descriptions = PictureDescriptions(listing.descriptions.map { listing.path(rows[$0]) }, in: folder) { [files] in
            files[Fingerprint.of($0).value] != nil
        }
        captions = CaptionFiles { positions.map { listing.path(rows[$0]) } }
    }

    /// The sizes of pictures that there are in one size alone, by their positions in the listing: nil for what is no
    /// picture.
    var newSizes: [Int: PictureSize?] {
        desk.findings.compactMapValues { finding in if case .asItIs(let size) = finding { .some(size) } else { nil } }
    }

    /// The picture that the file `source` (from the site's folder) calls `name`.
    func picture(_ name: String, in source: String) -> PictureTarget { find(name, in: source).target }

    /// Looks up pictures on all cores, so that they are known when they are asked for one after the other.
    /// - Parameter names: each behind its folder, as the catalogue has them.
    func lookUp(_ names: [String]) {
        _ = parallelMap(names.count, chunk: 1) { number in
            let (name, source) = Names.parts(ofPicture: names[number])
            return find(name, in: source).path
        }
    }

    /// Where a picture lies in the listing, if it is there in several sizes.
    func position(of picture: Picture) -> Int? {
        picture.renditions.flatMap { renditions in stems.withLock { $0[renditions.stem] } }
    }

    func position(ofPath path: UInt64) -> Int? { files[path] }

    /// What there is to say of a picture for readers; nil for one that is published as it is, or cannot be.
    /// - Parameter file: its path in Content.
    func sitePicture(_ file: String, at position: Int) -> SitePicture? {
        guard case .examined(let record) = desk.look(at: file, position, rows[position].stamp),
            case .success(let facts) = record.facts
        else { return nil }
        return SitePicture(
            file: file, hash: record.hash, facts: facts, description: descriptions.byFile[file],
            settings: site.pictures)
    }

    /// Why a picture has no clean copy at its own address; nil if it has one, or needs none.
    func problemOfClean(_ file: String, at position: Int) -> PictureProblem? {
        guard site.pictures.originals == .clean, rows[position].width == 0,
            case .examined(let record) = desk.look(at: file, position, rows[position].stamp),
            case .failure(let problem) = record.facts
        else { return nil }
        return problem
    }

    /// What there is to be remembered of pictures' files, by the fingerprints of their paths.
    func pictureMemory(_ listing: ContentListing, startedAt: Int) -> [UInt64: PictureMemory.Known] {
        var known: [UInt64: PictureMemory.Known] = [:]
        let (findings, old) = (desk.findings, desk.recalled().known)
        for position in listing.files where listing.path(rows[position]).isPhotograph {
            let path = Fingerprint.of(listing.path(rows[position])).value
            var stamp = rows[position].stamp
            if case .examined(let record) = findings[position] {
                if stamp.isFresh(at: startedAt) { stamp = stamp.withoutProof }
                known[path] = PictureMemory.Known(stamp: stamp, record: record)
            } else if let picture = old[path], picture.stamp == stamp {
                known[path] = picture
            }
        }
        return known
    }

    func find(_ name: String, in source: String) -> Found {
        // The same picture is named by many: each name is looked up once in each folder.
        let key = name.utf8.first == UInt8(ascii: "/") ? name : folder(of: source) + "\n" + name
        if let known = pictures.withLock({ $0[key] }) { return known }
        let found = lookUp(name, in: source)
        pictures.withLock { $0[key] = found }
        return found
    }

    /// A picture's width, in pixels, if it has one.
    func width(ofPicture file: String, at position: Int) -> Int? {
        if case .found(let picture) = found(file, at: position).target { picture.width } else { nil }
    }

    private func lookUp(_ name: String, in source: String) -> Found {
        if ContentIndex.isElsewhere(name) {
            return Found(
                target: Address(name).map { .found(Picture(address: $0)) }
                    ?? .missing("\(name.shortened) is no picture's address"))
        }
        switch locate(name, in: source, what: "picture") {
        case .missing(let message): return Found(target: .missing(message))
        case .found(let file, let position): return found(file, at: position)
        }
    }

    private func found(_ file: String, at position: Int) -> Found {
        let row = rows[position]
        if row.width != 0 { return Found(target: .found(picture(file, PictureSize(remembered: row)))) }
        switch desk.look(at: file, position, row.stamp) {
        case .asItIs(let size), .unexamined(let size): return Found(target: .found(picture(file, size)))
        case .examined(let record):
            if case .failure(let problem) = record.facts {
                return Found(
                    target: .unusable("the picture /\(file.shortened) \(problem.message)", hint: problem.hint))
            }
            guard let picture = sitePicture(file, at: position)?.picture(on: site) else {
                return Found(target: .found(picture(file, nil)))
            }
            guard let stem = picture.renditions?.stem else { return Found(target: .found(picture)) }
            stems.withLock { $0[stem] = position }
            return Found(target: .found(picture), path: Fingerprint.of(file).value)
        }
    }

    /// A picture that is there in one size alone.
    private func picture(_ file: String, _ size: PictureSize?) -> Picture {
        var picture = Picture(address: site.address(SitePath(file: file)), width: size?.width, height: size?.height)
        if let description = descriptions.byFile[file] {
            picture.alternative = description.alternative ?? ""
            (picture.caption, picture.credit) = (description.caption, description.credit)
            picture.focus = description.focus
        }
        return picture
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
