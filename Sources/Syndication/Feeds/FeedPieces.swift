import Markdown
import Markup
import Newspaper

/// How a newsroom's additions to Markdown are drawn in a feed, where there is no stylesheet: with elements that every
/// reader knows.
public struct FeedPieces: Pieces {
    public init() {}

    public func figure(_ figure: Figure) -> HTML {
        let picture = figure.picture.single
        let image: HTML = """
            <img src="\(picture.address)" alt="\(figure.picture.alternative)"\
            \(picture.width.map { " width=\"\($0)\"" })\(picture.height.map { " height=\"\($0)\"" })>
            """
        return """
            <figure>
            \(figure.link.map { "<a href=\"\($0)\">\(image)</a>" } ?? image)
            \(caption(figure))</figure>

            """
    }

    private func caption(_ figure: Figure) -> HTML? {
        let parts = [figure.caption, figure.credit.map { "(\($0))" }].compactMap { $0 }
        return parts.isEmpty ? nil : "<figcaption>\(parts.joined(separator: " "))</figcaption>\n"
    }

    public func pullQuote(_ quote: PullQuote) -> HTML {
        "<blockquote>\n\(quote.text)\(quote.cite.map { "<p><cite>\($0)</cite></p>\n" })</blockquote>\n"
    }

    public func aside(_ aside: Aside) -> HTML {
        "<blockquote>\n\(aside.title.map { "<p><strong>\($0)</strong></p>\n" })\(aside.text)</blockquote>\n"
    }

    public func embed(_ embed: Embed) -> HTML {
        "<p><a href=\"\(embed.address)\">\(embed.title ?? embed.host)</a></p>\n"
    }

    /// All pictures, one below the other.
    public func gallery(_ gallery: Gallery) -> HTML {
        "\(gallery.title.map { "<p><strong>\($0)</strong></p>\n" })\(gallery.text)\(gallery.figures.map(figure))"
    }

    /// A link: most readers leave players out.
    public func player(_ player: Player) -> HTML {
        let label = player.title ?? (player.alternative.isEmpty ? player.media.fileName : player.alternative)
        let still = player.poster.map { poster -> HTML in
            "<a href=\"\(player.media.address)\"><img src=\"\(poster.address)\" alt=\"\"></a><br>\n"
        }
        let parts = [player.caption, player.credit.map { "(\($0))" }].compactMap { $0 }
        return """
            <p>\(still)<a href="\(player.media.address)">\(label)</a>\
            \(parts.isEmpty ? nil : "<br>\n\(parts.joined(separator: " "))")</p>

            """
    }
}
