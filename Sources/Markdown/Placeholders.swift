import CCmark

/// Something in the text that CommonMark does not know, and that cmark reads as punctuation.
struct Placeholder {
    enum Kind {
        /// A shortcode or tag of another system, by name: left out with a warning.
        case shortcode(String)
        /// A value that another system would put in: left out with a warning.
        case expression(String)
        /// The end of a paired shortcode, a comment: left out in silence.
        case silent
        /// A shortcode that was escaped so as to be shown.
        case literal(String)
        /// `\\~`
        case tilde
        /// Another page, by its name: it means something where a link leads.
        case destination(String)
        /// `[^label]`
        case noteReference(String)
        /// `[^label]:` at the start of a line
        case noteDefinition(String)
        /// A line that begins with `:::` or `::name`
        case directive
    }

    var kind: Kind
    /// Its bytes in the original.
    var range: Range<Int>

    /// Begins a placeholder; the original's own are taken out of it. U+10FFF0 and U+10FFF1, which ends one, are for
    /// private use, at the far end of Unicode.
    static let sign: StaticString = "\u{10FFF0}"

    /// What stands around the number, so that cmark takes it for what it is: punctuation, a list item whose content
    /// stands four columns in, an HTML block of one line.
    var decoration: (before: StaticString, after: StaticString) {
        switch kind {
        case .noteDefinition: ("+   $", "$")
        case .directive: ("<?$", "$?>")
        default: ("$", "$")
        }
    }

    func bytes(number: Int) -> [UInt8] {
        Array("\(decoration.before)\u{10FFF0}\(number)\u{10FFF1}\(decoration.after)".utf8)
    }
}

extension Source {
    /// A part of a node's text.
    enum Segment {
        case text(ArraySlice<UInt8>)
        case placeholder(Placeholder)
    }

    /// Takes a node's text apart.
    func segments(of bytes: [UInt8]) -> [Segment] {
        var segments: [Segment] = []
        var rest = bytes[...]
        var index = 0
        while index + 3 < bytes.count {
            guard bytes[index] == 0xF4, let (placeholder, end) = placeholder(in: bytes, at: index) else {
                index += 1
                continue
            }
            var text = rest[..<index]
            let decoration = placeholder.decoration
            // A part of the decoration may be missing, where cmark took it for something else.
            text.removeLongestSuffix(sharedWith: Array("\(decoration.before)".utf8))
            if !text.isEmpty { segments.append(.text(text)) }
            segments.append(.placeholder(placeholder))
            rest = bytes[end...]
            rest.removeLongestPrefix(sharedWith: Array("\(decoration.after)".utf8))
            index = rest.startIndex
        }
        if !rest.isEmpty { segments.append(.text(rest)) }
        return segments
    }

    private func placeholder(in bytes: [UInt8], at index: Int) -> (Placeholder, Int)? {
        guard bytes[index + 1] == 0x8F, bytes[index + 2] == 0xBF, bytes[index + 3] == 0xB0 else { return nil }
        let start = index + 4
        var number = 0
        var end = start
        while end < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[end], number <= placeholders.count {
            number = number * 10 + Int(bytes[end] - UInt8(ascii: "0"))
            end += 1
        }
        // `&#x10FFF0;` in the text can come this far, and then names no placeholder or repeats one.
        guard end > start, number < placeholders.count, end + 3 < bytes.count, bytes[end] == 0xF4,
            bytes[end + 1] == 0x8F, bytes[end + 2] == 0xBF, bytes[end + 3] == 0xB1
        else { return nil }
        return (placeholders[number], end + 4)
    }

    /// The text with what the author wrote in the place of all placeholders.
    func restoring(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for segment in segments(of: bytes) {
            switch segment {
            case .text(let text): result += text
            case .placeholder(let placeholder): result += original[placeholder.range]
            }
        }
        return result
    }

