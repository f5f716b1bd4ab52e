import CArena
import CCmark

/// A parsed text: cmark's nodes, those of our own making and those taken out of it. They lie in the thread's arena,
/// which is free again when the tree ends; so it stays on the thread that made it.
final class Tree {
    let root: Node
    private let memory: UnsafeMutablePointer<cmark_mem>

    /// Reads UTF-8. Nil only where cmark has no memory.
    init?(parsing text: ArraySlice<UInt8>, smart: Bool) {
        // Raw HTML is decided about on the tree: what is left of it there is to be printed.
        var options = CMARK_OPT_UNSAFE
        if smart { options |= CMARK_OPT_SMART }
        // The arena's functions are laid out as cmark wants them.
        memory = UnsafeMutableRawPointer(arena_enter()).assumingMemoryBound(to: cmark_mem.self)
        let parser = cmark_parser_new_with_mem(options, memory)
        text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else {
            arena_leave()
            return nil
        }
        root = Node(document)
    }

    deinit {
        arena_leave()
    }

    /// Takes `node` out of the tree, with all it holds.
    func discard(_ node: Node) {
        // It may be out of it already.
        guard node.parent != nil else { return }
        node.unlink()
    }

    /// Puts the children of `node` in its place.
    func unwrap(_ node: Node) {
        while let child = node.first, child.insert(before: node) {}
        discard(node)
    }

    /// Puts `replacement` in the place of `node`.
    func replace(_ node: Node, by replacement: Node) {
        if replacement.insert(before: node) { discard(node) }
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
        Node(cmark_node_new_with_mem(kind, memory)) ?? root
    }
}
