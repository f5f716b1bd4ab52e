/// Which articles are published now.
struct Selection {
    var now: Timestamp
    var includesDrafts: Bool
    var zone: Zone

    /// Why an article is not published now; nil if it is.
    func reasonToSkip(_ article: Article) -> Skipped.Reason? {
        if article.isDraft, !includesDrafts { return .draft }
        if let embargo = article.embargo, now < embargo { return .embargo(zone.local(embargo)) }
        if let expires = article.expires, expires <= now { return .expired(zone.local(expires)) }
        return nil
    }
}
