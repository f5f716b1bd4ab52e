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
        reasonToSkip(isDraft: article.isDraft, embargo: article.embargo, expires: article.expires)
    }

    package func reasonToSkip(_ card: Card) -> Skipped.Reason? {
        // Most articles are neither.
        if !card.isDraft, card.embargo == Card.never, card.expires == Card.never { return nil }
        return reasonToSkip(
            isDraft: card.isDraft, embargo: card.time(card.embargo, Card.Flag.embargoHasTime),
            expires: card.time(card.expires, Card.Flag.expiresHasTime))
    }

    private func reasonToSkip(isDraft: Bool, embargo: Timestamp?, expires: Timestamp?) -> Skipped.Reason? {
        if isDraft, !includesDrafts { return .draft }
        if let embargo, now < embargo { return .embargo(zone.local(embargo)) }
        if let expires, expires <= now { return .expired(zone.local(expires)) }
        return nil
    }
}
