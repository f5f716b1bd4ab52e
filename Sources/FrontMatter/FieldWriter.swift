/// Writes fields as the front matter of a new file, in any of the formats that are read.
///
/// A scalar that is `isQuoted` is a text, which gets quotation marks where the format needs them; any other, such as a
/// date or `true`, stands as it is.
public struct FieldWriter: Sendable {
    public var format: Document.Format
    /// Whether texts have quotation marks in YAML even where it needs none.
    public var quotesTexts: Bool
    /// Whether the items of YAML's lists stand on lines of their own.
    public var hasBlockLists: Bool

    public init(format: Document.Format = .yaml, quotesTexts: Bool = false, hasBlockLists: Bool = false) {
        self.format = format
        self.quotesTexts = quotesTexts
        self.hasBlockLists = hasBlockLists
    }

    /// The fields between the format's delimiters, each on a line of its own.
    public func frontMatter(_ fields: Fields) -> String {
        switch format {
        case .yaml: "---\n\(yaml(fields, indent: ""))---\n"
        case .toml: "+++\n\(toml(fields))+++\n"
        case .json: "\(json(fields, indent: ""))\n"
        }
    }

    /// A text as YAML has it in a line `name: text`.
    public func yaml(_ text: String) -> String {
        quotesTexts || FieldWriter.needsQuotes(text) ? quoted(text) : text
    }

    /// Whether a text has quotation marks in YAML in any case.
    public static func needsQuotes(_ text: String) -> Bool { !text.isPlainYAML }

    // MARK: YAML

    private func yaml(_ fields: Fields, indent: String) -> String {
        fields.all.map { field in
            let name = indent + field.name + ":"
            switch field.node.value {
            case .null: return name + "\n"
            case .scalar(let text, let isText): return "\(name) \(isText ? yaml(text) : text)\n"
            case .list(let items): return name + yaml(items, indent: indent)
            case .map(let fields): return "\(name)\n\(yaml(fields, indent: indent + "  "))"
            }
        }.joined()
    }

    private func yaml(_ items: [Node], indent: String) -> String {
        let texts = items.compactMap(\.text)
        guard hasBlockLists, !texts.isEmpty else {
            // A comma would end the item.
            let items = texts.map { $0.unicodeScalars.contains(",") ? quoted($0) : yaml($0) }
            return " [\(items.joined(separator: ", "))]\n"
        }
        return "\n" + texts.map { "\(indent)  - \(yaml($0))\n" }.joined()
    }

    // MARK: TOML

    /// What is no table comes first: it would belong to the last table before it.
    private func toml(_ fields: Fields) -> String {
        var lines = ""
        var tables = ""
        for field in fields.all {
            switch field.node.value {
            case .null: lines += "\(field.name) = \"\"\n"
            case .scalar(let text, let isText): lines += "\(field.name) = \(isText ? quoted(text) : text)\n"
            case .list(let items): lines += "\(field.name) = \(list(items))\n"
            case .map(let fields): tables += "\n[\(field.name)]\n\(toml(fields))"
            }
        }
        return lines + tables
    }

    // MARK: JSON

    private func json(_ fields: Fields, indent: String) -> String {
        let lines = fields.all.map { field in
            let value =
                switch field.node.value {
                case .null: "\"\""
                case .scalar(let text, let isText): isText ? quoted(text) : text
                case .list(let items): list(items)
                case .map(let fields): json(fields, indent: indent + "  ")
                }
            return "\(indent)  \(quoted(field.name)): \(value)"
        }
        return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }

    /// Of texts, as TOML and JSON both have it.
    private func list(_ items: [Node]) -> String {
        "[\(items.compactMap(\.text).map(quoted).joined(separator: ", "))]"
    }
}

extension Node {
    fileprivate var text: String? {
        if case .scalar(let text, _) = value { text } else { nil }
    }
}

/// A text between quotation marks, with the few escapes that YAML, TOML and JSON all read in the same way.
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case _ where scalar.isUnprintable:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

extension Unicode.Scalar {
    /// Whether YAML refuses it, or takes it for the end of a line; all of them have four digits at most.
    fileprivate var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
    /// Whether YAML reads it as this text without quotation marks. What is unusual gets them though it may not need
    /// them: nobody should have to know the rules of YAML to see that a headline is safe.
    fileprivate var isPlainYAML: Bool {
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last, last != ":", last != " ",
            !zip(scalars, scalars.dropFirst()).contains(where: { $0 == ":" && $1 == " " }),
            !String.otherThanText.contains(lowercased())
        else { return false }
        // What begins with a digit may be a number or a date, unless there are several words.
        let isWords =
            first.properties.isAlphabetic || first.isDigit && scalars.contains(" ") && contains(where: \.isLetter)
        return isWords
            && scalars.allSatisfy { $0.properties.isAlphabetic || $0.isDigit || String.plainSigns.contains($0) }
    }

    /// What YAML 1.1 reads as true, false or nothing.
    private static let otherThanText: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]
    private static let plainSigns = Set(" -_.,;:!?'’‘“”–—…()/&%+£€".unicodeScalars)
}
