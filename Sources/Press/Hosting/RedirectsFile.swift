import Diagnostics
import Newspaper

/// `_redirects`: from where to where a host is to send readers. The pages that do so on other hosts stay: they do it
/// for those addresses for which the file has no room.
struct RedirectsFile {
    static let name = "_redirects"

    private(set) var text = ""
    private(set) var diagnostics: [Diagnostic] = []

    init(_ host: Hosting.Host, _ layout: Layout, _ edition: Edition) {
        let redirects = layout.pages.compactMap { page -> PlannedPage.Redirect? in
            if case .redirect(let redirect) = page { redirect } else { nil }
        }
        var count = 0
        // The newest articles' come first.
        for redirect in redirects where count < host.mostRedirects {
            let (alias, target) = (edition.alias(of: redirect), edition.target(of: redirect))
            let addresses = [alias.path, target.path].map { edition.site.address($0).text }
            let line = "\(addresses.joined(separator: " ")) \(host.redirectStatus)\n"
            guard line.count <= host.longestRedirect ?? .max else {
                diagnostics.append(
                    .warning(
                        "the alias is too long for \(RedirectsFile.name): \(host.name) reads"
                            + " \(host.longestRedirect ?? 0) characters of a line", at: alias.place,
                        path: target.source, hint: "Its page sends readers on all the same."))
                continue
            }
            text += line
            count += 1
        }
        if redirects.count > host.mostRedirects {
            diagnostics.append(
                .warning(
                    "\(host.name) can be relied on for \(host.mostRedirects) redirects, and the site has"
                        + " \(redirects.count) aliases",
                    hint: "Those of the newest articles are in \(RedirectsFile.name). The others are pages that send"
                        + " readers on, as they are on any host."))
        }
    }
}
