import CScan
import Newspaper
import Pictures
import Synchronization

/// Knows what pictures' files say, and looks at those that nobody has looked at yet.
final class PictureDesk: Sendable {
    let settings: PictureSettings
    private let folder: SiteFolder
    private let paths: OutputPaths?
    private let memory = Mutex<PictureMemory?>(nil)
    /// What was found in this build, by positions in the listing.
    private let found = Mutex<[Int: Finding]>([:])
    private let lack = Mutex<String?>(nil)

    /// - Parameter paths: where it is remembered what was found; nil for nowhere.
    init(_ folder: SiteFolder, settings: PictureSettings, paths: OutputPaths?) {
        self.folder = folder
        self.settings = settings
        self.paths = paths
    }

    /// What there is to say of a file.
    enum Finding: Sendable {
        /// It is published as it is: a drawing, a picture that is small already, what is no picture.
        case asItIs(PictureSize?)
        case examined(PictureRecord)
        /// The same as the first, for want of libvips.
        case unexamined(PictureSize?)
    }

    /// Why pictures cannot be made, if that is so and there were any to make.
    var whatIsLacking: String? { lack.withLock { $0 } }

    /// What is remembered of pictures.
    func recalled() -> PictureMemory {
        memory.withLock { memory in
            if let memory { return memory }
            let read = paths.map { PictureMemory($0) } ?? PictureMemory()
            memory = read
            return read
        }
    }

    /// - Parameters:
    ///   - file: its path in Content.
    ///   - position: in the listing.
    func look(at file: String, _ position: Int, _ stamp: Stamp) -> Finding {
        if let known = found.withLock({ $0[position] }) { return known }
        let finding = examine(file, stamp)
        found.withLock { $0[position] = finding }
        return finding
    }

    /// What was found in this build about files, by their positions.
    var findings: [Int: Finding] { found.withLock { $0 } }

    private func examine(_ file: String, _ stamp: Stamp) -> Finding {
        let path = folder.content + "/" + file
        guard settings.hasRenditions, file.isPhotograph else { return .asItIs(PictureSize(of: path)) }
        let key = Fingerprint.of(file).value
        let remembered = memory.withLock { memory -> PictureMemory.Known? in
            if memory == nil { memory = paths.map { PictureMemory($0) } ?? PictureMemory() }
            return memory?.known[key]
        }
        if let remembered, stamp.isProof, remembered.stamp == stamp { return .examined(remembered.record) }
        guard let bytes = try? FileSystem.read(path, atMost: PictureDesk.mostBytes) else { return .asItIs(nil) }
        let hash = Fingerprint.of(bytes).value
        if let remembered, remembered.record.hash == hash { return .examined(remembered.record) }
        if let size = plainSize(of: bytes) { return .asItIs(size) }
        do throws(Darkroom.Unavailable) {
            let darkroom = try Darkroom.open()
            let facts = Result { () throws(PictureProblem) in try darkroom.examine(bytes) }
            return .examined(PictureRecord(hash: hash, facts: facts))
        } catch {
            lack.withLock { $0 = error.reason }
            return .unexamined(PictureSize(of: path))
        }
    }

    /// One more than is looked at.
    private static let mostBytes = 1 << 30 + 1

    /// The size of a picture that is whole, is small, and says nothing but what it shows.
    private func plainSize(of bytes: [UInt8]) -> PictureSize? {
        guard let narrowest = settings.sizes.widths.first,
            let size = PictureSize(PictureSize.Header(bytes: bytes)), size.width <= narrowest,
            bytes.isWholePicture, !bytes.hasMarksOfMetadata
        else { return nil }
        return size
    }
}

extension String {
    /// Whether a file's name is one of those that photographs have.
    var isPhotograph: Bool {
        guard let dot = lastIndex(of: ".") else { return false }
        return ["jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "heif", "tif", "tiff"].contains(
            self[index(after: dot)...].lowercased())
    }
}

extension [UInt8] {
    /// Whether a picture's end is there, as its format says it.
    fileprivate var isWholePicture: Bool {
        switch PictureFormat(sniffing: Array(prefix(32))) {
        case .png: suffix(12).elementsEqual([0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
        case .jpeg: suffix(2).elementsEqual([0xFF, 0xD9])
        case .gif: last == 0x3B
        default: false
        }
    }

    /// Whether anything in it looks like Exif, XMP, IPTC or a comment: these and nothing else are worth a closer look.
    fileprivate var hasMarksOfMetadata: Bool {
        let marks = ["Exif", "eXIf", "adobe.com/xap", "XMP Data", "8BIM", "tEXt", "iTXt", "zTXt"].map { Array($0.utf8) }
        // A comment in a JPEG (ITU T.81, B.2.4.5), and in a GIF (GIF89a, 24).
        return (marks + [[0xFF, 0xFE], [0x21, 0xFE]]).contains(where: has)
    }

    private func has(_ mark: [UInt8]) -> Bool {
        withUnsafeBufferPointer { bytes in
            mark.withUnsafeBufferPointer { scan_finds($0.baseAddress, $0.count, bytes.baseAddress, bytes.count) }
        }
    }
}
