/// A moment in time, as an article's front matter gives it.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970 began in UTC, leap seconds not counted (POSIX time).
    public var seconds: Int
    /// Whether a time of day was written, or the day alone; the day then begins in the site's zone.
    public var hasTime: Bool

    public init(seconds: Int, hasTime: Bool = true) {
        self.seconds = seconds
        self.hasTime = hasTime
    }

    public static func < (one: Timestamp, other: Timestamp) -> Bool {
        one.seconds < other.seconds
    }
}
