import Markup
import Newspaper

/// A story as a feed carries it, in whatever format: its addresses are whole ones.
struct FeedItem {
    let headline: Headline
    let id: Address
    let address: Address
    let published: LocalTime
    let updated: LocalTime?
    let authors: [Byline]
    /// Its section and its topics.
    let categories: [String]
    let picture: Picture?
    /// The whole of it; nil where only the summary is given.
    let text: HTML?

    /// Nil for a story without a date, which no feed has.
    init?(_ headline: Headline, text: HTML?, on site: Site) {
        guard let published = headline.published else { return nil }
        self.headline = headline
        self.published = published
        id = headline.permanentID
        address = site.absolute(headline.url)
        updated = headline.updated
        authors = headline.authors
        categories = ([headline.section].compactMap { $0 } + headline.topics).map(\.name)
        picture = headline.picture.map(site.absolute)
        self.text = text.map { FeedItem.marked($0, in: headline.language) }
    }

    /// A text in another language than the feed says which, and how it is to be read.
    private static func marked(_ text: HTML, in language: String?) -> HTML {
        guard let language else { return text }
        return """
            <div lang="\(language)" dir="\(isRightToLeft(language) ? "rtl" : "ltr")">
            \(text)</div>

            """
    }
}

extension LocalTime {
    /// How it stands to another: both are moments, wherever the clock stands.
    func isBefore(_ other: LocalTime) -> Bool { seconds < other.seconds }

    private var seconds: Int {
        date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
    }
}

extension [FeedItem] {
    /// When the newest of them was published or changed.
    var newestChange: LocalTime? {
        map { $0.updated ?? $0.published }.max { $0.isBefore($1) }
    }
}
