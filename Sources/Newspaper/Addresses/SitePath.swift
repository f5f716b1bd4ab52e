import Foundation
import Markup

/// The place of a page or file on the site: the parts of its path, such as `war`, `ceasefire`, and whether it is a
/// folder (a page, served from its `index.html`) or a file.
///
/// Whatever is one lies inside Output: it has no part that is empty, `.` or `..`, or that a file system could take for
/// one of these, and no separators or control characters.
public struct SitePath: Sendable, Hashable {
    /// As the file system sees it: `war/ceasefire`; empty for the front page.
    public let path: String
    public let isFolder: Bool

    /// Trusts the parts, which were made by `slug` or come from a file's own path.
    public init(folder path: String) {
        self.path = path
        isFolder = true
    }

    public init(file path: String) {
        self.path = path
        isFolder = false
    }

    public static let front = SitePath(folder: "")

    /// Why a text is no path.
    public enum ParseError: Error, Sendable, Hashable {
        /// It leads out of the site, or to another one.
        case leavesSite
        /// It, or a part of it, is longer than a file's name may be.
        case tooLong
    }

    /// Reads what an author wrote: `/war/ceasefire/`, `war/ceasefire`, `/old/story.html`, percent-encoded or not.
    public init(parsing text: String) throws(ParseError) {
        guard let decoded = text.trimmingSpaces.removingPercentEncoding, !decoded.contains("://"),
            !decoded.hasPrefix("//"), !decoded.unicodeScalars.contains(where: SitePath.isForbidden)
        else { throw .leavesSite }
        // Composed first: it can make a name longer.
        let parts = decoded.precomposedStringWithCanonicalMapping.split(separator: "/")
        guard !parts.contains(where: SitePath.isDots) else { throw .leavesSite }
        guard parts.allSatisfy({ $0.utf8.count <= 250 }), decoded.utf8.count <= 1000 else { throw .tooLong }
        let isIndex = parts.last == "index.html"
        let path = (isIndex ? parts.dropLast() : parts[...]).joined(separator: "/")
        self.init(
            path: path,
            isFolder: isIndex || decoded.hasSuffix("/") || !SitePath.hasExtension(parts.last ?? ""))
    }

    /// Whether a part is `.` or `..`, or what Windows takes for them: it drops dots and spaces from a name's end.
    private static func isDots(_ part: Substring) -> Bool {
        part.unicodeScalars.allSatisfy { $0 == "." || $0.properties.isWhitespace }
    }

    /// Whether the last part names a file: `story.html`, but not `version-1.2`.
    private static func hasExtension(_ part: Substring) -> Bool {
        guard let dot = part.lastIndex(of: "."), dot != part.startIndex else { return false }
        let letters = part[part.index(after: dot)...]
        return (2...5).contains(letters.utf8.count)
            && letters.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    }

    private init(path: String, isFolder: Bool) {
        self.path = path
        self.isFolder = isFolder
    }

    /// Separators of other systems, what changes how a path is read, and characters that some file systems drop.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "?", "#", ":", "*", "<", ">", "|", "\"", "%", "\u{FFFD}": return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// The file in Output that holds it.
    public var file: String {
        guard isFolder else { return path }
        return path.isEmpty ? "index.html" : path + "/index.html"
    }

    /// Where a reader finds it: `/war/ceasefire/`, after `base`, the folder of the host in which the site lies (empty,
    /// or `/paper`). Percent-encoded (RFC 3986), so that it can stand in HTML, feeds and headers alike.
    public func address(under base: String = "") -> Address {
        let end = isFolder && !path.isEmpty ? "/" : ""
        if let address = plainAddress(base, end: end) { return Address(trusted: address) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(base.utf8.count + path.utf8.count * 3 + 2)
        bytes.append(contentsOf: base.utf8)
        bytes.append(UInt8(ascii: "/"))
        for byte in path.utf8 {
            if SitePath.isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(SitePath.hexadecimal[Int(byte >> 4)])
                bytes.append(SitePath.hexadecimal[Int(byte & 15)])
            }
        }
        bytes.append(contentsOf: end.utf8)
        return Address(trusted: String(decoding: bytes, as: UTF8.self))
    }

    /// The same for a path that needs no encoding, as most do: every page has a hundred addresses.
    private func plainAddress(_ base: String, end: String) -> String? {
        path.utf8.withContiguousStorageIfAvailable { path -> String? in
            guard path.allSatisfy(SitePath.isPlain) else { return nil }
            let count = base.utf8.count + 1 + path.count + end.utf8.count
            return String(unsafeUninitializedCapacity: count) { address in
                var filled = address.initialize(fromContentsOf: base.utf8)
                filled = address[filled...].initialize(fromContentsOf: CollectionOfOne(UInt8(ascii: "/")))
                filled = address[filled...].initialize(fromContentsOf: path)
                return address[filled...].initialize(fromContentsOf: end.utf8)
            }
        } ?? nil
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// Unreserved characters and those sub-delimiters that need no escape in HTML: letters, digits and
    /// `- . _ ~ / , ! @ + = ( )`, a bit for each of them. A switch over the ranges takes three times as long.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        let bits: UInt64 = byte < 0x40 ? 0x23FF_FB02_0000_0000 : 0x47FF_FFFE_87FF_FFFF
        return byte < 0x80 && bits >> UInt64(byte & 0x3F) & 1 == 1
    }
}

extension String {
    var trimmingSpaces: String {
        // Most texts neither begin nor end with a space.
        if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
            return self
        }
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
