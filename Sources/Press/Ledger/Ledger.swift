import Diagnostics
import Newspaper

/// What is remembered of the last edition: what was read from every file of Content, and what every file of Output was
/// made from.
struct Ledger: Sendable {
    /// Of everything on which reading and drawing depend but the content itself: the program, the settings.
    var settings = Fingerprint()
    /// Of what all pages share.
    var masthead = Fingerprint()
    /// Of the articles' addresses: what a link to an article leads to.
    var addresses = Fingerprint()
    /// The time that it was built for, and the first moment at which time alone changes it, in seconds since 1970.
    var now = 0
    var due = Int.max
    /// The number of the facts file, and how much of it counts.
    var facts = 0
    var factsCount = 0
    /// How many bytes of the facts file nobody needs any more.
    var waste = 0

    var folders: [String] = []
    var names = Names()
    var pages = 0
    var diagnostics: [Diagnostic] = []
    var skipped: [Skipped] = []

    /// The parts that are as large as the archive.
    var rows = MappedArray<SourceRow>()
    var rowNames = MappedArray<UInt8>()
    var cards = MappedArray<Card>()
    var nameNumbers = MappedArray<Int32>()
    var outputs = MappedArray<OutputRow>()
    var paths = MappedArray<UInt8>()
    var notes = MappedArray<UInt8>()

    /// Why there is no ledger that could be used.
    enum Unusable: Error, CustomStringConvertible {
        case missing, damaged

        var description: String {
            switch self {
            case .missing: "there is no ledger of the last edition: everything is made anew"
            case .damaged: "the ledger of the last edition is damaged, or another version's: everything is made anew"
            }
        }
    }

    /// The last edition's ledger, if there is one that can be used; a word about it, if there should be.
    static func last(_ paths: OutputPaths, notes: inout [String]) -> Ledger? {
        do throws(Unusable) {
            return try Ledger(paths.ledger)
        } catch {
            let hasEdition = FileSystem.status(paths.list) != nil && FileSystem.status(paths.output) != nil
            if error == .damaged || hasEdition { notes.append(error.description) }
            return nil
        }
    }

    /// Whether the facts file holds what was written to it.
    func hasWholeRecords(in paths: OutputPaths) -> Bool {
        guard let file = try? MappedFile(paths.facts(facts), count: factsCount) else { return false }
        let whole = parallelChunks(rows.count, chunk: 1024) { chunk in
            [
                chunk.allSatisfy { number in
                    let row = rows[number]
                    let range = row.recordRange
                    guard row.isMarkdown else { return true }
                    guard range.upperBound <= file.bytes.count else { return false }
                    return Fingerprint.of(UnsafeRawBufferPointer(rebasing: file.bytes[range])).value == row.recordCheck
                }
            ]
        }
        return whole.allSatisfy { $0 }
    }

    /// Whether most of the facts file is of no use any more, so that it is better written anew.
    var isWasteful: Bool { waste > 1 << 20 && waste > factsCount / 2 }

    /// Reads the ledger at `path`.
    init(_ path: String) throws(Unusable) {
        guard FileSystem.status(path) != nil else { throw .missing }
        guard let file = try? MappedFile(path), let parts = LedgerFile.parts(file), parts.count == 8,
            let rows = MappedArray<SourceRow>(file, parts[1]), let rowNames = MappedArray<UInt8>(file, parts[2]),
            let cards = MappedArray<Card>(file, parts[3]), let nameNumbers = MappedArray<Int32>(file, parts[4]),
            let outputs = MappedArray<OutputRow>(file, parts[5]), let paths = MappedArray<UInt8>(file, parts[6]),
            let notes = MappedArray<UInt8>(file, parts[7])
        else { throw .damaged }
        (self.rows, self.rowNames, self.cards, self.nameNumbers) = (rows, rowNames, cards, nameNumbers)
        (self.outputs, self.paths, self.notes) = (outputs, paths, notes)
        var rest = Unpacker(UnsafeRawBufferPointer(rebasing: file.bytes[parts[0]]))
        unpack(&rest)
    }

    private mutating func unpack(_ rest: inout Unpacker) {
        settings = rest.fingerprint()
        masthead = rest.fingerprint()
        addresses = rest.fingerprint()
        now = rest.int()
        due = rest.int()
        facts = rest.int()
        factsCount = rest.int()
        waste = rest.int()
        pages = rest.int()
        folders = rest.list { $0.text() }
        diagnostics = rest.list { $0.diagnostic() }
        skipped = rest.list {
            let source = $0.text()
            return Skipped(source: source, reason: $0.text())
        }
        names.sections = NameTable(rest.list { $0.text() })
        names.topics = NameTable(rest.list { $0.text() })
        names.authors = NameTable(rest.list { $0.text() })
        names.series = NameTable(rest.list { $0.text() })
        names.pictures = NameTable(rest.list { $0.text() })
    }
}

/// A ledger that is being written.
struct LedgerDraft {
    var settings = Fingerprint()
    var masthead = Fingerprint()
    var addresses = Fingerprint()
    var now = 0
    var due = Int.max
    var facts = 0
    var factsCount = 0
    var waste = 0
    var pages = 0
    var diagnostics: [Diagnostic] = []
    var skipped: [Skipped] = []
    var content = ContentState()
    var outputs = OutputState()

    /// Writes it to a new file at `path`.
    func write(to path: String) throws(MachineError) {
        try LedgerFile.write(
            [
                LedgerFile.Content(packed()), LedgerFile.Content(content.rows), LedgerFile.Content(content.rowNames),
                LedgerFile.Content(content.cards), LedgerFile.Content(content.nameNumbers),
                LedgerFile.Content(outputs.rows), LedgerFile.Content(outputs.paths),
                LedgerFile.Content(outputs.notes),
            ], to: path)
    }

    /// In the order in which `Ledger.unpack` reads.
    private func packed() -> [UInt8] {
        var packer = Packer()
        for fingerprint in [settings, masthead, addresses] { packer.put(Int(bitPattern: UInt(fingerprint.value))) }
        for number in [now, due, facts, factsCount, waste, pages] { packer.put(number) }
        packer.put(content.folders) { $0.put($1) }
        packer.put(diagnostics) { $0.put($1) }
        packer.put(skipped) {
            $0.put($1.source)
            $0.put($1.reason)
        }
        for table in [
            content.names.sections, content.names.topics, content.names.authors, content.names.series,
            content.names.pictures,
        ] { packer.put(table.names) { $0.put($1) } }
        return packer.bytes
    }
}

extension Unpacker {
    fileprivate mutating func fingerprint() -> Fingerprint {
        Fingerprint(kept: UInt64(UInt(bitPattern: int())))
    }
}

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

    /// Adds a file; its row is told where its path and its notes lie.
    mutating func add(_ row: OutputRow, path: UnsafeRawBufferPointer, notes: UnsafeRawBufferPointer) {
        var row = row
        row.path = UInt32(paths.count)
        row.pathCount = UInt16(path.count)
        row.notes = UInt32(self.notes.count)
        row.notesCount = UInt32(notes.count)
        paths += path
        self.notes += notes
        rows.append(row)
    }
}
