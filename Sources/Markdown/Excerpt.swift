/// What an article says of itself in its first lines, read without rendering the rest: its cost is bounded, however
/// long the text.
public struct Excerpt: Sendable, Hashable {
    /// The level-one heading that the text begins with, as plain text.
    public var headline: String?
    /// The first paragraph as plain text, less its dateline.
    public var summary: String?
    /// `CAIRO` in `CAIRO — The talks …`.
    public var dateline: String?

    public init(of source: ArraySlice<UInt8>) {}
}
