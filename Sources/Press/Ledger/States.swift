import Newspaper

/// What is known of Content: a row for each file, and the articles' cards.
struct ContentState: Sendable {
    var folders: [String] = []
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
        guard let first = numbers.first, let last = numbers.last else { return }
        let firstRow = stock.rows[first]
        let lastRow = stock.rows[last]
        let (path, note) = (UInt32(paths.count), UInt32(notes.count))
        stock.paths.withBytes(firstRow.pathRange.lowerBound..<lastRow.pathRange.upperBound) { paths += $0 }
        stock.notes.withBytes(firstRow.notesRange.lowerBound..<lastRow.notesRange.upperBound) { notes += $0 }
        for number in numbers {
            var row = stock.rows[number]
            row.path = row.path - firstRow.path + path
            row.notes = row.notes - firstRow.notes + note
            rows.append(row)
        }
    }
}
