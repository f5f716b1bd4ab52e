import Diagnostics
import FrontMatter
import Markdown

/// What a newsroom says of a picture once, for all who use it: in a file of Content/pictures.
public struct PictureDescription: Sendable, Hashable {
    /// The picture, as an article beside the file would name it.
    public var picture: String
    public var place: Place
    public var alternative: String?
    public var caption: String?
    public var credit: String?
    public var focus: FocalPoint?
}

extension PictureDescription {
    private static let names: Set<String> = ["src", "alt", "caption", "credit", "focus"]

    /// Reads a file: what it says of one picture, or, under their paths, of several.
    /// - Parameter pictures: the pictures that lie beside the file and are named like it, for one that names none.
    /// - Returns: what was read, and what was wrong, whose path is still to be set.
    public static func read(
        _ file: [UInt8], besides pictures: [String]
    ) -> (descriptions: [PictureDescription], diagnostics: [Diagnostic]) {
        let document = Document(parsingYAML: file)
        var decoder = FieldDecoder(document.fields)
        var descriptions: [PictureDescription] = []
        if document.fields.all.contains(where: { names.contains($0.name) }) {
            let named = decoder.text(document.fields["src"])
            if let picture = named ?? pictures.first {
                let place = document.fields["src"]?.node.place ?? Place(line: 1, column: 1)
                descriptions.append(PictureDescription(picture, at: place, document.fields, with: &decoder))
            } else {
                decoder.note(
                    .error(
                        "the file does not say which picture it describes", at: Place(line: 1, column: 1),
                        hint: "Write its path as src:, or name the file like a picture beside it."))
            }
        } else {
            for field in document.fields.all {
                guard let map = decoder.map(field) else { continue }
                let description = decoder.nested(map, of: field.name) { decoder, map in
                    PictureDescription(field.name, at: field.place, map, with: &decoder)
                }
                descriptions.append(description)
            }
        }
        return (descriptions, document.diagnostics + decoder.diagnostics)
    }

    private init(_ picture: String, at place: Place, _ fields: Fields, with decoder: inout FieldDecoder) {
        for field in fields.all where !PictureDescription.names.contains(field.name) {
            let near = nearMiss(field.name, among: PictureDescription.names)
            decoder.note(
                .warning(
                    "a picture is not described by \(quoted(decoder.name(field)))", at: field.place,
                    hint: near.map { "Is \($0) meant?" } ?? "It is described by src, alt, caption, credit and focus."))
        }
        self.picture = picture
        self.place = place
        alternative = decoder.textOrEmpty(fields["alt"])
        caption = decoder.text(fields["caption"])
        credit = decoder.text(fields["credit"])
        focus = decoder.position(fields["focus"]).flatMap { FocalPoint(position: $0) }
    }
}
