import CCmark

extension Rendering {
    /// `~~so~~` among the children of `parent`: a pair of tildes opens and closes as two asterisks would. What is
    /// escaped is none, because cmark has made a piece of text of its own of it.
    func strikeThrough(_ parent: Node) {
        var runs: [Tildes] = []
        var open: [Int] = []
        for child in parent.children where child.kind == CMARK_NODE_TEXT && child.literalContains("~~") {
            for run in Tildes.all(in: child) {
                runs.append(run)
                if run.canClose, let opener = open.popLast() {
                    runs[opener].tag = "<del>"
                    runs[runs.count - 1].tag = "</del>"
                } else if run.canOpen {
                    open.append(runs.count - 1)
                }
            }
        }
        var index = 0
        while index < runs.count {
            let node = runs[index].node
            let end = runs[index...].firstIndex { $0.node != node } ?? runs.count
            let tags = runs[index..<end].compactMap { run in run.tag.map { (run.offset, $0) } }
            if !tags.isEmpty { draw(tags, in: node) }
            index = end
        }
    }

    private func draw(_ tags: [(offset: Int, tag: StaticString)], in node: Node) {
        let text = node.literalBytes
        var start = 0
        for (offset, tag) in tags {
            if offset > start { tree.text(Array(text[start..<offset])).insert(before: node) }
            tree.inline(Array("\(tag)".utf8)).insert(before: node)
            start = offset + 2
        }
        node.set(literal: Array(text[start...]))
    }
}

/// Two tildes in a text.
private struct Tildes {
    let node: Node
    let offset: Int
    let canOpen: Bool
    let canClose: Bool
    /// What they became.
    var tag: StaticString?

    static func all(in node: Node) -> [Tildes] {
        let text = node.literalBytes
        var runs: [Tildes] = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "~") else {
                index += 1
                continue
            }
            let end = text[index...].firstIndex { $0 != UInt8(ascii: "~") } ?? text.count
            if end - index == 2 {
                let before = index > 0 ? Side(text[index - 1]) : Side(beside: node.previous, in: node, isBefore: true)
                let after = end < text.count ? Side(text[end]) : Side(beside: node.next, in: node, isBefore: false)
                runs.append(
                    Tildes(
                        node: node, offset: index,
                        canOpen: after != .space && (after != .punctuation || before != .letter),
                        canClose: before != .space && (before != .punctuation || after != .letter)))
            }
            index = end
        }
        return runs
    }

    private enum Side {
        case space, punctuation, letter

        init(_ byte: UInt8) {
            switch byte {
            case 0...0x20: self = .space
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF:
                self = .letter
            default: self = .punctuation
            }
        }

        /// Where the text begins or ends: what stands there in the source.
        init(beside sibling: Node?, in node: Node, isBefore: Bool) {
            guard let sibling else {
                switch node.parent?.kind {
                case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK: self = .punctuation
                default: self = .space
                }
                return
            }
            if sibling.isBreak {
                self = .space
            } else if sibling.kind == CMARK_NODE_TEXT, let byte = sibling.edgeByte(isLast: isBefore) {
                self = Side(byte)
            } else {
                // A mark of emphasis, a bracket, a backtick.
                self = .punctuation
            }
        }
    }
}

extension Node {
    fileprivate func edgeByte(isLast: Bool) -> UInt8? {
        isLast ? literalBytes.last : literalBytes.first
    }
}
