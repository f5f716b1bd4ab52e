/// Which articles are published now.
public struct Selection: Sendable {
    let now: Timestamp
    private let includesDrafts: Bool
    private let zone: Zone

    public init(now: Timestamp, includesDrafts: Bool, zone: Zone) {
        self.now = now
        self.includesDrafts = includesDrafts
        self.zone = zone
    }

    /// Why an article is not published now; nil if it is.
    public func reasonToSkip(_ article: Article) -> Skipped.Reason? {
        if article.isDraft, !includesDrafts { return .draft }
        if let embargo = article.embargo, now < embargo { return .embargo(zone.local(embargo)) }
        if let expires = article.expires, expires <= now { return .expired(zone.local(expires)) }
        return nil
    }
}
