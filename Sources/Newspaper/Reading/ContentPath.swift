/// The path of a Markdown file under Content, and what it says of the article.
public struct ContentPath: Sendable, Hashable {
    /// The folders, from Content on: `["science", "sea"]`.
    public let folders: [String]
    /// The file's name without `.md`; for `index.md` its folder's.
    public let name: String
    /// Whether it is the `index.md` of a folder that holds one article, or one author, with their pictures.
    public let isBundle: Bool
    /// Whether it is the `_index.md` of a section.
    public let isSectionIndex: Bool
    /// The folders and the name, with `/` between them.
    private let stem: String

    /// - Parameter path: relative to Content, with `/` between its parts: `science/sea/tides.md`.
    public init(_ path: String) {
        let parts = path.pathParts
        let file = (parts.last ?? "").droppingExtension
        // Hugo describes an author in authors/NAME/_index.md.
        let isAuthor = file == "_index" && parts.count == 3 && parts[0] == "authors"
        isSectionIndex = file == "_index" && !isAuthor
        isBundle = (file == "index" || isAuthor) && parts.count > 1
        folders = Array(isBundle ? parts.dropLast(2) : parts.dropLast())
        name = isBundle ? parts[parts.count - 2] : file
        let extent = isBundle ? (parts.last ?? "").utf8.count + 1 : (parts.last ?? "").utf8.count - file.utf8.count
        stem = String(path.utf8.dropLast(extent)) ?? path
    }

    /// What kind of file it is, by the folder in which it lies.
    public var role: Role {
        if isSectionIndex { return .section }
        switch folders.first {
        case "pages": return .standalone
        case "authors" where folders.count == 1: return .author
        default: return .article
        }
    }

    public enum Role: Sendable {
        case article, section, standalone, author
    }

    /// The page's own path: the file's.
    public var page: SitePath {
        let isStandalone = role == .standalone
        if name == "index", folders.count == (isStandalone ? 1 : 0) { return .front }
        guard isStandalone, let folder = folders.first else { return SitePath(folder: stem) }
        return SitePath(folder: String(stem.dropFirst(folder.count + 1)))
    }

    /// The section in which it lies: its folders, but for those that are years, months or days.
    public var section: String {
        folders.prefix { !ContentPath.isNumber($0) }.asPath
    }

    package static func isNumber(_ name: String) -> Bool {
        name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Collection<String> {
    /// The parts with slashes between them.
    fileprivate var asPath: String {
        var path = ""
        path.reserveCapacity(reduce(0) { $0 + $1.utf8.count + 1 })
        for part in self {
            if !path.isEmpty { path += "/" }
            path += part
        }
        return path
    }
}

extension String {
    /// What stands between the slashes.
    package var pathParts: [String] {
        // By hand: a string's own bytes are split at ten times the cost, and every file has a path.
        let bytes = Array(utf8)
        var parts: [String] = []
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
            if start < end { parts.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
            start = end + 1
        }
        return parts
    }

    /// Whether one of its bytes is so. Asked where they lie: through the string, each costs ten times as much.
    func hasByte(where isSo: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(where: isSo) } ?? utf8.contains(where: isSo)
    }

    /// A file's name as words: `local-news` becomes `Local news`.
    package var spacedOut: String {
        let words = split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The name less its last extension.
    var droppingExtension: String {
        utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[..<$0]) } ?? self
    }
}
