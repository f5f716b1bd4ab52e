import Diagnostics
import FrontMatter

/// What the host that serves Output is to find there.
public struct Hosting: Sendable {
    /// A host that reads headers and redirects from files in Output.
    public enum Host: String, Sendable, CaseIterable {
        case netlify, cloudflare
    }

    /// Nil for one that reads no such files.
    public var host: Host?
    /// Where site.yml names it.
    public var place = Place.none
    /// Nil if none is to be sent.
    public var policy: ContentSecurityPolicy? = .strict
    /// Whether text files have compressed ones beside them.
    public var compresses = false

    public init() {}

    init(_ fields: Fields, with decoder: inout FieldDecoder) {
        host = decoder.choice(fields["host"])
        place = fields["host"]?.node.place ?? .none
        policy = ContentSecurityPolicy(fields["csp"], with: &decoder)
        compresses = decoder.flag(fields["compress"]) ?? false
    }
}
