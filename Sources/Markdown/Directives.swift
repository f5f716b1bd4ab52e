import CCmark
import Diagnostics
import Markup

/// The directives that stet knows.
enum DirectiveName: String, CaseIterable {
    case pullquote, aside, gallery, embed, video, audio

    /// Whether it stands on its own, rather than around a text.
    var isLeaf: Bool {
        switch self {
        case .pullquote, .aside, .gallery: false
        case .embed, .video, .audio: true
        }
    }

    var fence: String { isLeaf ? "::" : ":::" }

    var attributes: [String] {
        switch self {
        case .pullquote: ["cite"]
        case .aside: ["title"]
        case .gallery: ["title", "size"]
        case .embed: ["url", "title", "poster", "size"]
        case .video: ["src", "title", "caption", "poster", "size"]
        case .audio: ["src", "title", "caption"]
        }
    }

    /// How one that stands alone is written.
    var example: String {
        switch self {
        case .video: "::video{src=\"clip.mp4\" title=\"…\"}"
        case .audio: "::audio{src=\"clip.mp3\" title=\"…\"}"
        default: "::embed{url=\"https://…\" title=\"…\"}"
        }
    }

    static let list = ":::pullquote, :::aside, :::gallery, ::embed, ::video and ::audio"

    /// The name that was meant.
    static func near(_ name: String) -> DirectiveName? {
        allCases.first { $0.rawValue.isNear(name.lowercased()) }
    }
}

extension Preparation {
    /// A line that opens or closes a directive, or is one.
    func directiveLine(at start: Int) -> Placeholder? {
        guard has("::", at: start) else { return nil }
        let end = endOfLine(from: start)
        let isDirective = source[start..<end].withUnsafeBufferPointer { line in
            let colons = line.prefix { $0 == UInt8(ascii: ":") }.count
            let rest = line.dropFirst(colons)
            if colons > 2 {
                // A name, or nothing: a closing fence.
                let text = rest.drop { $0 == 0x20 || $0 == 0x09 }
                return text.first.map(\.isLetter) ?? true
            }
            let name = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
            let after = rest.dropFirst(name.count).first ?? 0x20
            return !name.isEmpty && (after == UInt8(ascii: "{") || after == UInt8(ascii: "[") || after <= 0x20)
        }
        return isDirective ? Placeholder(kind: .directive, range: start..<end) : nil
    }
}

extension UInt8 {
    var isLetter: Bool {
        switch self | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}

extension Rendering {
    /// A container that was opened.
    private struct Open {
        var line: DirectiveLine
        var name: DirectiveName?
        var node: Node
        var placeholder: Placeholder
    }

    /// No newsroom nests deeper, and each level copies what is in it.
    private static let nestingLimit = 32

    /// Puts what the theme draws in the place of directives. The markers were found in the order of the text, so that
    /// what is inside another is closed before it.
    mutating func drawDirectives() {
        var open: [Node: [Open]] = [:]
        var tooDeep: [Node: Int] = [:]
        for marker in markers {
            let node = marker.node
            guard let parent = node.parent, let placeholder = source.marker(node) else { continue }
            let line = DirectiveLine(source.original[placeholder.range])
            if line.name.isEmpty {
                if let count = tooDeep[parent], count > 0 {
                    tooDeep[parent] = count - 1
                } else {
                    close(&open[parent, default: []], line, node, placeholder)
                }
                tree.discard(node)
                continue
            }
            let name = check(line, placeholder)
            if line.fence == 2 {
                drawLeaf(name, line, node, placeholder)
                tree.discard(node)
            } else if open[parent]?.count ?? 0 >= Rendering.nestingLimit {
                if tooDeep[parent] == nil {
                    report(
                        .error, at: source.place(of: placeholder),
                        "directives are nested more than \(Rendering.nestingLimit) deep")
                }
                tooDeep[parent, default: 0] += 1
                tree.discard(node)
            } else {
                open[parent, default: []].append(Open(line: line, name: name, node: node, placeholder: placeholder))
            }
        }
        for item in open.values.joined() { leaveOpen(item) }
    }

    private mutating func leaveOpen(_ item: Open) {
        let fence = String(repeating: ":", count: min(item.line.fence, 20))
        report(
            .error, at: source.place(of: item.placeholder), "\(fence)\(item.line.name.shown) is not closed",
            hint: "Write \(fence) on a line of its own after its text, with the same indentation.")
        tree.discard(item.node)
    }

