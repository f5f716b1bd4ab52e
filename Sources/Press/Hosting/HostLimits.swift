import Newspaper

extension Hosting.Host {
    var name: String {
        switch self {
        case .netlify: "Netlify"
        case .cloudflare: "Cloudflare Pages"
        }
    }

    /// How many rules of `_headers` it reads; nil if it does not say (Cloudflare: Pages, Headers).
    var mostHeaderRules: Int? { self == .cloudflare ? 100 : nil }

    /// How many characters a line of `_headers` may have.
    var longestHeader: Int? { self == .cloudflare ? 2000 : nil }

    /// How many lines of `_redirects` it reads (Cloudflare: Pages, Redirects), or advises (Netlify: Redirects and
    /// rewrites).
    var mostRedirects: Int { self == .cloudflare ? 2000 : 10_000 }

    /// How many characters a line of `_redirects` may have.
    var longestRedirect: Int? { self == .cloudflare ? 1000 : nil }

    /// How a redirect is to be followed although there is a page at its address.
    var redirectStatus: String { self == .netlify ? "301!" : "301" }
}
