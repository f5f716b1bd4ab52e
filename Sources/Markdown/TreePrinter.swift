import CCmark
import Markup

/// Prints cmark's tree as HTML: byte for byte what `cmark_render_html` makes of it, but for a title that is empty,
/// which is left out. That function looks at each byte of a text by itself, and builds a string that has to be copied
/// once more; this takes three quarters of its instructions.
///
/// What may not stand in the HTML was taken out of the tree before.
struct TreePrinter {
    private var html: Buffer
    /// The image whose alternative text is being printed: of what it holds, the text alone.
    private var image: Node?

    /// - Parameter capacity: how long the HTML will be, roughly.
    init(capacity: Int) {
        html = Buffer(capacity: capacity)
    }

    /// Prints a node and all it holds. Trees can be as deep as a text is long, so it does not call itself.
    mutating func print(_ root: Node) -> HTML {
        let iterator = cmark_iter_new(root.pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = Node(cmark_iter_get_node(iterator)) else { break }
            print(node, isEntered: event == CMARK_EVENT_ENTER)
        }
        return HTML(html)
    }

    private mutating func print(_ node: Node, isEntered: Bool) {
        if image == node { image = nil }
        if image != nil { return printPlain(node) }
        switch node.kind {
        case CMARK_NODE_TEXT: append(escaping: cmark_node_get_literal(node.pointer))
        case CMARK_NODE_SOFTBREAK: html.append(UInt8(ascii: "\n"))
        case CMARK_NODE_LINEBREAK: html.append("<br />\n")
        case CMARK_NODE_PARAGRAPH:
            if !node.isParagraphOfTightList { printBlock(isEntered, "<p>", "</p>\n") }
        case CMARK_NODE_EMPH: html.append(isEntered ? "<em>" : "</em>")
        case CMARK_NODE_STRONG: html.append(isEntered ? "<strong>" : "</strong>")
        case CMARK_NODE_LINK: printLink(node, isEntered)
        case CMARK_NODE_IMAGE: printImage(node, isEntered)
        case CMARK_NODE_CODE:
            html.append("<code>")
            append(escaping: cmark_node_get_literal(node.pointer))
            html.append("</code>")
        case CMARK_NODE_HTML_INLINE: append(cmark_node_get_literal(node.pointer))
        case CMARK_NODE_CUSTOM_INLINE: append(node.custom(isEntered))
        case CMARK_NODE_CUSTOM_BLOCK: printOnLines(node.custom(isEntered))
        case CMARK_NODE_HTML_BLOCK: printOnLines(cmark_node_get_literal(node.pointer))
        case CMARK_NODE_HEADING: printHeading(node.headingLevel, isEntered)
        case CMARK_NODE_BLOCK_QUOTE:
            beginLine()
            html.append(isEntered ? "<blockquote>\n" : "</blockquote>\n")
        case CMARK_NODE_LIST: printList(node, isEntered)
        case CMARK_NODE_ITEM: printBlock(isEntered, "<li>", "</li>\n")
        case CMARK_NODE_CODE_BLOCK: printCodeBlock(node)
        case CMARK_NODE_THEMATIC_BREAK:
            beginLine()
            html.append("<hr />\n")
        default: break
        }
    }

    // MARK: Blocks

    /// Ends the line, if one has begun.
    private mutating func beginLine() {
        if let last = html.last, last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
    }

    private mutating func printBlock(_ isEntered: Bool, _ opening: HTML, _ closing: HTML) {
        if isEntered { beginLine() }
        html.append(isEntered ? opening : closing)
    }

    private mutating func printOnLines(_ markup: UnsafePointer<CChar>?) {
        beginLine()
        append(markup)
        beginLine()
    }

    private mutating func printHeading(_ level: Int, _ isEntered: Bool) {
        if isEntered { beginLine() }
        html.append(isEntered ? "<h" : "</h")
        html.append(number: level)
        html.append(isEntered ? ">" : ">\n")
    }

