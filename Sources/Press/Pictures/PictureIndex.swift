import Markdown
import Markup
import Newspaper
import Pictures
import Synchronization

/// Finds the pictures that articles name, and says what readers get of them.
final class PictureIndex: PictureSource {
    private let site: Site
    private let rows: [SourceRow]
    private let files: ContentFiles
    let desk: PictureDesk
    let descriptions: PictureDescriptions
    private let known = Mutex<[String: Found]>([:])
    /// Where pictures lie that there are in several sizes, by the stems of these.
    private let stems = Mutex<[String: Int]>([:])

    /// What a name stands for.
    struct Found {
        var target: PictureTarget
        /// The fingerprint of its path in Content, if there are several sizes of it; else 0.
        var path: UInt64 = 0
    }

    /// - Parameter paths: beside which Output it is remembered what is found out about pictures; nil for nowhere.
    init(
        _ files: ContentFiles, in folder: SiteFolder, site: Site, listing: ContentListing, rows: [SourceRow],
        paths: OutputPaths?
    ) {
        self.site = site
        self.rows = rows
        self.files = files
        desk = PictureDesk(folder, settings: site.pictures, paths: paths)
        descriptions = PictureDescriptions(listing.descriptions.map { listing.path(rows[$0]) }, in: folder) {
            files.position(of: $0) != nil
        }
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

    func position(ofPath path: UInt64) -> Int? { files.position(ofPath: path) }

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
    func memory(_ listing: ContentListing, startedAt: Int) -> [UInt64: PictureMemory.Known] {
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
        let key = name.utf8.first == UInt8(ascii: "/") ? name : files.folder(of: source) + "\n" + name
        if let known = known.withLock({ $0[key] }) { return known }
        let found = lookUp(name, in: source)
        known.withLock { $0[key] = found }
        return found
    }

    /// A picture's width, in pixels, if it has one.
    func width(of file: String, at position: Int) -> Int? {
        if case .found(let picture) = found(file, at: position).target { picture.width } else { nil }
    }

    private func lookUp(_ name: String, in source: String) -> Found {
        if ContentFiles.isElsewhere(name) {
            return Found(
                target: Address(name).map { .found(Picture(address: $0)) }
                    ?? .missing("\(name.shortened) is no picture's address"))
        }
        switch files.locate(name, in: source, what: "picture") {
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
