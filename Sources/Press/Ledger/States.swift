import Newspaper

/// What is known of Content: a row for each file, and the articles' cards.
struct ContentState: Sendable {
    var folders: [String] = []
    var visited: [VisitedFolder] = []
    var rowNames: [UInt8] = []
    var rows: [SourceRow] = []
    var cards: [Card] = []
    var nameNumbers: [Int32] = []
    var names = Names()
}

/// What stands in Output: a row for each file.
struct OutputState: Sendable {
    var rows: [OutputRow] = []
    var paths: [UInt8] = []
    var notes: [UInt8] = []

    mutating func reserveCapacity(_ count: Int) {
        rows.reserveCapacity(count)
        paths.reserveCapacity(count * 64)
    }

    /// Adds a file; its row is told where its path and its notes lie.
    mutating func add(_ row: OutputRow, path: String, notes: [UInt8]) {
        var row = row
        row.path = UInt32(paths.count)
        row.pathCount = UInt16(path.utf8.count)
        row.notes = UInt32(self.notes.count)
        row.notesCount = UInt32(notes.count)
        paths += path.utf8
        self.notes += notes
        rows.append(row)
    }

    /// Adds files of the last edition that stay as they are. What lies together there lies together here.
    mutating func add(_ numbers: Range<Int>, of stock: Stock) {
        var next = numbers.lowerBound
        while next < numbers.upperBound {
            let first = next
            let firstRow = stock.rows[first]
            var last = firstRow
            next += 1
            while next < numbers.upperBound, last.isFollowed(by: stock.rows[next]) {
                last = stock.rows[next]
                next += 1
            }
            let (path, note) = (UInt32(paths.count), UInt32(notes.count))
            stock.paths.withBytes(firstRow.pathRange.lowerBound..<last.pathRange.upperBound) { paths += $0 }
            stock.notes.withBytes(firstRow.notesRange.lowerBound..<last.notesRange.upperBound) { notes += $0 }
            for number in first..<next {
                var row = stock.rows[number]
                row.path = row.path - firstRow.path + path
                row.notes = row.notes - firstRow.notes + note
                rows.append(row)
            }
        }
    }
}

/// What is noted of the pages of the last edition, and has been since.
struct KeptNotes: Sendable {
    private let notes: MappedArray<UInt8>
    private let added: [UInt8]

    init(_ notes: MappedArray<UInt8> = MappedArray(), added: [UInt8] = []) {
        self.notes = notes
        self.added = added
    }

    /// The notes at a place: among those of the ledger, or behind them.
    func withBytes<Result>(_ range: Range<Int>, _ read: (UnsafeRawBufferPointer) -> Result) -> Result {
        guard range.lowerBound >= notes.count, range.upperBound <= notes.count + added.count else {
            return notes.withBytes(range, read)
        }
        return added.withUnsafeBytes {
            read(
                UnsafeRawBufferPointer(
                    rebasing: $0[(range.lowerBound - notes.count)..<(range.upperBound - notes.count)]))
        }
    }
}
