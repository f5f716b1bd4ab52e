import Diagnostics
import Markdown
import Markup

/// A site in which three pages and two pictures exist.
struct SmallSite: Surroundings {
    func address(ofLink destination: String) -> LinkTarget {
        switch destination {
        case "ceasefire.md": .address(Address(trusted: "/war/ceasefire/"))
        case "gone.md": .missing("there is no article \"gone.md\"")
        default: .asWritten
        }
    }

    func picture(_ source: String) -> PictureTarget {
        switch source {
        case "ferry.jpg": .found(Picture(address: Address(trusted: "/ferry.jpg"), width: 800, height: 600))
        case "gone.jpg": .missing("there is no picture \"gone.jpg\"")
        default: .found(Picture(address: Address(source) ?? .refused))
        }
    }
}

/// Draws the pieces as plainly as can be.
struct PlainPieces: Pieces {
    func figure(_ figure: Figure) -> HTML {
        let image: HTML = """
            <img src="\(figure.picture.address)" alt="\(figure.picture.alternative)">
            """
        let picture: HTML = figure.link.map { "<a href=\"\($0)\">\(image)</a>" } ?? image
        return """
            <figure>\(picture)\(figure.caption.map { "<figcaption>\($0)</figcaption>" })\
            \(figure.credit.map { "<small>\($0)</small>" })</figure>
            """
    }

    func pullQuote(_ quote: PullQuote) -> HTML {
        "<blockquote class=\"pull\">\(quote.text)\(quote.cite.map { "<cite>\($0)</cite>" })</blockquote>"
    }

    func aside(_ aside: Aside) -> HTML {
        "<aside>\(aside.title.map { "<h2>\($0)</h2>" })\(aside.text)</aside>"
    }

    func embed(_ embed: Embed) -> HTML {
        "<a class=\"embed\" href=\"\(embed.address)\">\(embed.title ?? embed.host)</a>"
    }
}

/// What becomes of a text.
func render(_ source: String, _ options: BodyOptions = BodyOptions(), firstLine: Int = 1) -> Rendered {
    let body = Body(
        rendering: Array(source.utf8)[...], firstLine: firstLine, options: options, surroundings: SmallSite(),
        pieces: PlainPieces())
    return Rendered(
        html: body.html.description.trimmingNewlines, problems: body.diagnostics.map(\.withoutHint),
        diagnostics: body.diagnostics)
}

struct Rendered {
    var html: String
    /// `3:1: warning: …`
    var problems: [String]
    var diagnostics: [Diagnostic]
}

extension Diagnostic {
    var withoutHint: String {
        "\(line)\(column > 0 ? ":\(column)" : ""): \(severity.rawValue): \(message)"
    }
}

extension String {
    var trimmingNewlines: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
