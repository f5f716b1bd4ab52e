import Diagnostics
import FrontMatter
import Markup

/// What an author's file in Content/authors says of them.
public struct AuthorFile: Sendable {
    public var source: String
    /// What articles write to name them: the file's name without `.md`.
    public var key: String
    public var name: String
    public var role: String?
    public var email: Address?
    public var image: ArticleImage?
    public var bodyOffset: Int
    public var bodyLine: Int

    /// Reads an author's file.
    public static func read(
        _ document: Document, source: String, path: ContentPath
    ) -> (author: AuthorFile, diagnostics: [Diagnostic]) {
        var decoder = FieldDecoder(document.fields)
        let fields = document.fields
        let name = decoder.text(fields["name"] ?? fields["headline"] ?? fields["title"])
        let email = decoder.text(fields["email"])
        let author = AuthorFile(
            source: source, key: path.name, name: name ?? path.name.spacedOut, role: decoder.text(fields["role"]),
            email: email.flatMap { Address($0.hasPrefix("mailto:") ? $0 : "mailto:" + $0) },
            image: decoder.image(fields["image"]), bodyOffset: document.bodyOffset, bodyLine: document.bodyLine)
        return (author, document.diagnostics + decoder.diagnostics)
    }
}
