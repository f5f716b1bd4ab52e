import Diagnostics
import Newspaper

/// `_headers`: what a host is to send with every file, and that browsers may keep those for good whose names say which
/// bytes they have. The others a host lets browsers ask for again each time, if nothing is said.
struct HeadersFile {
    static let name = "_headers"

    private(set) var text = ""
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter lasting: files that never change.
    init(_ host: Hosting.Host, _ site: Site, lasting: [Asset]) {
        add("\(site.base)/*", HeadersFile.headers(site))
        var rules = 1
        if site.pictures.hasRenditions {
            rules += 1
            add("\(site.address(SitePath(file: SitePicture.folder)).text)/*", [HeadersFile.forGood])
        }
        let most = host.mostHeaderRules.map { $0 - rules } ?? lasting.count
        for asset in lasting.prefix(most) {
            add(site.address(asset.path).text, [HeadersFile.forGood])
        }
        if lasting.count > most {
            diagnostics.append(
                .warning(
                    "\(host.name) reads \(most + rules) rules of \(HeadersFile.name), and there are \(lasting.count + rules)",
                    hint: "The others were left out: their files are asked for again each time."))
        }
        for line in text.split(separator: "\n") where line.count > host.longestHeader ?? .max {
            let header = line.drop { $0 == " " }.prefix { $0 != ":" }
            diagnostics.append(
                .warning(
                    "\(host.name) reads \(host.longestHeader ?? 0) characters of a line of \(HeadersFile.name), and"
                        + " \(header) has \(line.count)", hint: "Allow fewer sources in csp:."))
        }
    }

    private static let forGood = (name: "Cache-Control", value: "public, max-age=31536000, immutable")

    private mutating func add(_ pattern: String, _ headers: [(name: String, value: String)]) {
        text += (text.isEmpty ? "" : "\n") + pattern + "\n"
        for (name, value) in headers { text += "  \(name): \(value)\n" }
    }

    private static func headers(_ site: Site) -> [(name: String, value: String)] {
        var headers: [(String, String)] = []
        if let policy = site.hosting.policy { headers.append(("Content-Security-Policy", policy.header)) }
        headers.append(("Permissions-Policy", "camera=(), geolocation=(), microphone=()"))
        headers.append(("Referrer-Policy", "strict-origin-when-cross-origin"))
        // For this host alone: of its neighbours nothing is known.
        if site.origin.hasPrefix("https:") { headers.append(("Strict-Transport-Security", "max-age=31536000")) }
        headers.append(("X-Content-Type-Options", "nosniff"))
        return headers
    }
}