    private mutating func close(_ open: inout [Open], _ line: DirectiveLine, _ node: Node, _ placeholder: Placeholder) {
        // A longer fence closes what was opened with one as long, though something in it was left open.
        if let exact = open.lastIndex(where: { $0.line.fence == line.fence }), exact < open.count - 1,
            open[open.count - 1].line.fence < line.fence
        {
            while open.count > exact + 1, let item = open.popLast() { leaveOpen(item) }
        }
        guard let item = open.last, item.line.fence <= line.fence else {
            let fence = String(repeating: ":", count: min(line.fence, 20))
            var hint = "Remove it, or open a directive before it: \(DirectiveName.list)."
            if let item = open.last {
                hint = "\(item.line.name.shown) is open, with a fence of \(item.line.fence) colons."
            }
            return report(.error, at: source.place(of: placeholder), "\(fence) closes nothing", hint: hint)
        }
        open.removeLast()
        guard let name = item.name else { return tree.discard(item.node) }
        let content = tree.block([])
        while let sibling = item.node.next, sibling != node {
            sibling.unlink()
            content.append(sibling)
        }
        let drawn: HTML =
            switch name {
            case .pullquote: pieces.pullQuote(PullQuote(text: content.html(), cite: item.line["cite"]))
            case .aside: pieces.aside(Aside(title: item.line["title"], text: content.html()))
            case .gallery: gallery(of: content, item.line, item.placeholder)
            case .embed, .video, .audio: content.html()
            }
        tree.replace(item.node, by: tree.block(drawn.bytes))
    }

    /// What stands alone, put before its marker.
    private mutating func drawLeaf(
        _ name: DirectiveName?, _ line: DirectiveLine, _ node: Node, _ placeholder: Placeholder
    ) {
        let drawn: HTML? =
            switch name {
            case .embed: embed(line, placeholder)
            case .video: player(.video, line, node, placeholder)
            case .audio: player(.audio, line, node, placeholder)
            case .pullquote, .aside, .gallery, nil: nil
            }
        if let drawn { tree.block(drawn.bytes).insert(before: node) }
    }

    /// The directive that a line names, if there is one and the line can be read.
    private mutating func check(_ line: DirectiveLine, _ placeholder: Placeholder) -> DirectiveName? {
        let place = source.place(of: placeholder)
        let fence = line.fence == 2 ? "::" : ":::"
        guard let name = DirectiveName(rawValue: line.name) else {
            var hint = "Known are \(DirectiveName.list)."
            if let near = DirectiveName.near(line.name) { hint = "Is \(near.fence)\(near.rawValue) meant? " + hint }
            report(.error, at: place, "unknown directive “\(fence)\(line.name.shown)”", hint: hint)
            return nil
        }
        guard name.isLeaf == (line.fence == 2) else {
            report(
                .error, at: place, "\(name.rawValue) is written with \(name.isLeaf ? "two" : "three") colons",
                hint: name.isLeaf
                    ? "\(name.example) stands alone."
                    : "\(name.fence)\(name.rawValue) comes before its text, and ::: after it.")
            return nil
        }
        if let problem = line.problem {
            report(
                .error, at: source.place(of: placeholder.range.lowerBound + problem.offset), problem.message,
                hint: "Attributes are written {\(name.attributes.map { "\($0)=\"…\"" }.joined(separator: " "))}.")
            return nil
        }
        for key in line.attributes.keys where !name.attributes.contains(key) {
            report(
                .warning, at: place, "\(name.rawValue) has no attribute “\(key.shown)”",
                hint: "It knows \(name.attributes.joined(separator: ", ")).")
        }
        return name
    }
}

extension String {
    /// Whether it is one slip or two from `other`: letters left out, put in, changed or swapped.
    func isNear(_ other: String) -> Bool {
        let (one, two) = (Array(unicodeScalars.prefix(32)), Array(other.unicodeScalars.prefix(32)))
        guard abs(one.count - two.count) <= 2 else { return false }
        var before = Array(0...two.count)
        for (row, scalar) in one.enumerated() {
            var current = [row + 1]
            for (column, candidate) in two.enumerated() {
                let change = before[column] + (scalar == candidate ? 0 : 1)
                current.append(Swift.min(change, before[column + 1] + 1, current[column] + 1))
            }
            before = current
        }
        return before[two.count] <= 2
    }
}
