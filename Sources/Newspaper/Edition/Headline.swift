import Markdown
import Markup

/// An article as lists show it: its facts, and the names they lead to, resolved.
///
/// It is a number and the edition that knows more: what it is asked for is read from the article's record.
public struct Headline: Sendable {
    let edition: Edition
    /// Its position in the edition, the newest being 0.
    public let number: Int

    init(edition: Edition, number: Int) {
        self.edition = edition
        self.number = number
    }

    private var card: Card { edition.cards[number] }

    private func text(_ text: ArticleText) -> String? { edition.catalogue.text(text, of: card) }

    /// Everything that is known of the article without its text.
    public var article: Article { edition.article(number) }
    public var url: Address { edition.site.address(edition.path(ofArticle: number)) }
    public var headline: String { text(.headline) ?? "" }
    public var deck: String? { text(.deck) }
    public var kicker: String? { text(.kicker) }
    public var summary: String? { text(.summary) }
    public var kind: Kind { Kind(number: Int(card.kind)) }
    /// The language, where it is not the site's.
    public var language: String? { text(.language) }
    /// Where the text comes from, if not from the newspaper itself.
    public var origin: String? { text(.origin) }
    /// The article's file, relative to the site's folder.
    public var source: String { text(.source) ?? "" }

    var site: Site { edition.site }
    /// What feeds are to know it by, if the front matter says it.
    var id: String? { text(.id) }
    /// The first alias. Few articles have one, so the others' records are not read as a whole.
    var oldestAlias: Alias? { card.has(Card.Flag.aliases) ? article.aliases.first : nil }

    /// Who may read it.
    public var access: Access { article.access ?? site.access }

    /// What its picture shows and who made it, without Markdown; nil for what is not said.
    public var pictureWords: (caption: String?, credit: String?) {
        guard card.picture >= 0, let picture = edition.pictures[Int(card.picture)] else { return (nil, nil) }
        let own = text(.imageCaption).map { Caption(parsing: $0) }
        let caption = Caption(own, credit: text(.imageCredit), of: picture)
        return (
            caption.flatMap { $0.text.isEmpty ? nil : String(plainInlineMarkdown: $0.text) }, caption?.credit
        )
    }

    /// The section it stands in; nil for an article in none.
    public var section: Link? {
        let section = edition.places[number].section
        return section < 0 ? nil : edition.sections[Int(section)].link
    }

    public var authors: [Byline] {
        edition.catalogue.authors(of: card).compactMap { place in
            let author = edition.resolved[place]
            return author < 0 ? nil : edition.authors[Int(author)].byline
        }
    }

    public var topics: [Link] {
        edition.catalogue.topics(of: card).map { edition.topics[Int(edition.resolved[$0])].link }
    }

    public var picture: Picture? {
        guard card.picture >= 0, var picture = edition.pictures[Int(card.picture)] else { return nil }
        if let alternative = text(.imageAlternative) { picture.alternative = alternative }
        if let focus = text(.imageFocus) { picture.focus = FocalPoint(position: focus) }
        return picture
    }

    public var published: LocalTime? { card.published.map(edition.site.zone.local) }

    /// Only if it tells a reader something that `published` does not: where both times of day are known, a minute is
    /// news; else only another day is.
    public var updated: LocalTime? {
        let zone = edition.site.zone
        guard let updated = card.changed else { return nil }
        let local = zone.local(updated)
        guard let date = card.published else { return local }
        if date.hasTime, updated.hasTime { return updated.seconds - date.seconds >= 60 ? local : nil }
        return local.date.daysSince1970 > zone.local(date).date.daysSince1970 ? local : nil
    }
}

extension Headline: Hashable {
    /// Of one edition: numbers mean nothing in another.
    public static func == (one: Headline, other: Headline) -> Bool { one.number == other.number }

    public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// Who wrote an article.
public struct Byline: Sendable, Hashable {
    public var name: String
    public var role: String?
    public var address: Address
    public var picture: Picture?
}
