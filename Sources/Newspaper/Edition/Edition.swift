import Markdown
import Markup

/// Everything that is published, sorted and resolved: what pages are made from. It never changes, and every thread
/// may read it.
public struct Edition: Sendable {
    public let site: Site
    /// All articles, the newest first; those without a date come last.
    public let headlines: [Headline]
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
    /// For each article, its section (an index) and its position in that section's list.
    let places: [(section: Int, position: Int)?]
    /// The articles of each series, the oldest first.
    let series: [String: [Headline]]

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
        public internal(set) var headlines: [Headline] = []
    }

    /// A topic, and the stories about it.
    public struct Topic: Sendable {
        public let path: SitePath
        public let link: Link
        public internal(set) var headlines: [Headline] = []
    }

    /// An author, and the stories by them.
    public struct Author: Sendable {
        public let path: SitePath
        public let byline: Byline
        /// Their file in Content/authors, if they have one.
        public let file: AuthorFile?
        public internal(set) var headlines: [Headline] = []
    }

    /// A month of the archive.
    public struct Month: Sendable {
        public let year: Int
        public let month: Int
        public internal(set) var headlines: [Headline] = []
    }
}
