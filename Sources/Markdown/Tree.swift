import CCmark

/// A parsed text: owns cmark's nodes, those of our own making and those taken out of it, and frees them all at its end.
final class Tree {
    let root: Node
    private var detached: [Node] = []

    /// Reads UTF-8. Nil only where cmark has no memory.
    init?(parsing text: ArraySlice<UInt8>, smart: Bool) {
        // Raw HTML is decided about on the tree: what is left of it there is to be printed.
        var options = CMARK_OPT_UNSAFE
        if smart { options |= CMARK_OPT_SMART }
        let document = text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, options) }
        }
        guard let document else { return nil }
        root = Node(document)
    }

    deinit {
        for node in detached { cmark_node_free(node.pointer) }
        cmark_node_free(root.pointer)
    }

    /// Takes `node` out of the tree, with all it holds.
    func discard(_ node: Node) {
        // It may be out of it already.
        guard node.parent != nil else { return }
        node.unlink()
        detached.append(node)
    }

    /// Frees a node of our own making that was not put into the tree.
    func own(_ node: Node) { detached.append(node) }

    /// Puts the children of `node` in its place.
    func unwrap(_ node: Node) {
        while let child = node.first, child.insert(before: node) {}
        discard(node)
    }

    /// Puts `replacement` in the place of `node`.
    func replace(_ node: Node, by replacement: Node) {
        if replacement.insert(before: node) { discard(node) } else { own(replacement) }
    }

    // MARK: New nodes, to be put into the tree

    func text(_ text: String) -> Node {
        let node = make(CMARK_NODE_TEXT)
        node.set(literal: Array(text.utf8))
        return node
    }

    func text(_ bytes: [UInt8]) -> Node {
        let node = make(CMARK_NODE_TEXT)
        node.set(literal: bytes)
        return node
    }

    func lineBreak() -> Node { make(CMARK_NODE_LINEBREAK) }
    func paragraph() -> Node { make(CMARK_NODE_PARAGRAPH) }

    /// Markup on lines of its own, around blocks or inlines.
    func block(_ opening: [UInt8], _ closing: [UInt8] = []) -> Node {
        custom(CMARK_NODE_CUSTOM_BLOCK, opening, closing)
    }

    /// Markup within a line, around inlines.
    func inline(_ opening: [UInt8], _ closing: [UInt8] = []) -> Node {
        custom(CMARK_NODE_CUSTOM_INLINE, opening, closing)
    }

    private func custom(_ kind: cmark_node_type, _ opening: [UInt8], _ closing: [UInt8]) -> Node {
        let node = make(kind)
        if !opening.isEmpty { node.set(opening: opening) }
        if !closing.isEmpty { node.set(closing: closing) }
        return node
    }

    private func make(_ kind: cmark_node_type) -> Node {
        // cmark stops the program where there is no memory, so that this is never nil for the kinds asked for here.
        Node(cmark_node_new(kind)) ?? root
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether all of it is UTF-8. Runs of ASCII are passed over eight bytes at a time.
    var isValidUTF8: Bool {
        guard let base = baseAddress else { return true }
        let raw = UnsafeRawPointer(base)
        var index = 0
        while index < count {
            if index + 8 <= count,
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
                continue
            }
            let length = sequenceLength(at: index)
            if length == 0 { return false }
            index += length
        }
        return true
    }

    /// How many bytes the character at `index` has; 0 if it is none (Unicode 15, table 3-7).
    private func sequenceLength(at index: Int) -> Int {
        let lead = self[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= count, second.contains(self[index + 1]) else { return 0 }
        for offset in 2..<Swift.max(length, 2) where self[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
