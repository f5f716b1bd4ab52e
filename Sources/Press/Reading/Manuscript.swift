import FrontMatter
import Newspaper

/// A Markdown file on its way to its facts. A few go together, step by step, as pages do (`Sheet`).
struct Manuscript {
    /// How many go together.
    static let count = 8

    /// Relative to Content.
    let path: String
    /// Relative to the site's folder.
    let source: String
    private(set) var row: SourceRow
    private(set) var bytes: [UInt8] = []
    private(set) var document: Document?
    /// Whether it has the bytes that it had: then what is known of it still holds.
    private(set) var isUnchanged = false
    private(set) var failure: MachineError?

    /// Reads the file.
    /// - Parameter row: what is known of it.
    init(_ row: SourceRow, path: String, source: String, from files: OpenFolder) {
        self.row = row
        self.path = path
        self.source = source
        do throws(MachineError) {
            let (bytes, stamp) = try files.read(source)
            self.bytes = bytes
            self.row.stamp = stamp
            self.row.text = Fingerprint.of(bytes).value
            isUnchanged = self.row.text == row.text
        } catch {
            failure = error
            self.row.text = 0
        }
    }

    mutating func readFrontMatter() {
        if !isUnchanged, failure == nil { document = Document(parsing: bytes) }
    }
}
