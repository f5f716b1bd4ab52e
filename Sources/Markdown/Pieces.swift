import Markup

/// A picture with its caption and its credit: `(REUTERS/Name)` without the parentheses.
public struct Figure: Sendable, Hashable {
    public var picture: Picture
    public var caption: HTML?
    public var credit: String?
    /// Where the picture leads, if the author made it a link.
    public var link: Address?

    public init(picture: Picture, caption: HTML? = nil, credit: String? = nil, link: Address? = nil) {
        self.picture = picture
        self.caption = caption
        self.credit = credit
        self.link = link
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

    public init(address: Address, host: String, title: String? = nil) {
        self.address = address
        self.host = host
        self.title = title
    }
}

/// How a theme draws what a newsroom adds to Markdown. What CommonMark itself makes is the same in all.
public protocol Pieces: Sendable {
    func figure(_ figure: Figure) -> HTML
    func pullQuote(_ quote: PullQuote) -> HTML
    func aside(_ aside: Aside) -> HTML
    func embed(_ embed: Embed) -> HTML
}
