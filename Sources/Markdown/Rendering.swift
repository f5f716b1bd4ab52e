import CCmark
import Diagnostics
import Markup

/// One body on its way to HTML: cmark's tree, and what the newsroom's additions make of it.
struct Rendering {
    let source: Source
    let options: BodyOptions
    let surroundings: any Surroundings
    let pieces: any Pieces
    let tree: Tree
    var diagnostics: [Diagnostic] = []
    private var reports: [Diagnostic.Severity: Int] = [:]
    var references: [Reference] = []
    var dateline: String?

    /// What the text has that cmark does not know: `source` reads it, these draw it.
    var markers: [Found] = []
    var notes = Notes()
    /// Whether the text has galleries, and the pictures that may stand in them.
    var hasGalleries = false
    var shown: [Node: Shown] = [:]
    /// Nodes that text was taken out of: they may be empty now.
    var thinned: [Node] = []
    /// Nodes that others were taken out of.
    var hollowed: [Node] = []

    init(
        source: Source, options: BodyOptions, surroundings: any Surroundings, pieces: any Pieces, tree: Tree
    ) {
        self.source = source
        self.options = options
        self.surroundings = surroundings
        self.pieces = pieces
        self.tree = tree
    }

    /// Beyond this depth nothing is put into the tree: cmark looks at all ancestors of a node that it inserts, which
    /// would let a hostile text take a time that grows with its square.
    static let depthLimit = 200

    mutating func html() -> HTML {
        dropLeadingHeadline()
        drawTables()
        let finds = survey()
        for find in finds.marked { readPlaceholders(in: find) }
        removeEmptied()
        for find in finds.links { resolveLink(find) }
        hasGalleries = findGalleries()
        for find in finds.images { drawImage(find) }
        for find in finds.markup { leaveOutRawHTML(find) }
        removeEmptied()
        for parent in finds.struck { strikeThrough(parent) }
        anchorHeadings(finds.headings)
        drawNotes()
        drawDirectives()
        markDateline()
        return tree.root.html(capacity: source.text.count * 5 / 4)
    }

    // MARK: One walk over the tree

    /// A node that an addition is interested in, and the lines of the block it stands in.
    struct Found {
        var node: Node
        var lines: Lines
    }

    struct Finds {
        /// Nodes with placeholders in them: text, code, HTML, links, images.
        var marked: [Found] = []
        var links: [Found] = []
        var images: [Found] = []
        /// Raw HTML.
        var markup: [Found] = []
        /// What has text with `~~` among its children.
        var struck: [Node] = []
        var headings: [Found] = []
    }

    private mutating func survey() -> Finds {
        var finds = Finds()
        let hasPlaceholders = !source.placeholders.isEmpty
        let hasTildes = source.signs.contains(.strikethrough)
        let iterator = cmark_iter_new(tree.root.pointer)
        defer { cmark_iter_free(iterator) }
        var depth = 0
        var imageDepth = 0
        var lines = Lines(first: 1, last: 1)
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = Node(cmark_iter_get_node(iterator)) else { continue }
            let kind = node.kind
            if event == CMARK_EVENT_EXIT {
                depth -= 1
                if kind == CMARK_NODE_IMAGE { imageDepth -= 1 }
                continue
            }
            let isDeep = depth > Rendering.depthLimit
            switch kind {
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_THEMATIC_BREAK:
                break
            case CMARK_NODE_TEXT:
                if hasPlaceholders, node.literalContains(Placeholder.sign) {
                    if isDeep {
                        node.set(literal: source.restoring(node.literalBytes))
                    } else {
                        finds.marked.append(Found(node: node, lines: lines))
                    }
                }
                if hasTildes, !isDeep, imageDepth == 0, node.literalContains("~~"), let parent = node.parent,
                    finds.struck.last != parent
                {
                    finds.struck.append(parent)
                }
            case CMARK_NODE_CODE:
                if hasPlaceholders, node.literalContains(Placeholder.sign) {
                    node.set(literal: source.restoring(node.literalBytes))
                }
            case CMARK_NODE_CODE_BLOCK:
                if hasPlaceholders { restoreCodeBlock(node) }
            case CMARK_NODE_HTML_BLOCK:
                lines = node.lines
                let find = Found(node: node, lines: lines)
                if hasPlaceholders, source.marker(node) != nil {
                    if isDeep { tree.discard(node) } else { markers.append(find) }
                } else {
                    finds.markup.append(find)
                }
            case CMARK_NODE_HTML_INLINE:
                if imageDepth == 0 { finds.markup.append(Found(node: node, lines: lines)) }
            case CMARK_NODE_LINK:
                depth += 1
                if imageDepth == 0 {
                    if isDeep { disarm(node) } else { finds.links.append(Found(node: node, lines: lines)) }
                }
            case CMARK_NODE_IMAGE:
                depth += 1
                imageDepth += 1
                if imageDepth == 1 {
                    if isDeep { disarm(node) } else { finds.images.append(Found(node: node, lines: lines)) }
                }
            case CMARK_NODE_HEADING:
                depth += 1
                lines = node.lines
                if !isDeep { finds.headings.append(Found(node: node, lines: lines)) }
            case CMARK_NODE_PARAGRAPH:
                depth += 1
                let own = node.lines
                if own.first > 0 { lines = own }
            case CMARK_NODE_CUSTOM_BLOCK:
                depth += 1
                if node.ownLine > 0 { lines = Lines(first: node.ownLine, last: node.ownLine) }
            default:
                depth += 1
            }
        }
        return finds
    }

    /// A link or image where nothing can be put into the tree: a destination that is refused leads nowhere.
    private func disarm(_ node: Node) {
        if node.urlContains(Placeholder.sign) || !Address.isAllowed(node.url) { node.set(url: "") }
        if node.titleContains(Placeholder.sign) { node.set(title: []) }
    }

    // MARK: Saying what is wrong

    /// Nobody reads more of one text.
    private static let reportLimit = 1_000

    mutating func report(_ severity: Diagnostic.Severity, at place: Place, _ message: String, hint: String = "") {
        // Counted apart, so that warnings do not hide an error.
        reports[severity, default: 0] += 1
        let count = reports[severity] ?? 0
        if count == Rendering.reportLimit {
            let more = severity == .error ? "errors" : "warnings"
            diagnostics.append(Diagnostic(severity, line: place.line, "there are more \(more) than are listed"))
        }
        guard count < Rendering.reportLimit else { return }
        diagnostics.append(
            Diagnostic(severity, line: place.line, column: place.column, message, hint: hint))
    }
}
