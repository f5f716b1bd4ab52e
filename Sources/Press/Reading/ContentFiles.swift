import Foundation
import Newspaper

/// The files of Content that are no Markdown, by their paths and by what texts call them. It never looks outside Content.
struct ContentFiles: Sendable {
    private let contentName: String
    private let table: PathTable
    /// All of them, relative to Content.
    let paths: [String]

    init(_ listing: ContentListing, contentName: String) {
        self.contentName = contentName
        let positions = listing.files
        paths = positions.map { listing.path(listing.rows[$0]) }
        var table = PathTable(capacity: positions.count)
        for (position, path) in zip(positions, paths) { _ = table.insert(position, at: Fingerprint.of(path).value) }
        self.table = table
    }

    /// Where a file lies in the listing, by its path in Content.
    func position(of file: String) -> Int? { table[Fingerprint.of(file).value] }

    /// The same by the fingerprint of that.
    func position(ofPath path: UInt64) -> Int? { table[path] }

    enum Located {
        case found(file: String, position: Int)
        case missing(String)
    }

    /// A file beside `source`, or from Content's root.
    func locate(_ name: String, in source: String, what: String) -> Located {
        let path = String(name.prefix { $0 != "?" && $0 != "#" })
        guard let decoded = path.removingPercentEncoding, !decoded.isEmpty else {
            return .missing("\(name.shortened) is no \(what)'s path")
        }
        let candidates = [ContentFiles.join(folder(of: source), decoded), ContentFiles.join("", decoded)]
        guard candidates.contains(where: { $0 != nil }) else {
            return .missing("\(name.shortened) leads out of Content")
        }
        for case let file? in candidates {
            if let position = position(of: file) { return .found(file: file, position: position) }
        }
        return .missing("there is no \(what) \(decoded.shortened)")
    }

    /// The folder of a source, relative to Content.
    func folder(of source: String) -> String {
        let path = source.utf8.dropFirst(contentName.utf8.count + 1)
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
