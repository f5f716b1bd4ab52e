import Diagnostics

/// A source file taken apart: its front matter, and where its body begins.
public struct Document: Sendable {
    public enum Format: String, Sendable {
        case yaml, toml, json
    }

    /// Nil for a file that has no front matter.
    public var format: Format?
    public var fields: Fields
    /// Where the body begins, as an offset into the file's bytes.
    public var bodyOffset: Int
    /// The number of the line on which the body begins, counted from 1.
    public var bodyLine: Int
    /// What is wrong with the front matter. After an error, `fields` holds what could be read.
    public var diagnostics: [Diagnostic]

    public init(
        format: Format? = nil, fields: Fields = Fields(), bodyOffset: Int = 0, bodyLine: Int = 1,
        diagnostics: [Diagnostic] = []
    ) {
        self.format = format
        self.fields = fields
        self.bodyOffset = bodyOffset
        self.bodyLine = bodyLine
        self.diagnostics = diagnostics
    }

    /// Takes a file apart. Never fails: what is wrong stands in `diagnostics`.
    public init(parsing file: [UInt8]) {
        self.init()
    }

    /// Reads a file that is YAML as a whole, such as site.yml.
    public init(parsingYAML file: [UInt8]) {
        self.init()
    }
}
