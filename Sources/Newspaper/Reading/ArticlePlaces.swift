import Diagnostics
import FrontMatter

/// Where fields stand in an article's file, for the few findings that ask: a record keeps only the places that a build
/// may have to name.
package struct ArticlePlaces {
    private let fields: ArticleFields

    package init(_ file: [UInt8]) {
        let fields = Document(parsing: file).fields
        var decoder = FieldDecoder(fields)
        self.fields = ArticleFields(fields, in: &decoder)
    }

    /// Of the headline; none where the text or the file's name gives it.
    package var headline: Place { fields[.headline]?.node.place ?? .none }

    package var deck: Place { fields[.deck]?.node.place ?? .none }

    /// None where the deck or the text gives it.
    package var summary: Place { fields[.summary]?.node.place ?? .none }

    /// Of one of the topics, however many stand in one text.
    package func topic(_ name: String) -> Place {
        guard let field = fields[.topics] else { return .none }
        guard case .list(let nodes) = field.node.value else { return field.node.place }
        let node = nodes.first { node in
            if case .scalar(let text, _) = node.value { folded(text) == folded(name) } else { false }
        }
        return (node ?? field.node).place
    }
}
