import CCmark
import Markup

extension Rendering {
    /// A level-one heading at the start is the headline, which the page shows already.
    func dropLeadingHeadline() {
        guard options.dropsLeadingHeadline, let first = tree.root.first, first.kind == CMARK_NODE_HEADING,
            first.headingLevel == 1
        else { return }
        tree.discard(first)
    }

    /// Sets the headings' levels and gives each an id, so that links can lead to it.
    func anchorHeadings(_ headings: [Found]) {
        let nodes = headings.map(\.node).filter { $0.parent != nil }
        let highest = nodes.map(\.headingLevel).min() ?? 1
        let shift = options.topHeading.map { $0 - highest } ?? 0
        var ids = HeadingIDs(reserved: options.reservedIDs)
        for node in nodes {
            let level = min(max(node.headingLevel + shift, 1), 6)
            let id = ids.id(for: node.plainText())
            let (opening, closing): (HTML, HTML) = ("<h\(level) id=\"\(id)\">", "</h\(level)>")
            // cmark ends the line after a block's opening, but not after an inline's.
            let line = tree.inline(opening.bytes, closing.bytes)
            line.appendChildren(of: node)
            let block = tree.block([])
            block.append(line)
            tree.replace(node, by: block)
        }
    }
}

/// Makes an id of a heading's text, as GitHub does: lower case, letters and digits, `-` for a space. Each is unique.
struct HeadingIDs {
    private var used: Set<String>
    private var next: [String: Int] = [:]

    init(reserved: Set<String>) { used = reserved }

    mutating func id(for text: String) -> String {
        let base = HeadingIDs.slug(text)
        var id = base
        while !used.insert(id).inserted {
            let number = next[base, default: 1]
            next[base] = number + 1
            id = "\(base)-\(number)"
        }
        return id
    }

    static func slug(_ text: String) -> String {
        var slug: [UInt8] = []
        if !text.utf8.allSatisfy({ $0 < 0x80 }) { return unicodeSlug(text) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                slug.append(byte)
            case 0x20, 0x0A: slug.append(UInt8(ascii: "-"))
            default: break
            }
        }
        return clear(String(decoding: slug, as: UTF8.self))
    }

    private static func unicodeSlug(_ text: String) -> String {
        var slug = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
                slug.append(scalar)
            case .spaceSeparator: slug.append("-")
            default: if scalar == "-" || scalar == "\n" { slug.append("-") }
            }
        }
        return clear(String(slug))
    }

    /// `fn-` and `fnref-` begin the ids of footnotes.
    private static func clear(_ slug: String) -> String {
        if slug.isEmpty { return "section" }
        return slug.hasPrefix("fn-") || slug.hasPrefix("fnref-") ? "section-" + slug : slug
    }
}
