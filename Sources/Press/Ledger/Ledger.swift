import Diagnostics
import Newspaper

/// What is remembered of the last edition: what was read from every file of Content, and what every file of Output was
/// made from.
struct Ledger: Sendable {
    private(set) var summary = LedgerSummary()
    private(set) var folders: [String] = []
    private(set) var names = Names()

    /// The parts that are as large as the archive.
    let rows: MappedArray<SourceRow>
    let rowNames: MappedArray<UInt8>
    let cards: MappedArray<Card>
    let nameNumbers: MappedArray<Int32>
    let outputs: MappedArray<OutputRow>
    let paths: MappedArray<UInt8>
    let notes: MappedArray<UInt8>

    /// Why there is no ledger that could be used.
    enum Unusable: Error, CustomStringConvertible {
        case missing, damaged, foreign

        var description: String {
            switch self {
            case .missing: "there is no ledger of the last edition: everything is made anew"
            case .damaged: "the ledger of the last edition is damaged: everything is made anew"
            case .foreign: "the ledger of the last edition is another version's: everything is made anew"
            }
        }
    }

    /// The last edition's ledger, if there is one that can be used; a word about it, if there should be.
    static func last(_ paths: OutputPaths, notes: inout [String]) -> Ledger? {
        do throws(Unusable) {
            return try Ledger(paths.ledger)
        } catch {
            let hasEdition = FileSystem.status(paths.list) != nil && FileSystem.status(paths.output) != nil
            if error != .missing || hasEdition { notes.append(error.description) }
            return nil
        }
    }

    /// Whether the facts file holds what was written to it: nobody has touched it since, or every record is whole.
    func hasWholeRecords(in paths: OutputPaths) -> Bool {
        if FileSystem.status(paths.facts(summary.facts))?.stamp == summary.factsStamp { return true }
        guard let file = try? MappedFile(paths.facts(summary.facts), count: summary.factsCount) else { return false }
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

    /// Reads the ledger at `path`.
    init(_ path: String) throws(Unusable) {
        guard FileSystem.status(path) != nil else { throw .missing }
        guard let file = try? MappedFile(path) else { throw .damaged }
        guard LedgerFile.isOurs(file) else { throw .foreign }
        guard let parts = LedgerFile.parts(file), parts.count == 8,
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
        summary = LedgerSummary(&rest)
        folders = rest.list { $0.text() }
        names.sections = NameTable(rest.list { $0.text() })
        names.topics = NameTable(rest.list { $0.text() })
        names.authors = NameTable(rest.list { $0.text() })
        names.series = NameTable(rest.list { $0.text() })
        names.pictures = NameTable(rest.list { $0.text() })
    }
}

/// A ledger that is being written.
struct LedgerDraft {
    var summary = LedgerSummary()
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
        summary.pack(into: &packer)
        packer.put(content.folders) { $0.put($1) }
        let names = content.names
        for table in [names.sections, names.topics, names.authors, names.series, names.pictures] {
            packer.put(table.names) { $0.put($1) }
        }
        return packer.bytes
    }
}
