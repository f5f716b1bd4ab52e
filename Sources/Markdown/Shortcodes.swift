import CCmark
import Diagnostics

/// How a shortcode is written: each has its own end.
enum ShortcodeStyle: Hashable {
    /// `{{< name >}}`, Hugo
    case angle
    /// `{{% name %}}`, Hugo
    case percent
    /// `{% name %}`, Liquid
    case tag
    /// `{{ value }}`, Liquid and others
    case expression
    /// `{% raw %}` and `{% comment %}` up to their ends
    case raw, comment

    var open: StaticString {
        switch self {
        case .angle: "{{<"
        case .percent: "{{%"
        case .tag, .raw, .comment: "{%"
        case .expression: "{{"
        }
    }

    var close: StaticString {
        switch self {
        case .angle: ">}}"
        case .percent: "%}}"
        case .tag, .raw, .comment: "%}"
        case .expression: "}}"
        }
    }
}

extension Preparation {
    /// No shortcode is longer.
    private static let lengthLimit = 16_384

    /// The shortcode that begins at `start`.
    mutating func shortcode(at start: Int) -> Placeholder? {
        if start < rawEnd { return nil }
        if start == rawEnd, start > source.startIndex, let end = end(of: .tag, from: start) {
            return Placeholder(kind: .silent, range: start..<end)
        }
        guard let style = style(at: start), let end = end(of: style, from: start) else { return nil }
        let inner = (start + style.open.utf8CodeUnitCount)..<(end - style.close.utf8CodeUnitCount)
        let words = Words(String(decoding: source[inner], as: UTF8.self))
        switch style {
        case .angle, .percent:
            return Placeholder(kind: hugoKind(words, style), range: start..<end)
        case .expression:
            return Placeholder(kind: expressionKind(words), range: start..<end)
        case .tag, .raw, .comment:
            return tag(words, start..<end)
        }
    }

    private func style(at start: Int) -> ShortcodeStyle? {
        guard let second = byte(start + 1) else { return nil }
        if second == UInt8(ascii: "%") { return .tag }
        guard second == UInt8(ascii: "{") else { return nil }
        switch byte(start + 2) {
        case UInt8(ascii: "<"): return .angle
        case UInt8(ascii: "%"): return .percent
        default: return .expression
        }
    }

    /// Where the shortcode ends. It may go over several lines, but not over an empty one or a code fence.
    private mutating func end(of style: ShortcodeStyle, from start: Int) -> Int? {
        if let limit = searched[style], start < limit { return nil }
        let limit = Swift.min(start + Preparation.lengthLimit, source.endIndex)
        var index = start + style.open.utf8CodeUnitCount
        while index < limit {
            if has(style.close, at: index) { return index + style.close.utf8CodeUnitCount }
            if source[index] == UInt8(ascii: "\n"), isBarrier(at: index + 1) { break }
            index += 1
        }
        searched[style] = index
        return nil
    }

    /// Whether the line at `start` is empty or a code fence.
    private func isBarrier(at start: Int) -> Bool {
        var index = start
        while let byte = byte(index), byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") { index += 1 }
        guard let byte = byte(index) else { return true }
        return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || has("```", at: index)
            || has("~~~", at: index)
    }

    // MARK: What it means

    private func hugoKind(_ words: Words, _ style: ShortcodeStyle) -> Placeholder.Kind {
        if words.text.hasPrefix("/*") {
            guard words.text.hasSuffix("*/"), words.text.utf8.count >= 4 else { return .silent }
            return .literal("\(style.open)\(words.text.dropFirst(2).dropLast(2))\(style.close)")
        }
        if words.text.hasPrefix("/") { return .silent }
        if words.name == "ref" || words.name == "relref" { return .destination(words.argument) }
        return .shortcode(words.name)
    }

    private func expressionKind(_ words: Words) -> Placeholder.Kind {
        if words.text.hasPrefix("/*") { return .silent }
        // The site's own address: what follows is read from its root.
        if ["site.baseurl", "site.url", "baseurl", ".Site.BaseURL"].contains(String(words.text)) {
            return .destination("")
        }
        if let literal = words.quoted, words.text.first == "\"" || words.text.first == "'" {
            let filter = words.afterQuoted
            if filter.isEmpty { return .literal(literal) }
            if filter.hasPrefix("|"), filter.hasSuffix("url") { return .destination(literal) }
        }
        return .expression(String(words.text))
    }

