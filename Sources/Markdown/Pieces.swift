import Markup

/// A picture with its caption and its credit: `(REUTERS/Name)` without the parentheses.
public struct Figure: Sendable, Hashable {
    public var picture: Picture
    public var caption: HTML?
    public var credit: String?
    /// Where the picture leads, if the author made it a link.
    public var link: Address?
    public var size: FigureSize

    public init(
        picture: Picture, caption: HTML? = nil, credit: String? = nil, link: Address? = nil,
        size: FigureSize = .standard
    ) {
        self.picture = picture
        self.caption = caption
        self.credit = credit
        self.link = link
        self.size = size
    }
}

/// How much of the page something in a text takes: `![…](ferry.jpg){size=wide}`.
public enum FigureSize: String, Sendable, Hashable, CaseIterable {
    /// As wide as the text.
    case standard
    /// Wider than the text.
    case wide
    /// As wide as the page.
    case full
    /// Beside the text, which runs around it.
    case inset
}

/// Several pictures that belong together: `:::gallery{title="The yards in 1931"}`.
public struct Gallery: Sendable, Hashable {
    public var title: String?
    /// At least one. Their sizes are the gallery's affair.
    public var figures: [Figure]
    /// What stands in it beside its pictures.
    public var text: HTML?
    public var size: FigureSize

    public init(title: String? = nil, figures: [Figure], text: HTML? = nil, size: FigureSize = .standard) {
        self.title = title
        self.figures = figures
        self.text = text
        self.size = size
    }
}

/// A film or a sound of the site's own: `::video{src="clip.mp4" title="The bridge opens"}`.
public struct Player: Sendable, Hashable {
    public var kind: MediaKind
    public var media: Media
    /// Stands above it or below it, where its author gave it one.
    public var title: String?
    /// What somebody is told who cannot see it: an image's text, or the title.
    public var alternative: String
    public var caption: HTML?
    public var credit: String?
    /// What is shown of a film before it is played.
    public var poster: Picture?
    public var size: FigureSize

    public init(
        kind: MediaKind, media: Media, title: String? = nil, alternative: String = "", caption: HTML? = nil,
        credit: String? = nil, poster: Picture? = nil, size: FigureSize = .standard
    ) {
        self.kind = kind
        self.media = media
        self.title = title
        self.alternative = alternative
        self.caption = caption
        self.credit = credit
        self.poster = poster
        self.size = size
    }
}

/// A sentence lifted out of the text: `:::pullquote{cite="Who said it"}`.
public struct PullQuote: Sendable, Hashable {
    public var text: HTML
    public var cite: String?

    public init(text: HTML, cite: String? = nil) {
        self.text = text
        self.cite = cite
    }
}

/// A box beside the text: `:::aside{title="What it is about"}`.
public struct Aside: Sendable, Hashable {
    public var title: String?
    public var text: HTML

    public init(title: String? = nil, text: HTML) {
        self.title = title
        self.text = text
    }
}

/// Something that another host shows: `::embed{url="https://…" title="What it is"}`.
public struct Embed: Sendable, Hashable {
    public var address: Address
    /// The host's name without `www.`, as a reader would say it.
    public var host: String
    public var title: String?
    /// How the page can show it, where stet knows how.
    public var player: EmbeddedPlayer?
    /// What stands in its place before a reader asks for it: a picture of the site's own.
    public var poster: Picture?
    public var size: FigureSize

    public init(
        address: Address, host: String, title: String? = nil, player: EmbeddedPlayer? = nil, poster: Picture? = nil,
        size: FigureSize = .standard
    ) {
        self.address = address
        self.host = host
        self.title = title
        self.player = player
        self.poster = poster
        self.size = size
    }
}

/// How a theme draws what a newsroom adds to Markdown. What CommonMark itself makes is the same in all.
public protocol Pieces: Sendable {
    func figure(_ figure: Figure) -> HTML
    func pullQuote(_ quote: PullQuote) -> HTML
    func aside(_ aside: Aside) -> HTML
    func embed(_ embed: Embed) -> HTML
    func gallery(_ gallery: Gallery) -> HTML
    func player(_ player: Player) -> HTML
}

extension Pieces {
    /// The pictures one below the other, in a box with the title.
    public func gallery(_ gallery: Gallery) -> HTML {
        let figures = gallery.figures.map(figure).joined(separator: "")
        return aside(Aside(title: gallery.title, text: "\(gallery.text)\(figures)"))
    }

    /// The browser's own, or a link for browsers that have none.
    public func player(_ player: Player) -> HTML {
        """
        <figure>
        \(player.element)
        \(player.description.map { "<figcaption>\($0)</figcaption>\n" })</figure>

        """
    }
}
