import Foundation
import Markup
import Newspaper

/// What addresses on the site's pages lead to.
struct Destinations: Sendable {
    private let site: Site
    /// The layout's numbers by the fingerprints of paths.
    private let files: PathTable

    enum Target: Hashable {
        /// Another host's, or no place at all.
        case elsewhere
        /// A file of the layout, and an anchor on it, if one is named.
        case file(Int, anchor: String?)
        /// Nothing, though it should be on the site.
        case nothing
    }

    init(_ layout: Layout, on site: Site) {
        self.site = site
        var files = PathTable(capacity: layout.count)
        for number in 0..<layout.count { _ = files.insert(number, at: layout.path(number)) }
        self.files = files
    }

    /// Where a reader of `page` comes by an address that it has.
    func target(of address: String, on page: SitePath) -> Target {
        guard let local = local(address) else { return .elsewhere }
        let parts = local.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count > 1 && !parts[1].isEmpty ? parts[1].removingPercentEncoding : nil
        let path = String((parts.first ?? "").prefix { $0 != "?" })
        guard let decoded = path.removingPercentEncoding else { return .nothing }
        guard !decoded.isEmpty else { return file(page.file, anchor) }
        guard let relative = relativeToRoot(decoded) else { return .elsewhere }
        return file(at: relative.isAbsolute ? relative.path : page.base + relative.path, anchor)
    }

    /// An address of this site, without its scheme and host; nil for another's.
    private func local(_ address: String) -> String? {
        if !site.origin.isEmpty, address.hasPrefix(site.origin) {
            let rest = address.dropFirst(site.origin.count)
            if rest.isEmpty { return "/" }
            return rest.hasPrefix("/") ? String(rest) : nil
        }
        return ContentFiles.isElsewhere(address) ? nil : address
    }

    /// A path without the folder of the host in which the site lies; nil if it leads out of that.
    private func relativeToRoot(_ path: String) -> (path: String, isAbsolute: Bool)? {
        guard path.hasPrefix("/") else { return (path, false) }
        if site.base.isEmpty { return (path, true) }
        let base = site.base.removingPercentEncoding ?? site.base
        guard path == base || path.hasPrefix(base + "/") else { return nil }
        return (String(path.dropFirst(base.count)), true)
    }

    /// As a web server would find it: a folder is its `index.html`.
    private func file(at path: String, _ anchor: String?) -> Target {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        let name = parts.joined(separator: "/")
        if !path.hasSuffix("/"), let number = files[Fingerprint.of(name).value] { return .file(number, anchor: anchor) }
        return file(SitePath(folder: name).file, anchor)
    }

    private func file(_ name: String, _ anchor: String?) -> Target {
        files[Fingerprint.of(name).value].map { .file($0, anchor: anchor) } ?? .nothing
    }
}

extension SitePath {
    /// The folder from which a page's relative links start, with a slash at its end.
    fileprivate var base: String {
        if isFolder { return path.isEmpty ? "" : path + "/" }
        return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
