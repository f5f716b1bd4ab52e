@_exported import Markup

import Markdown

/// How a newspaper looks: a function from each kind of page to HTML.
///
/// A theme reads the page and the masthead it was made with and nothing else: no clock, no file, no global. That is
/// why a page whose model has not changed need not be drawn again.
public protocol Theme: Pieces {
    /// What `theme:` in site.yml calls it.
    static var name: String { get }

    /// Files that its pages ask for. Pages find them with `Masthead.asset`.
    static func assets(for site: Site) -> [Asset]

    /// The sizes and crops of pictures that its pages ask for. Pages find them in `Picture.sources`.
    static func pictureSizes(for site: Site) -> PictureSizes

    /// Made once for an edition; what all pages share can be drawn here.
    init(_ masthead: Masthead)

    /// The ids that its pages use: no heading in a text gets one of them.
    var ids: Set<String> { get }

    /// Where on an article's page its text stands, as a CSS selector: search engines are told what not everyone may read.
    var textSelector: String { get }

    func front(_ page: FrontPage) -> HTML
    func article(_ page: ArticlePage) -> HTML
    func section(_ page: SectionPage) -> HTML
    func topic(_ page: TopicPage) -> HTML
    func author(_ page: AuthorPage) -> HTML
    func directory(_ page: DirectoryPage) -> HTML
    func archive(_ page: ArchivePage) -> HTML
    func month(_ page: MonthPage) -> HTML
    func standalone(_ page: StandalonePage) -> HTML
    func notFound(_ page: NotFoundPage) -> HTML
    func redirect(_ page: RedirectPage) -> HTML
}

extension Theme {
    public static func pictureSizes(for site: Site) -> PictureSizes { .standard }

    public var textSelector: String { ".body" }
}

/// A file that a theme brings along: a stylesheet, a script, a picture.
public struct Asset: Sendable {
    public var path: SitePath
    public var bytes: [UInt8]

    /// - Parameter path: from the site's root, `assets/broadsheet.css`.
    public init(_ path: String, bytes: [UInt8]) {
        self.path = SitePath(file: path)
        self.bytes = bytes
    }
}

// A theme imports this module and nothing else, so it re-exports the pieces that it draws.
public typealias Figure = Markdown.Figure
public typealias Picture = Markdown.Picture
public typealias PictureSizes = Markdown.PictureSizes
public typealias Ratio = Markdown.Ratio
public typealias FocalPoint = Markdown.FocalPoint
public typealias Color = Markdown.Color
public typealias PullQuote = Markdown.PullQuote
public typealias Aside = Markdown.Aside
public typealias Embed = Markdown.Embed
public typealias EmbeddedPlayer = Markdown.EmbeddedPlayer
public typealias FigureSize = Markdown.FigureSize
public typealias Gallery = Markdown.Gallery
public typealias Player = Markdown.Player
public typealias MediaKind = Markdown.MediaKind
