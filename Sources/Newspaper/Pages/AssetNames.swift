import Foundation
import Markup

/// Names of styles and scripts that say which bytes they have: `assets/broadsheet.3f9a0c1b2d4e.css`. Browsers may keep
/// such a file for good, for another file has another name.
package struct AssetNames: Sendable {
    /// The names by the plain ones, both from the site's root.
    private var names: [String: SitePath] = [:]

    package init() {}

    /// The name of a file with these bytes; nil for what is no style or script. Pictures and fonts keep their names,
    /// for styles refer to them by these.
    package static func name(of file: String, with bytes: [UInt8]) -> SitePath? {
        guard let ending = [".css", ".js", ".mjs"].first(where: file.hasSuffix) else { return nil }
        let hash = String(Fingerprint.of(bytes).value, radix: 16)
        let digits = (String(repeating: "0", count: 16 - hash.count) + hash).prefix(12)
        return SitePath(file: "\(file.dropLast(ending.count)).\(digits)\(ending)")
    }

    /// Lets the pages call a file by another name than its plain one.
    package mutating func call(_ file: String, _ name: SitePath) {
        names[file] = name
    }

    /// The name of a file, which is its plain one if it has no other.
    func path(_ file: String) -> SitePath { names[file] ?? SitePath(file: file) }

    var fingerprint: Fingerprint {
        var result = Fingerprint()
        for (file, name) in names.sorted(by: { $0.key < $1.key }) {
            result.add(file)
            result.add(name.file)
        }
        return result
    }
}

extension Masthead {
    /// The masthead of an edition whose pages call their styles and scripts by these names.
    package init(_ edition: Edition, assets: AssetNames) {
        self.init(edition)
        assetNames = assets
        if let file = site.stylesheetFile { site.look.stylesheet = asset(file) }
    }

    /// Where a file of the theme is found, by its plain name: `assets/broadsheet.css`. For styles and scripts that is
    /// an address that changes with their bytes.
    public func asset(_ file: String) -> Address {
        site.address(assetNames.path(file))
    }
}

extension Site {
    /// The file from the site's root that `stylesheet:` leads to, if it leads to a file of the site.
    package var stylesheetFile: String? {
        guard let address = look.stylesheet?.text, address.hasPrefix(base + "/"), !address.hasPrefix("//"),
            !address.contains("?"), !address.contains("#")
        else { return nil }
        return address.dropFirst(base.count + 1).removingPercentEncoding
    }
}
