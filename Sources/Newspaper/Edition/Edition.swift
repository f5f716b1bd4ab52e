import Markdown
import Markup

/// Everything that is published, sorted and resolved: what pages are made from. It never changes, and every thread
/// may read it.
///
/// Articles are numbers: positions in the order from the newest to the oldest. What a page shows of one is read from
/// its record when the page is drawn.
public final class Edition: Sendable {
    public let site: Site
    /// In the site's order, each before its subsections.
    public let sections: [Section]
    /// By name.
    public let topics: [Topic]
    /// By name.
    public let authors: [Author]
    /// The newest first.
    public let months: [Month]
    /// The years of the archive, the newest first.
    public let years: [ArchivePage.Year]
    /// Standalone pages, by path.
    public let standalone: [Standalone]
    /// The next moment at which an embargo, an expiry or a future date changes what is published or said; nil if there
    /// is none.
    public let due: Timestamp?
    /// Where the stories stand that were published in the last two days.
    let news: Range<Int>
    /// The next moment at which an embargo or an expiry changes what is published, or a story becomes news or ceases to
    /// be; nil if there is none.
    public let nextChange: Timestamp?

    /// All articles that were read, published or not.
    package let catalogue: Catalogue
    /// All articles, the newest first; those without a date come last.
    package let cards: OrderedCards
    /// For each article, its position among the catalogue's cards.
    package let order: [Int32]
    /// Fingerprints of texts, by the articles' numbers, where they are others than the cards say.
    let texts: [Int: UInt64]
    /// For each article, its section and its position in that section's list.
    let places: [Place]
    /// For each of the catalogue's numbers of names, the topic's or the author's; -1 for an author who is named twice.
    let resolved: [Int32]
    /// For each of the catalogue's names of pictures, the picture.
    let pictures: [Picture?]
    /// The articles of each series, the oldest first, by its name's number.
    let series: [Int32: [Int32]]
    /// The way from the front page to each section.
    let breadcrumbs: [[Link]]
    /// Of each section's name, and of those around it.
    let sectionFingerprints: [Fingerprint]
    /// Of each article as lists show it, with the names that it leads to.
    let fingerprints: [Fingerprint]

    /// Where an article stands among its section's.
    struct Place: Sendable {
        /// -1 for an article in no section.
        var section: Int32
        var position: Int32
    }

    /// A page that stands by itself.
    public struct Standalone: Sendable {
        public let page: Article
        public let picture: Picture?
    }

    /// A section, and the stories in it and in its subsections.
    public struct Section: Sendable {
        /// Its folder under Content: `science/sea`.
        public let path: String
        public let link: Link
        public let description: String?
        public let parent: Int?
        public internal(set) var children: [Int] = []
        /// The newest first.
        public internal(set) var stories: [Int32] = []
    }

    /// A topic, and the stories about it.
    public struct Topic: Sendable {
        public let path: SitePath
        public let link: Link
        public let stories: [Int32]
    }

    /// An author, and the stories by them.
    public struct Author: Sendable {
        public let path: SitePath
        public let byline: Byline
        /// Their file in Content/authors, if they have one.
        public let file: AuthorFile?
        public let stories: [Int32]
    }

    /// A month of the archive.
    public struct Month: Sendable {
        public let year: Int
        public let month: Int
        public internal(set) var stories: [Int32] = []
    }

    init(
        site: Site, sections: [Section], topics: [Topic], authors: [Author], months: [Month],
        standalone: [Standalone], due: Timestamp?, nextChange: Timestamp?, news: Range<Int>, catalogue: Catalogue,
        cards: OrderedCards, order: [Int32], places: [Place], resolved: [Int32], pictures: [Picture?],
        series: [Int32: [Int32]], fingerprints: [Fingerprint], texts: [Int: UInt64] = [:]
    ) {
        self.site = site
        self.sections = sections
        sectionFingerprints = Fingerprint.ofChains(sections)
        self.topics = topics
        self.authors = authors
        self.months = months
        years = Edition.years(of: months, on: site)
        self.standalone = standalone
        self.due = due
        self.news = news
        self.nextChange = nextChange
        self.catalogue = catalogue
        self.cards = cards
        self.order = order
        self.texts = texts
        self.places = places
        self.resolved = resolved
        self.pictures = pictures
        self.series = series
        self.fingerprints = fingerprints
        breadcrumbs = Edition.breadcrumbs(to: sections, from: Edition.home(of: site))
    }

    /// How many articles there are.
    public var count: Int { cards.count }

    /// The article with that number.
    public func headline(_ number: Int) -> Headline {
        Headline(edition: self, number: number)
    }

    /// Those with these numbers.
    public func headlines(_ numbers: some Collection<Int32>) -> [Headline] {
        numbers.map { Headline(edition: self, number: Int($0)) }
    }

    /// Everything that is known of an article without its text.
    public func article(_ number: Int) -> Article {
        catalogue.article(cards[number])
    }

    /// Where an article's page stands.
    package func path(ofArticle number: Int) -> SitePath {
        catalogue.path(of: cards[number])
    }
}
