import Foundation

/// The time zone of a newspaper.
///
/// Foundation's offset look-up takes 0.2 µs, which an article can afford; its calendars and formatters are not used.
public struct Zone: Sendable {
    private let zone: TimeZone

    /// Nil for a name that the IANA database does not know.
    public init?(named name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    private init(zone: TimeZone) {
        self.zone = zone
    }

    /// Coordinated Universal Time.
    public static let utc = Zone(zone: .gmt)

    /// The name in the IANA database, such as `Europe/London`.
    public var name: String { zone.identifier }

    /// How many seconds local time is ahead of UTC at `seconds` since 1970: whole minutes, for nothing that is printed
    /// could name the odd seconds by which clocks differed before there was standard time (RFC 3339).
    public func offset(at seconds: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) / 60 * 60
    }

    /// The moment at which clocks in this zone show `local` (seconds since 1970 began on the wall). Of the two moments
    /// that an hour repeated in autumn names, the first; an hour skipped in spring is read with the offset before it.
    public func seconds(ofLocal local: Int) -> Int {
        let before = local - offset(at: local - 86_400)
        if offset(at: before) == local - before { return before }
        let after = local - offset(at: local + 86_400)
        return offset(at: after) == local - after ? after : before
    }

    /// What clocks in this zone show at `timestamp`.
    public func local(_ timestamp: Timestamp) -> LocalTime {
        let offset = offset(at: timestamp.seconds)
        return LocalTime(timestamp.seconds + offset, offset: offset, hasTime: timestamp.hasTime)
    }
}
