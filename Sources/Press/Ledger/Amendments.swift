import Diagnostics
import Newspaper

/// What has changed since a ledger was written, if that is little: texts of articles and nothing else. It lies in a
/// file of its own beside the ledger, so that an edited article does not cost a ledger as large as the archive.
///
/// The file names the ledger that it amends. Beside any other it means nothing, and a ledger without it is that of an
/// earlier edition: what has changed since is found and made once more.
struct Amendments: Sendable {
    /// Rows and cards that took others' places, by their numbers.
    private(set) var sources: [Int: SourceRow] = [:]
    private(set) var cards: [Int: Card] = [:]
    private(set) var outputs: [Int: OutputRow] = [:]
    /// What is noted of those outputs.
    private(set) var notes: [Int: [UInt8]] = [:]
    /// All that is wrong with the edition.
    var diagnostics: [Diagnostic] = []

    /// More than this is better folded in.
    static let most = 1000

    var count: Int { sources.count + outputs.count }

    mutating func replace(source number: Int, _ row: SourceRow, card: Card? = nil) {
        sources[number] = row
        if let card { cards[Int(row.card)] = card }
    }

    mutating func replace(output number: Int, _ row: OutputRow, notes: [UInt8]) {
        outputs[number] = row
        self.notes[number] = notes
    }
}

extension Amendments {
    /// Writes them to a new file at `path`.
    /// - Parameter ledger: the identity of the ledger that they amend.
    func write(to path: String, ledger: UInt64) throws(MachineError) {
        var packer = Packer()
        packer.put(Int(truncatingIfNeeded: ledger))
        packer.put(diagnostics) { $0.put($1) }
        let outputNumbers = outputs.keys.sorted()
        packer.put(outputNumbers) { $0.put(notes[$1]?.count ?? 0) }
        try LedgerFile.write(
            [LedgerFile.Content(packer.bytes)] + Amendments.parts(sources) + Amendments.parts(cards)
                + Amendments.parts(outputs) + [LedgerFile.Content(outputNumbers.flatMap { notes[$0] ?? [] })],
            to: path)
    }

    private static func parts<Row: BitwiseCopyable & Sendable>(_ rows: [Int: Row]) -> [LedgerFile.Content] {
        let rows = rows.sorted { $0.key < $1.key }
        return [LedgerFile.Content(rows.map(\.key)), LedgerFile.Content(rows.map(\.value))]
    }

    /// Those at `path`; nil if there are none, or they amend another ledger.
    init?(_ path: String, of ledger: UInt64) throws(Ledger.Unusable) {
        guard FileSystem.status(path) != nil else { return nil }
        guard let file = try? MappedFile(path), LedgerFile.isOurs(file), let parts = LedgerFile.parts(file),
            parts.count == 8, let sources: [Int: SourceRow] = Amendments.rows(file, parts[1], parts[2]),
            let cards: [Int: Card] = Amendments.rows(file, parts[3], parts[4]),
            let outputs: [Int: OutputRow] = Amendments.rows(file, parts[5], parts[6]),
            let allNotes = MappedArray<UInt8>(file, parts[7])
        else { throw .damaged }
        var rest = Unpacker(UnsafeRawBufferPointer(rebasing: file.bytes[parts[0]]))
        guard UInt64(bitPattern: Int64(rest.int())) == ledger else { return nil }
        diagnostics = rest.list { $0.diagnostic() }
        (self.sources, self.cards, self.outputs) = (sources, cards, outputs)
        var offset = 0
        for (number, count) in zip(outputs.keys.sorted(), rest.list { $0.int() }) {
            guard count >= 0, offset + count <= allNotes.count else { throw .damaged }
            notes[number] = allNotes.withBytes(offset..<(offset + count)) { Array($0) }
            offset += count
        }
    }

    /// The rows of outputs with the places of their notes, which lie one after the other behind `start`.
    func outputs(notesFrom start: Int) -> (outputs: [Int: OutputRow], notes: [UInt8]) {
        var all: [UInt8] = []
        var rows = outputs
        for number in outputs.keys.sorted() {
            let notes = notes[number] ?? []
            rows[number]?.notes = UInt32(start + all.count)
            rows[number]?.notesCount = UInt32(notes.count)
            all += notes
        }
        return (rows, all)
    }

    private static func rows<Row: BitwiseCopyable & Sendable>(
        _ file: MappedFile, _ numbers: Range<Int>, _ rows: Range<Int>
    ) -> [Int: Row]? {
        guard let numbers = MappedArray<Int>(file, numbers), let rows = MappedArray<Row>(file, rows),
            numbers.count == rows.count
        else { return nil }
        return Dictionary(zip(numbers, rows)) { $1 }
    }
}
