import Diagnostics
import Newspaper

extension Layout {
    /// The files that the host reads, still empty: what is in them depends on what else there is. Files of Content with
    /// their names take their places.
    static func hostFiles(of site: Site) -> [Asset] {
        guard site.hosting.host != nil else { return [] }
        return [HeadersFile.name, RedirectsFile.name].map { Asset($0, bytes: []) }
    }

    /// Fills them.
    /// - Parameter lasting: files that never change.
    mutating func fillHostFiles(_ edition: Edition, lasting: [Asset], settings: String?) {
        let site = edition.site
        guard let host = site.hosting.host else { return }
        let headers = HeadersFile(host, site, lasting: lasting)
        let redirects = RedirectsFile(host, self, edition)
        var found = headers.diagnostics + redirects.diagnostics
        if !site.base.isEmpty {
            found.append(
                .warning(
                    "\(host.name) reads \(HeadersFile.name) and \(RedirectsFile.name) at its root alone, and the site"
                        + " is for \(site.base)/", at: site.hosting.place,
                    hint: "Move both to the root of what you send there."))
        }
        fill(HeadersFile.name, with: headers.text)
        fill(RedirectsFile.name, with: redirects.text)
        note(found.map { $0.path.isEmpty ? $0.at(path: settings ?? "") : $0 })
    }
}
