import CCmark
import Diagnostics
import Markup

extension Rendering {
    /// Leaves raw HTML out, with a warning, or lets it stand.
    mutating func leaveOutRawHTML(_ find: Found) {
        let node = find.node
        let isBlock = node.kind == CMARK_NODE_HTML_BLOCK
        if options.rawHTML == .allow {
            if node.literalContains(Placeholder.sign) { node.set(literal: trusted(node.literalBytes)) }
            return
        }
        let literal = source.restoring(node.literalBytes)
        let tag = Tag(literal)
        if tag.name == "br", !isBlock { return tree.replace(node, by: tree.lineBreak()) }
        // A closing tag was reported with the tag that it closes.
        if !tag.isComment, isBlock || !tag.isClosing {
            let needle = Array(node.literalBytes.prefix { $0 != UInt8(ascii: "\n") && $0 != 0xF4 }.prefix(40))
            report(
                .warning, at: source.place(of: needle, in: find.lines), "raw HTML is left out: \(tag.shown)",
                hint: isBlock
                    ? "Write it in Markdown, or set html: allow in site.yml."
                    : "The text in it stays. Write it in Markdown, or set html: allow in site.yml.")
        }
        if !isBlock, let parent = node.parent, hollowed.last != parent { hollowed.append(parent) }
        tree.discard(node)
    }

    /// HTML that is allowed, its links made to lead where they were meant to.
    private mutating func trusted(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for segment in source.segments(of: bytes) {
            switch segment {
            case .text(let text): result += text
            case .placeholder(let placeholder):
                switch placeholder.kind {
                case .shortcode, .expression: warnOfShortcode(placeholder)
                case .destination(let name):
                    if case .address(let address) = surroundings.address(ofLink: name) {
                        result += HTML(text: address.text).bytes
                    } else {
                        result += HTML(text: name).bytes
                    }
                case .silent: break
                case .literal(let text): result += text.utf8
                case .noteReference, .noteDefinition, .directive, .tilde: result += source.original[placeholder.range]
                }
            }
        }
        return result
    }
}

/// What a piece of raw HTML begins with.
private struct Tag {
    let name: String
    let isClosing: Bool
    let isComment: Bool

    init(_ html: [UInt8]) {
        let text = html.drop { $0 == 0x20 }
        isComment = text.starts(with: Array("<!--".utf8)) && Tag.isOnlyComments(text)
        isClosing = text.starts(with: Array("</".utf8))
        let letters = text.dropFirst(isClosing ? 2 : 1).prefix {
            switch $0 | 0x20 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        name = String(decoding: letters.prefix(30), as: UTF8.self).lowercased()
    }

    /// As a message names it.
    var shown: String { name.isEmpty ? "<…" : isClosing ? "</\(name)>" : "<\(name)>" }

    private static func isOnlyComments(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while rest.starts(with: Array("<!--".utf8)) {
            rest = rest.dropFirst(4)
            while !rest.isEmpty, !rest.starts(with: Array("-->".utf8)) { rest.removeFirst() }
            rest = rest.dropFirst(3).drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        }
        return rest.isEmpty
    }
}
