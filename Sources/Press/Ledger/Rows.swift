/// What is remembered of one file of Content.
struct SourceRow: Sendable, BitwiseCopyable {
    enum Kind: UInt8 {
        /// What is published as it is: pictures, documents.
        case file
        case article, standalone, section, author
        /// A Markdown file from which nothing could be read.
        case broken
    }

    var stamp = Stamp.none
    /// Of its bytes; 0 for a file that was not read.
    var text: UInt64 = 0
    /// Where its record lies, how long that is, and how much of what was wrong is noted behind it.
    var record = 0
    var recordCount: UInt32 = 0
    var problemsCount: UInt32 = 0
    /// Of the record and of what is noted behind it.
    var recordCheck: UInt64 = 0
    /// Its folder's number, and where its name lies among the names.
    var folder: Int32 = 0
    var name: UInt32 = 0
    var nameCount: UInt16 = 0
    var kindNumber: UInt8 = 0
    var isMarkdown = false
    /// A picture's size; 0 if nobody has asked yet, -1 if the file does not say.
    var width: Int32 = 0
    var height: Int32 = 0
    /// An article's position among the cards; -1 for what is none.
    var card: Int32 = -1

    var kind: Kind {
        get { Kind(rawValue: kindNumber) ?? .broken }
        set { kindNumber = newValue.rawValue }
    }

    var recordRange: Range<Int> { record..<(record + Int(recordCount) + Int(problemsCount)) }

    var nameRange: Range<Int> { Int(name)..<(Int(name) + Int(nameCount)) }
}

/// What is remembered of one file of Output.
struct OutputRow: Sendable, BitwiseCopyable {
    /// Of its path.
    var file: UInt64 = 0
    /// Of everything that it was made from.
    var fingerprint: UInt64 = 0
    var stamp = Stamp.none
    /// Where its path lies among the paths.
    var path: UInt32 = 0
    var pathCount: UInt16 = 0
    /// Where it is noted what its text leads to and what was wrong with it.
    var hasProblems = false
    /// How it may be compressed; and how many of the rows behind it are what it is compressed.
    var compressions: Compressions = []
    var compressedCount: UInt8 = 0
    var notesCount: UInt32 = 0
    var notes: UInt32 = 0

    var pathRange: Range<Int> { Int(path)..<(Int(path) + Int(pathCount)) }
    var notesRange: Range<Int> { Int(notes)..<(Int(notes) + Int(notesCount)) }

    /// Whether the other's path and notes lie right behind its own.
    func isFollowed(by other: OutputRow) -> Bool {
        pathRange.upperBound == Int(other.path) && notesRange.upperBound == Int(other.notes)
    }
}
