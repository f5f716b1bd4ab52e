/// Which articles are published now.
public struct Selection: Sendable {
    let now: Timestamp
    private let includesDrafts: Bool
    private let includesScheduled: Bool
    private let zone: Zone

    /// - Parameter includesScheduled: whether an embargo withholds nothing.
    public init(now: Timestamp, includesDrafts: Bool, includesScheduled: Bool, zone: Zone) {
        self.now = now
        self.includesDrafts = includesDrafts
        self.includesScheduled = includesScheduled
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
        if !includesScheduled, let embargo, now < embargo { return .embargo(zone.local(embargo)) }
        if let expires, expires <= now { return .expired(zone.local(expires)) }
        return nil
    }

    // MARK: What time changes

    /// The next moment at which an article comes, or goes, in seconds since 1970; nil if there is none.
    func nextChange(_ card: Card) -> Int? {
        if card.embargo == Card.never, card.expires == Card.never { return nil }
        return nextChange(isDraft: card.isDraft, embargo: card.embargo, expires: card.expires)
    }

    func nextChange(_ article: Article) -> Int? {
        nextChange(
            isDraft: article.isDraft, embargo: article.embargo?.seconds ?? Card.never,
            expires: article.expires?.seconds ?? Card.never)
    }

    private func nextChange(isDraft: Bool, embargo: Int, expires: Int) -> Int? {
        // One that expires before its embargo ends is never published.
        guard includesDrafts || !isDraft, expires == Card.never || expires > max(now.seconds, embargo) else {
            return nil
        }
        if embargo > now.seconds { return embargo }
        return expires == Card.never ? nil : expires
    }

    // MARK: What only a preview shows

    /// Why readers do not get an article that is selected; nil if they do.
    package func reasonToWithhold(_ article: Article) -> Withheld? {
        let embargo = article.embargo.flatMap { now < $0 ? zone.local($0) : nil }
        return article.isDraft || embargo != nil ? Withheld(isDraft: article.isDraft, embargo: embargo) : nil
    }

    /// The same as `reasonToWithhold`, as far as the card tells.
    package func isWithheld(_ card: Card) -> Bool { card.isDraft || card.embargo > now.seconds }
}

/// Why readers do not get what a preview shows: a draft, or a story whose time has not come.
public struct Withheld: Sendable, Hashable, CustomStringConvertible {
    public var isDraft: Bool
    /// When the embargo ends.
    public var embargo: LocalTime?

    /// `Draft`, `Scheduled for 24 November 2026, 06:00` or both.
    public var description: String {
        guard let embargo else { return "Draft" }
        let day = "\(embargo.date.day) \(Words().months[embargo.date.month - 1]) \(embargo.date.year)"
        return "\(isDraft ? "Draft, scheduled" : "Scheduled") for \(day)" + (embargo.hasTime ? ", \(embargo.time)" : "")
    }
}
