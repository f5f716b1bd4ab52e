import Markdown
import Markup

/// An article as lists show it: its facts, and the names they lead to, resolved.
///
/// There is one for each article, shared by all pages that name it.
public final class Headline: Sendable {
    public let article: Article
    public let url: Address
    /// The section it stands in; nil for an article in none.
    public let section: Link?
    public let authors: [Byline]
    public let topics: [Link]
    public let picture: Picture?
    public let published: LocalTime?
    /// Only if it tells a reader something that `published` does not.
    public let updated: LocalTime?

    init(
        _ article: Article, url: Address, section: Link?, authors: [Byline], topics: [Link], picture: Picture?,
        zone: Zone
    ) {
        self.article = article
        self.url = url
        self.section = section
        self.authors = authors
        self.topics = topics
        self.picture = picture
        published = article.date.map(zone.local)
        updated = Headline.noteworthyUpdate(article, in: zone)
    }

    public var headline: String { article.headline }
    public var deck: String? { article.deck }
    public var kicker: String? { article.kicker }
    public var summary: String? { article.summary }
    public var kind: Kind { article.kind }
    /// The language, where it is not the site's.
    public var language: String? { article.language }
    /// Where the text comes from, if not from the newspaper itself.
    public var origin: String? { article.origin }
    /// The article's file, relative to the site's folder.
    public var source: String { article.source }

    /// Where both times of day are known, a minute is news; else only another day is.
    private static func noteworthyUpdate(_ article: Article, in zone: Zone) -> LocalTime? {
        guard let updated = article.updated else { return nil }
        let local = zone.local(updated)
        guard let date = article.date else { return local }
        if date.hasTime, updated.hasTime { return updated.seconds - date.seconds >= 60 ? local : nil }
        return local.date.daysSince1970 > zone.local(date).date.daysSince1970 ? local : nil
    }
}

/// Who wrote an article.
public struct Byline: Sendable, Hashable {
    public var name: String
    public var role: String?
    public var address: Address
    public var picture: Picture?
}
