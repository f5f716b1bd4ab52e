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

    func media(_ source: String) -> MediaTarget {
        switch source {
        case "clip.mp4":
            .found(
                Media(
                    address: Address(trusted: "/clip.mp4"),
                    tracks: [CaptionTrack(address: Address(trusted: "/clip.vtt"), language: "en", label: "English")]))
        case "gone.mp4": .missing("there is no file gone.mp4")
        default: .found(Media(address: Address(source) ?? .refused))
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
            <figure\(figure.size == .standard ? nil : " class=\"\(figure.size.rawValue)\"")>\(picture)\(figure.caption.map { "<figcaption>\($0)</figcaption>" })\
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
        """
        <a class="embed" href="\(embed.address)"\(embed.player.map { player -> HTML in
            " data-player=\"\(player.address)\" class=\"\(player.shape.rawValue)\""
        })>\(embed.poster.map { "<img src=\"\($0.address)\">" })\(embed.title ?? embed.host)</a>
        """
    }

    func gallery(_ gallery: Gallery) -> HTML {
        """
        <section\(gallery.size == .standard ? nil : " class=\"\(gallery.size.rawValue)\"")>\
        \(gallery.title.map { "<h2>\($0)</h2>" })\(gallery.text)\(gallery.figures.map(figure))</section>
        """
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
