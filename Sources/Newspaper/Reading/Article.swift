import Diagnostics
import FrontMatter
import Markup

/// What is known of an article without its text: the facts that its front matter and its first lines give.
public struct Article: Sendable {
    /// The file, relative to the site's folder: `Content/war/ceasefire.md`.
    public var source: String
    /// Where its page stands.
    public var path: SitePath
    /// Where the front matter chooses that path, if it does.
    public var pathPlace = Place.none

    public var headline: String
    public var deck: String?
    public var kicker: String?
    public var summary: String?
    public var kind = Kind.news
    public var date: Timestamp?
    public var updated: Timestamp?
    public var embargo: Timestamp?
    public var expires: Timestamp?
    public var isDraft = false

    /// As written, or the path of its folder: `science/sea`; empty for an article that is in no section.
    public var section: String
    /// Whether the front matter names the section.
    public var namesSection = false
    public var topics: [String] = []
    /// Names, or keys of files in Content/authors.
    public var authors: [String] = []
    public var authorsPlace = Place.none

    /// Only what the front matter says: a dateline in the text stays in the text.
    public var dateline: String?
    public var image: ArticleImage?
    public var aliases: [Alias] = []
    public var access: Access?
    public var corrections: [Correction] = []
    public var series: String?
    public var origin: String?
    public var language: String?
    public var priority = 0
    /// What feeds are to know it by, if the front matter says it.
    public var id: String?
    /// Where it can be read in other languages.
    public var translations: [Translation] = []
    /// Fields that stet does not know, for themes.
    public var extras = Fields()

    /// Where the text begins in the file, in bytes, and on which line.
    public var bodyOffset = 0
    public var bodyLine = 1
    /// Whether the text begins with the headline.
    public var headlineIsInBody = false

    init(source: String, path: SitePath, headline: String, section: String) {
        self.source = source
        self.path = path
        self.headline = headline
        self.section = section
    }
}

/// What sort of journalism an article is.
public enum Kind: String, Sendable, CaseIterable {
    case news, analysis, opinion, editorial, review, obituary, feature, live, sponsored

    /// Whether it gives somebody's view rather than the news.
    public var isOpinion: Bool { self == .opinion || self == .editorial }
}

/// An old address of an article.
public struct Alias: Sendable, Hashable {
    public var path: SitePath
    public var place: Place
}

/// Where an article can be read in another language.
public struct Translation: Sendable, Hashable {
    /// A language tag (BCP 47).
    public var language: String
    public var address: Address
}

/// What was wrong in an article, and when that was said.
public struct Correction: Sendable, Hashable {
    public var date: Timestamp?
    /// In Markdown, one paragraph.
    public var text: String
}
