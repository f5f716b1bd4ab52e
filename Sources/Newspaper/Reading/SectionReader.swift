import Diagnostics
import FrontMatter

/// What a section's `_index.md` says of it.
public struct SectionFile: Sendable {
    public var source: String
    /// The section's path: `science/sea`.
    public var path: String
    public var name: String?
    public var description: String?
    public var order: Int?

    /// Reads a section's file; its text is not used.
    public static func read(
        _ document: Document, source: String, path: ContentPath
    ) -> (section: SectionFile, diagnostics: [Diagnostic]) {
        var decoder = FieldDecoder(document.fields)
        let fields = document.fields
        let section = SectionFile(
            source: source, path: path.folders.joined(separator: "/"),
            name: decoder.text(fields["name"] ?? fields["title"]),
            description: decoder.text(fields["description"] ?? fields["summary"] ?? fields["deck"]),
            order: decoder.integer(fields["order"] ?? fields["weight"]))
        return (section, document.diagnostics + decoder.diagnostics)
    }
}
