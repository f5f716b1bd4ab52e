import Markup
import Newspaper

/// A story as a feed carries it, in whatever format. What it is asked for is read then, for most items have been
/// written for another list before.
struct FeedItem {
    let headline: Headline
    let published: LocalTime
    /// The whole of it; nil where only the summary is given, or there is no more.
    let text: HTML?

    /// Nil for a story without a date, which no feed has.
    init?(_ headline: Headline, text: HTML?) {
        guard let published = headline.published else { return nil }
        self.headline = headline
        self.published = published
        self.text = text.flatMap { $0.isEmpty ? nil : FeedItem.marked($0, in: headline.language) }
    }

    var id: Address { headline.permanentID }
    var updated: LocalTime? { headline.updated }
    var authors: [Byline] { headline.authors }
    /// Its section and its topics.
    var categories: [String] { ([headline.section].compactMap { $0 } + headline.topics).map(\.name) }

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
        lazy.map { $0.updated ?? $0.published }.max { $0.isBefore($1) }
    }
}
