import CCmark
import Markup

/// A node of cmark's tree: the one place where cmark's pointers are read and written.
///
/// A node lives as long as the `Tree` it was parsed into, also after it was taken out of it.
struct Node: Hashable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    // MARK: Where it stands

    var kind: cmark_node_type { cmark_node_get_type(pointer) }
    var parent: Node? { Node(cmark_node_parent(pointer)) }
    var next: Node? { Node(cmark_node_next(pointer)) }
    var previous: Node? { Node(cmark_node_previous(pointer)) }
    var first: Node? { Node(cmark_node_first_child(pointer)) }
    var last: Node? { Node(cmark_node_last_child(pointer)) }

    /// The lines it covers in the text that was parsed, counted from 1; zeros for nodes of our own making.
    var lines: Lines {
        Lines(first: Int(cmark_node_get_start_line(pointer)), last: Int(cmark_node_get_end_line(pointer)))
    }

    var children: UnfoldSequence<Node, Node?> {
        sequence(state: first) { node in
            defer { node = node?.next }
            return node
        }
    }

    /// Where its first line begins, counted in bytes from 1.
    var startColumn: Int { max(Int(cmark_node_get_start_column(pointer)), 1) }

    /// Whether it has one child and no other.
    var onlyChild: Node? {
        guard let first, first.next == nil else { return nil }
        return first
    }

    var isBreak: Bool { kind == CMARK_NODE_SOFTBREAK || kind == CMARK_NODE_LINEBREAK }

    /// Whether a reader sees nothing of it: a line's end, or text of spaces.
    var isBlank: Bool {
        if isBreak { return true }
        guard kind == CMARK_NODE_TEXT, let text = cmark_node_get_literal(pointer) else { return false }
        var byte = text
        while byte.pointee == 0x20 || byte.pointee == 0x09 { byte += 1 }
        return byte.pointee == 0
    }

    var hasOnlyBlanks: Bool { children.allSatisfy(\.isBlank) }

    // MARK: What it says

    var literal: String { Node.string(cmark_node_get_literal(pointer)) }
    var url: String { Node.string(cmark_node_get_url(pointer)) }
    var title: String { Node.string(cmark_node_get_title(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

    var literalBytes: [UInt8] { Node.bytes(cmark_node_get_literal(pointer)) }
    var urlBytes: [UInt8] { Node.bytes(cmark_node_get_url(pointer)) }
    var titleBytes: [UInt8] { Node.bytes(cmark_node_get_title(pointer)) }
    var fenceInfoBytes: [UInt8] { Node.bytes(cmark_node_get_fence_info(pointer)) }

    func literalContains(_ text: StaticString) -> Bool { Node.contains(cmark_node_get_literal(pointer), text) }
    func urlContains(_ text: StaticString) -> Bool { Node.contains(cmark_node_get_url(pointer), text) }
    func titleContains(_ text: StaticString) -> Bool { Node.contains(cmark_node_get_title(pointer), text) }

    func literalBegins(with text: StaticString) -> Bool { Node.begins(cmark_node_get_literal(pointer), with: text) }
    func urlBegins(with text: StaticString) -> Bool { Node.begins(cmark_node_get_url(pointer), with: text) }

    func set(literal: [UInt8]) { Node.withCString(literal) { _ = cmark_node_set_literal(pointer, $0) } }
    func set(url: String) { Node.withCString(Array(url.utf8)) { _ = cmark_node_set_url(pointer, $0) } }
    func set(title: [UInt8]) { Node.withCString(title) { _ = cmark_node_set_title(pointer, $0) } }
    func set(fenceInfo: [UInt8]) { Node.withCString(fenceInfo) { _ = cmark_node_set_fence_info(pointer, $0) } }
    func set(headingLevel: Int) { cmark_node_set_heading_level(pointer, Int32(headingLevel)) }

    /// The first scalars of its text, at most `count`.
    func opening(_ count: Int) -> [Unicode.Scalar] {
        guard let text = cmark_node_get_literal(pointer) else { return [] }
        let bytes = UnsafeRawBufferPointer(start: text, count: Node.length(of: text, scalars: count))
        // A byte of ASCII is a scalar, which most are.
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map { Unicode.Scalar($0) } }
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { scalars.append(scalar) }
        return scalars
    }

    /// Takes the first `count` scalars off its text.
    func dropFirst(_ count: Int) {
        guard let text = cmark_node_get_literal(pointer) else { return }
        // cmark has copied the new text before it gives back the old.
        cmark_node_set_literal(pointer, text + Node.length(of: text, scalars: count))
    }

    /// What a custom node is drawn as, before its children and after them: markup.
    func set(opening: [UInt8]) { Node.withCString(opening) { _ = cmark_node_set_on_enter(pointer, $0) } }
    func set(closing: [UInt8]) { Node.withCString(closing) { _ = cmark_node_set_on_exit(pointer, $0) } }

    /// A line of the source that a node of our own making stands for.
    var ownLine: Int {
        get { Int(bitPattern: cmark_node_get_user_data(pointer)) }
        nonmutating set { cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue)) }
    }

    // MARK: Changing the tree

    // cmark refuses what has no place there; then nothing has changed.

    @discardableResult
    func insert(before sibling: Node) -> Bool { cmark_node_insert_before(sibling.pointer, pointer) == 1 }

    @discardableResult
    func insert(after sibling: Node) -> Bool { cmark_node_insert_after(sibling.pointer, pointer) == 1 }

    @discardableResult
    func append(_ child: Node) -> Bool { cmark_node_append_child(pointer, child.pointer) == 1 }

    func unlink() { cmark_node_unlink(pointer) }

    /// Takes over all children of `other`.
    func appendChildren(of other: Node) {
        while let child = other.first, append(child) {}
    }

    // MARK: Rendering

    /// As HTML. What may not stand in it was taken out of the tree before.
    /// - Parameter capacity: how long it will be, roughly.
    func html(capacity: Int = 256) -> HTML {
        var printer = TreePrinter(capacity: capacity)
        return printer.print(self)
    }

    // MARK: C strings

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text else { return [] }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    /// How many bytes the first scalars have: all, if there are no more than `count`.
    private static func length(of text: UnsafePointer<CChar>, scalars count: Int) -> Int {
        var (length, scalars) = (0, 0)
        while text[length] != 0 {
            if UInt8(bitPattern: text[length]) & 0xC0 != 0x80 { scalars += 1 }
            if scalars > count { break }
            length += 1
        }
        return length
    }

    private static func contains(_ text: UnsafePointer<CChar>?, _ part: StaticString) -> Bool {
        guard let text else { return false }
        return part.utf8Start.withMemoryRebound(to: CChar.self, capacity: part.utf8CodeUnitCount + 1) {
            strstr(text, $0) != nil
        }
    }

    private static func begins(_ text: UnsafePointer<CChar>?, with part: StaticString) -> Bool {
        guard let text else { return false }
        return part.utf8Start.withMemoryRebound(to: CChar.self, capacity: part.utf8CodeUnitCount + 1) {
            strncmp(text, $0, part.utf8CodeUnitCount) == 0
        }
    }

    /// cmark's strings end at the first zero byte, so that one in `bytes` would cut off the rest.
    private static func withCString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
        var terminated = bytes.contains(0) ? bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : bytes
        terminated.append(0)
        terminated.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                if let start = text.baseAddress { body(start) }
            }
        }
    }
}

/// A run of lines, counted from 1.
struct Lines: Hashable {
    var first: Int
    var last: Int
}
