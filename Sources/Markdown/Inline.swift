import CCmark
import Diagnostics
import Markup

extension HTML {
    /// One line of Markdown, such as a caption: emphasis, links and code, smart punctuation, no blocks, no raw HTML.
    public init(inlineMarkdown text: String) {
        self = InlineMarkdown.html(text) { Address($0)?.text }
    }
}

extension String {
    /// The same line without its marks: what a reader is told who sees no emphasis and follows no links.
    public init(plainInlineMarkdown text: String) {
        self = InlineMarkdown.plainText(text)
    }
}

/// One line of Markdown, read once for both: as HTML, and without its marks.
public struct MarkdownLine: Sendable {
    public let html: HTML
    public let plain: String

    public init(_ text: String) {
        guard !InlineMarkdown.isPlain(text), let tree = InlineMarkdown.tree(of: text) else {
            (html, plain) = (HTML(text: text), text)
            return
        }
        InlineMarkdown.simplify(tree) { $0 }
        plain = tree.root.plainText()
        html = InlineMarkdown.html(tree) { Address($0)?.text }
    }
}

extension Rendering {
    /// A line of Markdown that an addition has in it, its links resolved like those of the body.
    mutating func inlineMarkdown(_ text: String, _ lines: Lines) -> HTML {
        var reports: [(url: String, message: String)] = []
        var links: [(url: String, address: String)] = []
        let html = InlineMarkdown.html(text) { url in
            guard Address.isAllowed(url) else {
                reports.append((url, "a link may not lead to “\(url.shown)”"))
                return nil
            }
            switch surroundings.address(ofLink: url) {
            case .asWritten:
                links.append((url, url))
                return url
            case .address(let address):
                links.append((url, address.text))
                return address.text
            case .missing(let message):
                reports.append((url, message))
                return nil
            }
        }
        for item in reports {
            report(.warning, at: source.place(of: Array(item.url.utf8), in: lines), item.message)
        }
        for link in links { note(.link, link.address, written: link.url, lines) }
        return html
    }
}

enum InlineMarkdown {
    /// - Parameter resolve: a link's destination as the page has it; nil leaves the link's text alone.
    static func html(_ text: String, resolve: (String) -> String?) -> HTML {
        guard !isPlain(text), let tree = tree(of: text) else { return HTML(text: text) }
        return html(tree, resolve: resolve)
    }

    static func html(_ tree: Tree, resolve: (String) -> String?) -> HTML {
        simplify(tree, resolve)
        let bytes = tree.root.html().bytes
        // cmark draws one paragraph.
        return HTML(trusted: Array(bytes.dropFirst(3).dropLast(5)))
    }

    /// A tree with one paragraph, whatever the text begins with.
    static func tree(of text: String) -> Tree? {
        // Before a space that is none to cmark, no block but a paragraph begins; emphasis can, like after any space.
        var line: [UInt8] = [0xC2, 0xA0]
        line += Substring(text).trimming(while: \.isWhitespace).utf8.map {
            $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? 0x20 : $0
        }
        guard let tree = Tree(parsing: line[...], smart: true), let paragraph = tree.root.onlyChild,
            paragraph.kind == CMARK_NODE_PARAGRAPH
        else { return nil }
        paragraph.removeGuard()
        return tree
    }

    static func plainText(_ text: String) -> String {
        guard !isPlain(text), let tree = tree(of: text) else { return text }
        simplify(tree) { $0 }
        return tree.root.plainText()
    }

    /// Whether cmark would leave the text as it is, and it needs no escape. Most captions are such texts.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            // cmark cuts off spaces at both ends.
            var last: UInt8 = 0x20
            for byte in bytes {
                guard isPlain(byte), last != byte || !isOddTwice(byte) else { return false }
                last = byte
            }
            return last != 0x20
        } ?? false
    }

    /// Letters, digits, space, `, ; : ( ) / ? . -` and whatever is no ASCII, a bit for each character.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        let bits: UInt64 = byte < 0x40 ? 0x8FFF_F301_0000_0000 : 0x07FF_FFFE_07FF_FFFE
        return byte >= 0x80 || bits >> UInt64(byte & 0x3F) & 1 == 1
    }

    /// What means something to cmark where it stands twice: a dash, dots, a break.
    @inline(__always)
    private static func isOddTwice(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// Takes out what has no place in a line: HTML is text there, a picture is its text.
    static func simplify(_ tree: Tree, _ resolve: (String) -> String?) {
        var links: [Node] = []
        var others: [Node] = []
        let iterator = cmark_iter_new(tree.root.pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = Node(cmark_iter_get_node(iterator)) else { continue }
            switch node.kind {
            case CMARK_NODE_LINK: links.append(node)
            case CMARK_NODE_IMAGE, CMARK_NODE_HTML_INLINE: others.append(node)
            default: break
            }
        }
        // From the inside out: what is within another was taken care of before it.
        for node in others.reversed() {
            let text = node.kind == CMARK_NODE_IMAGE ? node.plainText() : node.literal
            tree.replace(node, by: tree.text(text))
        }
        for node in links {
            if let url = resolve(node.url) { node.set(url: url) } else { node.set(url: "") }
            if node.url.isEmpty { tree.unwrap(node) }
        }
    }
}

extension Node {
    /// Takes off the space that was put before a line so as to keep it a paragraph.
    func removeGuard() {
        guard let text = first, text.literalBegins(with: "\u{A0}") else { return }
        text.set(literal: Array(text.literalBytes.dropFirst(2)))
    }
}
