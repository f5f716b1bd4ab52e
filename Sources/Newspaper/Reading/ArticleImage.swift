import Diagnostics
import FrontMatter

/// A picture as front matter names it.
public struct ArticleImage: Sendable, Hashable {
    /// As written: a path from Content's root or from the file's folder, or another host's address.
    public var source: String
    public var place: Place
    /// Empty if the front matter says so: the picture tells nothing that the text does not.
    public var alternative: String?
    public var caption: String?
    public var credit: String?
    public var focus: String?
}

extension FieldDecoder {
    /// A picture: its path, or a map that tells more.
    mutating func image(_ field: Fields.Field?) -> ArticleImage? {
        guard let field else { return nil }
        guard case .map(let map) = field.node.value else {
            return text(field).map { ArticleImage(source: $0, place: field.node.place) }
        }
        return nested(map, of: field.name) { decoder, map in
            guard let source = map["src"] ?? map["url"] ?? map["path"], let text = decoder.text(source) else {
                // A form that was left blank is no picture; one that was filled in lost it.
                if ["alt", "caption", "credit"].contains(where: { decoder.text(map[$0]) != nil }) {
                    decoder.note(
                        .warning(
                            "\(field.name) has no src, so there is no picture", at: field.node.place,
                            hint: "Write the picture's path as src:."))
                }
                return nil
            }
            return ArticleImage(
                source: text, place: source.node.place, alternative: decoder.textOrEmpty(map["alt"]),
                caption: decoder.text(map["caption"]), credit: decoder.text(map["credit"]),
                focus: decoder.position(map["focus"]))
        }
    }

    /// A position as CSS has it: `30% 20%`, or words such as `top left`.
    mutating func position(_ field: Fields.Field?) -> String? {
        guard let field, let text = text(field) else { return nil }
        guard FocalPoint(position: text) != nil else {
            wrongType(field, expected: "a position such as 50% 30% or top left")
            return nil
        }
        return text.lowercased().split(separator: " ").joined(separator: " ")
    }
}