    /// The directive's line that an HTML block stands for.
    func marker(_ node: Node) -> Placeholder? {
        guard node.literalBegins(with: "<?$\u{10FFF0}") else { return nil }
        for case .placeholder(let placeholder) in segments(of: node.literalBytes) {
            if case .directive = placeholder.kind { return placeholder }
            return nil
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Takes off as many of the last bytes as `suffix` ends with, too.
    fileprivate mutating func removeLongestSuffix(sharedWith suffix: [UInt8]) {
        var length = Swift.min(count, suffix.count)
        while length > 0, !self.suffix(length).elementsEqual(suffix.suffix(length)) { length -= 1 }
        removeLast(length)
    }

    fileprivate mutating func removeLongestPrefix(sharedWith prefix: [UInt8]) {
        var length = Swift.min(count, prefix.count)
        while length > 0, !self.prefix(length).elementsEqual(prefix.prefix(length)) { length -= 1 }
        removeFirst(length)
    }
}

extension Rendering {
    func restoreCodeBlock(_ node: Node) {
        if node.literalContains(Placeholder.sign) { node.set(literal: source.restoring(node.literalBytes)) }
        let info = node.fenceInfoBytes
        if info.contains(0xF4) { node.set(fenceInfo: source.restoring(info)) }
    }

    /// Gives every placeholder in a text its meaning.
    mutating func readPlaceholders(in find: Found) {
        let node = find.node
        var plain: [UInt8] = []
        var isNoteStart = false
        for segment in source.segments(of: node.literalBytes) {
            switch segment {
            case .text(let text):
                plain += isNoteStart ? text.drop { $0 == 0x20 || $0 == 0x09 } : text
                isNoteStart = false
            case .placeholder(let placeholder):
                switch placeholder.kind {
                case .shortcode, .expression, .destination:
                    warnOfShortcode(placeholder)
                case .silent:
                    break
                case .literal(let text):
                    plain += text.utf8
                case .tilde:
                    // In a text of its own, so that no pair is made of it.
                    if !plain.isEmpty { tree.text(plain).insert(before: node) }
                    plain = []
                    tree.text("~").insert(before: node)
                case .noteReference(let label):
                    if !plain.isEmpty { tree.text(plain).insert(before: node) }
                    plain = []
                    addReference(to: label, placeholder, before: node)
                case .noteDefinition(let label):
                    if plain.isEmpty, let item = noteItem(of: node) {
                        addNote(label, placeholder, item)
                        isNoteStart = true
                    } else {
                        plain += source.original[placeholder.range]
                    }
                case .directive:
                    plain += source.original[placeholder.range]
                }
            }
        }
        node.set(literal: plain)
        if node.isBlank { thinned.append(node) }
    }

    /// Takes out the nodes that are empty without what was taken out of them, and what is empty without these.
    mutating func removeEmptied() {
        for node in thinned where node.isBlank && node.parent != nil {
            removeLineEnd(of: node)
            if node.previous == nil || node.next == nil {
                if let parent = node.parent { hollowed.append(parent) }
                tree.discard(node)
            }
        }
        thinned = []
        // From the inside out, each but once.
        while !hollowed.isEmpty {
            var seen: Set<Node> = []
            var parents: [Node] = []
            for node in hollowed where seen.insert(node).inserted && node.hasOnlyBlanks {
                // A picture has a meaning without a text, and a table keeps its empty cells.
                guard let parent = node.parent, node.kind != CMARK_NODE_IMAGE, node.kind != CMARK_NODE_CUSTOM_INLINE
                else { continue }
                removeLineEnd(of: node)
                tree.discard(node)
                parents.append(parent)
            }
            hollowed = parents
        }
    }

    /// The end of a line that has nothing else goes with it.
    private func removeLineEnd(of node: Node) {
        if let before = node.previous, before.isBreak, node.next?.isBreak ?? true {
            tree.discard(before)
        } else if node.previous == nil, let after = node.next, after.isBreak {
            tree.discard(after)
        }
    }
}
