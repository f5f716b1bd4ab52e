/// What may stand in `href` and `src`: a relative address, or one whose scheme is http, https, mailto or tel.
///
/// `javascript:`, `data:`, `vbscript:`, `file:` and whatever else a browser might act on cannot become one.
public struct Address: Sendable, Hashable {
    /// The address as it was given, not escaped for HTML.
    public let text: String

    /// Nil if `text` has a scheme that is not allowed, as a browser would read it.
    @inlinable
    public init?(_ text: String) {
        guard Address.isAllowed(text) else { return nil }
        self.text = text
    }

    /// Trusts `text`, an address that was made rather than read.
    @inlinable
    public init(trusted text: String) {
        self.text = text
    }

    /// Stands where an address was refused: it leads nowhere, and can be searched for.
    public static let refused = Address(trusted: "#refused-address")

    /// Whether `text` is relative or has an allowed scheme. White space and control characters are passed over, as
    /// browsers do (URL Standard, "basic URL parser"): `java\tscript:` is `javascript:`.
    public static func isAllowed(_ text: String) -> Bool {
        var scheme: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0...0x20, 0x7F: continue
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case UInt8(ascii: ":"): return allowedSchemes.contains(String(decoding: scheme, as: UTF8.self))
            default: scheme.append(byte | 0x20)
            }
        }
        return true
    }

    private static let allowedSchemes: Set<String> = ["http", "https", "mailto", "tel"]
}

extension Address: CustomStringConvertible {
    public var description: String { text }
}
