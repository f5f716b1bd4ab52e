import Diagnostics

/// A source file taken apart: its front matter, and where its body begins.
public struct Document: Sendable {
    public enum Format: String, Sendable {
        case yaml, toml, json
    }

    /// Nil for a file that has no front matter.
    public var format: Format?
    public var fields: Fields
    /// Where the body begins, as an offset into the file's bytes: after the closing delimiter's line, or, in a file
    /// without front matter, after the byte order mark if there is one. The end of the file where the front matter is
    /// not closed, so that fields are never taken for text.
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
    ///
    /// Front matter is YAML between two lines `---` (the second may be `...`), TOML between two lines `+++`, or a JSON
    /// object. A byte order mark and blank lines may come before it.
    public init(parsing file: [UInt8]) {
        let parts = Parts(of: file)
        self.init(format: parts.format, bodyOffset: parts.bodyOffset, bodyLine: parts.bodyLine)
        if let problem = parts.problem { diagnostics.append(problem) }
        let isValid = checkEncoding(of: file, upTo: parts.text.upperBound)
        if parts.problem == nil && isValid { read(file[parts.text], firstLine: parts.textLine) }
    }

    /// Reads a file that is YAML as a whole, such as site.yml. It has no body.
    public init(parsingYAML file: [UInt8]) {
        self.init(format: .yaml, bodyOffset: file.count)
        if checkEncoding(of: file, upTo: file.count) {
            read(file[byteOrderMarkLength(of: file)...], firstLine: 1)
        }
    }

    /// Whether the first `end` bytes can be read; the whole file is checked, and what is wrong is noted.
    private mutating func checkEncoding(of file: [UInt8], upTo end: Int) -> Bool {
        guard let offset = firstInvalidUTF8(in: file) else { return true }
        diagnostics.append(.notUTF8(file, at: offset))
        return offset >= end
    }

    private mutating func read(_ text: ArraySlice<UInt8>, firstLine: Int) {
        let reading: Reading
        switch format {
        case .yaml: reading = readYAML(text, firstLine: firstLine)
        case .toml: reading = readTOML(text, firstLine: firstLine)
        case .json: reading = readJSON(text, firstLine: firstLine)
        case nil: return
        }
        fields = reading.fields
        diagnostics += reading.diagnostics
    }
}

/// What a reader of one of the formats has found.
struct Reading {
    var fields = Fields()
    var diagnostics: [Diagnostic] = []
}
