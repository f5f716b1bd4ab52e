import Diagnostics
import Foundation
import Markdown
import Markup

/// Any bytes at all are HTML that is well formed and has nothing in it that its author may not put there.
func checkMarkdown(_ input: [UInt8]) {
    let body = rendered(input)
    let html = body.html.description
    promise(html == rendered(input).html.description, "another page of the same text")
    checkTags(html)
    let lineCount =
        input.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).count + input.count { $0 == 0x0A || $0 == 0x0D } + 1
    for diagnostic in body.diagnostics {
        promise((0...lineCount).contains(diagnostic.line), "\(diagnostic)")
    }
    _ = Excerpt(of: input[...])
    if let text = String(validating: input, as: UTF8.self) {
        _ = Caption(parsing: text)
        checkTags(HTML(inlineMarkdown: text).description)
    }
}

private func rendered(_ input: [UInt8]) -> Body {
    var options = BodyOptions(topHeading: 2, dropsLeadingHeadline: true, hasDateline: true, reservedIDs: ["main"])
    options.listsReferences = true
    return Body(rendering: input[...], options: options, surroundings: Around(), pieces: Plain())
}

/// Every tag is a known one, is closed in its order, and has no address but a harmless one.
private func checkTags(_ page: String) {
    // In characters, `>` and an accent behind it would be one.
    let html = String(decoding: page.utf8.map { $0 < 0x80 ? $0 : UInt8(ascii: "x") }, as: UTF8.self)
    var open: [Substring] = []
    for tag in html.matches(of: #/<([^>]*)>?/#) {
        let text = tag.1
        if text.hasPrefix("!--") { continue }
        let name = text.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        promise(tags.contains(String(name)) && tag.0.hasSuffix(">"), "<\(text)> in \(html)")
        if text.hasPrefix("/") {
            promise(open.popLast() == name, "</\(name)> closes nothing in \(html)")
        } else if !single.contains(String(name)) {
            open.append(name)
        }
        for attribute in text.matches(of: #/\s([a-zA-Z-]+)(?:="([^"]*)")?/#) {
            let (key, value) = (attribute.1.lowercased(), attribute.2 ?? "")
            promise(!key.hasPrefix("on") && key != "style", "<\(text)>")
            if key == "href" || key == "src" { checkAddress(String(value)) }
        }
    }
    promise(open.isEmpty, "\(open) stays open in \(html)")
}

private func checkAddress(_ value: String) {
    let scheme = value.unicodeScalars.filter { $0.value > 0x20 }.prefix { !"/?#".unicodeScalars.contains($0) }
    guard scheme.contains(":") || scheme.contains("&") else { return }
    let name = String(String.UnicodeScalarView(scheme.prefix { $0 != ":" })).lowercased()
    promise(
        ["http", "https", "mailto", "tel"].contains(name) || !["javascript", "data", "vbscript"].contains(name), value)
}

private let single: Set = ["br", "hr", "img", "input", "track"]

private let tags: Set = [
    "p", "em", "strong", "code", "pre", "a", "img", "br", "hr", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4",
    "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "del", "sup", "section", "div", "span", "figure",
    "figcaption", "small", "aside", "cite", "b",
    "video", "audio", "track",
]

private struct Around: Surroundings {
    func address(ofLink destination: String) -> LinkTarget {
        destination.hasSuffix(".md") ? .missing("there is no article \(destination)") : .asWritten
    }

    func picture(_ source: String) -> PictureTarget {
        Address(source).map { .found(Picture(address: $0)) } ?? .missing("there is no picture")
    }
}

private struct Plain: Pieces {
    func figure(_ figure: Figure) -> HTML {
        let image: HTML = "<img src=\"\(figure.picture.address)\" alt=\"\(figure.picture.alternative)\">"
        let picture: HTML = figure.link.map { "<a href=\"\($0)\">\(image)</a>" } ?? image
        return "<figure>\(picture)\(figure.caption.map { "<figcaption>\($0)</figcaption>" })\(figure.credit)</figure>"
    }

    func pullQuote(_ quote: PullQuote) -> HTML { "<blockquote>\(quote.text)\(quote.cite)</blockquote>" }

    func aside(_ aside: Aside) -> HTML { "<aside>\(aside.title)\(aside.text)</aside>" }

    func embed(_ embed: Embed) -> HTML {
        "<a href=\"\(embed.address)\">\(embed.title ?? embed.host)\(embed.player?.address.text)</a>"
    }
}