    private mutating func tag(_ words: Words, _ range: Range<Int>) -> Placeholder {
        switch words.name {
        case "raw":
            guard let end = endTag("endraw", .raw, from: range.upperBound) else { break }
            rawEnd = end.lowerBound
            return Placeholder(kind: .silent, range: range)
        case "comment":
            guard let end = endTag("endcomment", .comment, from: range.upperBound) else { break }
            return Placeholder(kind: .silent, range: range.lowerBound..<end.upperBound)
        case "link", "post_url":
            return Placeholder(kind: .destination(words.argument), range: range)
        default:
            if words.name.hasPrefix("end") { return Placeholder(kind: .silent, range: range) }
        }
        return Placeholder(kind: .shortcode(words.name), range: range)
    }

    /// The next `{% name %}`.
    private mutating func endTag(_ name: StaticString, _ style: ShortcodeStyle, from start: Int) -> Range<Int>? {
        if let limit = searched[style], start < limit { return nil }
        var index = start
        while index < source.endIndex {
            if source[index] == UInt8(ascii: "{"), has("{%", at: index) {
                var word = index + 2
                while let byte = byte(word), byte == 0x20 || byte == UInt8(ascii: "-") { word += 1 }
                if has(name, at: word) {
                    let end = source[word...].firstIndex(of: UInt8(ascii: "}")) ?? source.endIndex - 1
                    return index..<(end + 1)
                }
            }
            index += 1
        }
        searched[style] = source.endIndex
        return nil
    }
}

/// The words between a shortcode's braces.
private struct Words {
    let text: Substring

    init(_ text: String) {
        let isPadding = { (character: Character) in character.isWhitespace || character == "-" }
        self.text = Substring(text).trimming(while: isPadding)
    }

    /// The first word.
    var name: String {
        let end = text.firstIndex { $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == "`" || $0 == "=" }
        return String(text[..<(end ?? text.endIndex)].prefix(60))
    }

    /// What stands in the first quotes.
    var quoted: String? { quotedRange.map { String(text[$0]) } }

    /// What follows it.
    var afterQuoted: Substring {
        guard let range = quotedRange else { return "" }
        return text[text.index(after: range.upperBound)...].trimming(while: \.isWhitespace)
    }

    private var quotedRange: Range<Substring.Index>? {
        guard let open = text.firstIndex(where: { $0 == "\"" || $0 == "'" || $0 == "`" }) else { return nil }
        let start = text.index(after: open)
        guard let end = text[start...].firstIndex(of: text[open]) else { return nil }
        return start..<end
    }

    /// The first argument, in quotes or not.
    var argument: String {
        if let quoted { return quoted }
        let rest = text.dropFirst(name.count).trimming { $0.isWhitespace || $0 == "\"" }
        return String(rest.prefix { !$0.isWhitespace })
    }
}

extension Substring {
    func trimming(while isPadding: (Character) -> Bool) -> Substring {
        var result = drop(while: isPadding)
        while let last = result.last, isPadding(last) { result.removeLast() }
        return result
    }
}

extension Rendering {
    mutating func warnOfShortcode(_ placeholder: Placeholder) {
        switch placeholder.kind {
        case .shortcode(let name):
            report(
                .warning, at: source.place(of: placeholder), "unknown shortcode “\(name)”",
                hint: "It is left out of the page; known are \(DirectiveName.list).")
        case .expression(let text):
            report(
                .warning, at: source.place(of: placeholder), "unknown template value “\(text.prefix(60))”",
                hint: "It is left out of the page: stet's articles are Markdown, not templates.")
        case .destination:
            report(
                .warning, at: source.place(of: placeholder), "a page's address stands in the text",
                hint: "It is left out of the page; as a link it is written [text](address).")
        default: break
        }
    }

    /// A destination with placeholders in it, as it was meant. Nil if it was nothing but an unknown shortcode.
    mutating func destination(_ bytes: [UInt8]) -> String? {
        var result: [UInt8] = []
        var isUnknown = false
        for segment in source.segments(of: bytes) {
            switch segment {
            case .text(let text): result += text
            case .placeholder(let placeholder):
                switch placeholder.kind {
                case .shortcode, .expression:
                    warnOfShortcode(placeholder)
                    isUnknown = true
                case .destination(let name): result += name.utf8
                case .silent: break
                case .literal(let text): result += text.utf8
                case .tilde: result.append(UInt8(ascii: "~"))
                case .noteReference, .noteDefinition, .directive: result += source.original[placeholder.range]
                }
            }
        }
        return isUnknown && result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }

    /// A title with placeholders in it, without the shortcodes.
    mutating func title(_ bytes: [UInt8]) -> [UInt8] {
        Array((destination(bytes) ?? "").utf8)
    }
}