    private mutating func printList(_ list: Node, _ isEntered: Bool) {
        let isBulleted = cmark_node_get_list_type(list.pointer) == CMARK_BULLET_LIST
        guard isEntered else { return html.append(isBulleted ? "</ul>\n" : "</ol>\n") }
        beginLine()
        if isBulleted { return html.append("<ul>\n") }
        let start = Int(cmark_node_get_list_start(list.pointer))
        if start == 1 { return html.append("<ol>\n") }
        html.append("<ol start=\"")
        html.append(number: start)
        html.append("\">\n")
    }

    private mutating func printCodeBlock(_ block: Node) {
        beginLine()
        // The language is the first word of what stands after the fence.
        let language = block.fenceInfoBytes.prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        if block.hasFenceInfo {
            html.append("<pre><code class=\"language-")
            language.withUnsafeBufferPointer { html.append(escaping: $0, keepsApostrophes: true) }
            html.append("\">")
        } else {
            html.append("<pre><code>")
        }
        append(escaping: cmark_node_get_literal(block.pointer))
        html.append("</code></pre>\n")
    }

    // MARK: Links and images

    private mutating func printLink(_ link: Node, _ isEntered: Bool) {
        guard isEntered else { return html.append("</a>") }
        html.append("<a href=\"")
        append(address: cmark_node_get_url(link.pointer))
        printTitle(of: link)
        html.append("\">")
    }

    private mutating func printImage(_ node: Node, _ isEntered: Bool) {
        guard isEntered else {
            printTitle(of: node)
            return html.append("\" />")
        }
        html.append("<img src=\"")
        append(address: cmark_node_get_url(node.pointer))
        html.append("\" alt=\"")
        image = node
    }

    private mutating func printTitle(of node: Node) {
        guard let title = cmark_node_get_title(node.pointer), title.pointee != 0 else { return }
        html.append("\" title=\"")
        append(escaping: title)
    }

    private mutating func printPlain(_ node: Node) {
        switch node.kind {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            append(escaping: cmark_node_get_literal(node.pointer))
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: html.append(UInt8(ascii: " "))
        default: break
        }
    }

    // MARK: C strings

    private mutating func append(_ markup: UnsafePointer<CChar>?) {
        TreePrinter.withBytes(of: markup) { html.append($0) }
    }

    private mutating func append(escaping text: UnsafePointer<CChar>?) {
        TreePrinter.withBytes(of: text) { html.append(escaping: $0, keepsApostrophes: true) }
    }

    /// What an address may not have in it is percent-encoded; what was encoded already stays.
    private mutating func append(address: UnsafePointer<CChar>?) {
        TreePrinter.withBytes(of: address) { bytes in
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "&"): html.append("&amp;")
                case UInt8(ascii: "'"): html.append("&#x27;")
                case _ where byte.standsInAddress: html.append(byte)
                default:
                    html.append(UInt8(ascii: "%"))
                    html.append((byte >> 4).hexadecimalDigit)
                    html.append((byte & 15).hexadecimalDigit)
                }
            }
        }
    }

    private static func withBytes(
        of text: UnsafePointer<CChar>?, _ read: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard let text else { return }
        UnsafeRawBufferPointer(start: text, count: strlen(text)).withMemoryRebound(to: UInt8.self, read)
    }
}

extension Node {
    /// In a tight list, the paragraphs of its items are not marked.
    fileprivate var isParagraphOfTightList: Bool {
        guard let list = parent?.parent, list.kind == CMARK_NODE_LIST else { return false }
        return cmark_node_get_list_tight(list.pointer) == 1
    }

    fileprivate var hasFenceInfo: Bool {
        guard let info = cmark_node_get_fence_info(pointer) else { return false }
        return info.pointee != 0
    }

    /// What stands before or after the children of a node of our own making.
    fileprivate func custom(_ isEntered: Bool) -> UnsafePointer<CChar>? {
        isEntered ? cmark_node_get_on_enter(pointer) : cmark_node_get_on_exit(pointer)
    }
}

extension UInt8 {
    /// Whether it may stand in an address as it is: what RFC 3986 reserves or leaves alone, and the sign of what is
    /// encoded; but not brackets.
    fileprivate var standsInAddress: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    fileprivate var hexadecimalDigit: UInt8 {
        self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "A") + self - 10
    }
}
