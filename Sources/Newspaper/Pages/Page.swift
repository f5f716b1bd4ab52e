import Markdown
import Markup

/// A page as a theme sees it: everything that it shows, resolved. A theme reads its page and the masthead and nothing
/// else, so the same page is always the same bytes.
public protocol Page: Sendable {
    var info: PageInfo { get set }
}

/// What every page has.
public struct PageInfo: Sendable {
    public var address: Address
    public var title: String
    public var description: String?
    /// From the front page down to the page itself, or to an article's section; empty for the front page.
    public var breadcrumb: [Link] = []
    /// The section under which the menu shows the page, if any.
    public var section: Address?
    /// The language, where it is not the site's.
    public var language: String?
    /// The feeds of the list that the page shows.
    public var feeds: [FeedLink] = []
    /// What the head of the page tells those who do not look at it: canonical address, description, feeds, cards for
    /// social networks, structured data. A theme prints it as it is.
    public var metadata: HTML = .empty

    init(_ address: Address, title: String, description: String? = nil) {
        self.address = address
        self.title = title
        self.description = description
    }
}

/// The way from one page of a list to the next. Pages are numbered from the oldest, so that a number's page never
/// changes; the newest page has no number.
public struct Pagination: Sendable {
    public var number: Int?
    public var newer: Address?
    public var older: Address?
}

/// What stands on every page: the newspaper's name, its sections and its settings.
public struct Masthead: Sendable {
    public struct Section: Sendable {
        public var link: Link
        public var subsections: [Link]
    }

    public var site: Site
    public var sections: [Section]
    /// Where its styles and scripts are found.
    var assetNames = AssetNames()

    /// The lists by which everything is found: topics, authors, and the archive.
    public var directories: [Link] {
        [
            Link(site.words[.topics], site.address(Edition.topicsPath)),
            Link(site.words[.authors], site.address(Edition.authorsPath)),
            Link(site.words[.archive], site.address(Edition.archivePath)),
        ]
    }

    /// The masthead of a newspaper that has no sections yet.
    public init(site: Site) {
        self.site = site
        sections = []
    }

    public init(_ edition: Edition) {
        site = edition.site
        sections = edition.sections.filter { $0.parent == nil }.map { section in
            Section(link: section.link, subsections: section.children.map { edition.sections[$0].link })
        }
    }
}
