import Foundation

/// The tags of a page, read as a browser would: enough to see what hostile text has become.
struct Tags {
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]
    }

    private(set) var tags: [Tag] = []
    /// The text between the tags, references resolved, white space collapsed.
    private(set) var text = ""
    /// What stands in script and style elements.
    private(set) var code = ""
    /// What stands in script elements that hold data.
    private(set) var data: [String] = []
    /// Ampersands that begin no character reference.
    private(set) var bareAmpersands = 0

    init(_ html: String) {
        var rest = Substring(html)
        var words = ""
        while let open = rest.firstIndex(of: "<") {
            words += rest[..<open]
            rest = rest[open...].dropFirst()
            guard let first = rest.first, first.isLetter || first == "/" || first == "!" else {
                words += "<"
                continue
            }
            let tag = Tags.tag(&rest)
            tags.append(tag)
            words += Tags.inline.contains(tag.name) ? "" : " "
            if ["script", "style"].contains(tag.name) {
                let end = rest.firstRange(of: "</" + tag.name)?.lowerBound ?? rest.endIndex
                if tag.attributes.contains(where: { $0.name == "type" && $0.value == "application/ld+json" }) {
                    data.append(String(rest[..<end]))
                } else {
                    code += rest[..<end]
                }
                rest = rest[end...]
            }
        }
        words += rest
        bareAmpersands =
            Tags.bareAmpersands(in: words)
            + tags.flatMap(\.attributes).map { Tags.bareAmpersands(in: $0.value) }.reduce(0, +)
        text = words.resolvingReferences.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let inline: Set<String> = [
        "a", "/a", "b", "/b", "em", "/em", "i", "/i", "span", "/span", "strong", "/strong", "time", "/time",
    ]

    private static func tag(_ rest: inout Substring) -> Tag {
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" }
        rest = rest.dropFirst(name.count)
        var attributes: [(String, String)] = []
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            guard let first = rest.first, first != ">" else { break }
            let name = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
            rest = rest.dropFirst(max(1, name.count)).drop { $0.isWhitespace }
            var value = Substring("")
            if rest.first == "=" {
                rest = rest.dropFirst().drop { $0.isWhitespace }
                if let quote = rest.first, quote == "\"" || quote == "'" {
                    value = rest.dropFirst().prefix { $0 != quote }
                    rest = rest.dropFirst(value.count + 2)
                } else {
                    value = rest.prefix { !$0.isWhitespace && $0 != ">" }
                    rest = rest.dropFirst(value.count)
                }
            }
            attributes.append((name.lowercased(), String(value)))
        }
        rest = rest.dropFirst()
        return Tag(name: name.lowercased(), attributes: attributes)
    }

    private static func bareAmpersands(in text: String) -> Int {
        text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().count { rest in
            rest.prefixMatch(of: #/(#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);/#) == nil
        }
    }

    /// The values of an attribute, references resolved.
    func values(of attribute: String) -> [String] {
        tags.flatMap(\.attributes).filter { $0.name == attribute }.map(\.value.resolvingReferences)
    }
}

extension String {
    fileprivate var resolvingReferences: String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(self) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    /// Where each of `parts` begins, one after the other; nil for one that does not come after the one before it.
    func places(of parts: [String]) -> [Int?] {
        var start = startIndex
        return parts.map { part in
            guard let range = self[start...].firstRange(of: part) else { return nil }
            start = range.upperBound
            return distance(from: startIndex, to: range.lowerBound)
        }
    }
}
