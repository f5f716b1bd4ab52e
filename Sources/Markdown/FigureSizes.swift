import CCmark
import Diagnostics

extension Rendering {
    /// Takes off what stands in braces right behind an image, or behind the link around it: `{size=wide}`. Braces with
    /// anything in them but attributes are text.
    mutating func takeSize(behind image: Node, _ lines: Lines) -> FigureSize? {
        var node = image
        if image.next == nil, let link = image.parent, link.kind == CMARK_NODE_LINK { node = link }
        guard let text = node.next, text.kind == CMARK_NODE_TEXT, text.literalBegins(with: "{"),
            let braces = Braces(text.literalBytes)
        else { return nil }
        let place = { [source] in source.place(of: braces.written, in: lines) }
        for key in braces.attributes.keys where key != "size" {
            report(.warning, at: place(), "a picture has no attribute “\(key.shown)”", hint: "It knows size.")
        }
        text.set(literal: braces.rest)
        if braces.rest.isEmpty { tree.discard(text) }
        guard let name = braces.attributes["size"] else { return nil }
        return figureSize(name, at: place)
    }

    /// The size that a name means; nil, with a report, if it means none.
    mutating func figureSize(_ name: String, at place: () -> Place) -> FigureSize? {
        if let size = FigureSize(rawValue: name) { return size }
        let near = FigureSize.allCases.first { $0.rawValue.isNear(name.lowercased()) }
        report(
            .warning, at: place(), "there is no size “\(name.shown)”",
            hint: (near.map { "Is \($0.rawValue) meant? " } ?? "") + "Known are \(FigureSize.list).")
        return nil
    }

    mutating func warnOfSize(_ lines: Lines) {
        report(
            .warning, at: source.place(of: Array("{".utf8), in: lines), "a picture within a line has no size",
            hint: "Put it into a paragraph of its own, with an empty line before it and after it.")
    }
}

extension FigureSize {
    static let list = allCases.map(\.rawValue).joined(separator: ", ")
}

/// Attributes at the start of a text.
struct Braces {
    let attributes: Attributes
    /// As the author wrote them, most likely.
    let written: [UInt8]
    let rest: [UInt8]

    /// Nil for a text that does not begin with attributes.
    init?(_ text: [UInt8]) {
        guard text.first == UInt8(ascii: "{"), let end = text.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        // cmark has made curly quotes of straight ones.
        written = Array(String(decoding: text[...end], as: UTF8.self).map(Braces.straight).joined().utf8)
        var scanner = Scanner(written[...])
        attributes = Attributes(&scanner)
        guard attributes.problem == nil, scanner.next == nil, !attributes.keys.isEmpty else { return nil }
        rest = Array(text[(end + 1)...])
    }

    private static func straight(_ character: Character) -> String {
        switch character {
        case "“", "”": "\""
        case "‘", "’": "'"
        default: String(character)
        }
    }
}
