import Diagnostics
import Newspaper

/// What is remembered of the last edition: what was read from every file of Content, and what every file of Output was
/// made from.
struct Ledger: Sendable {
    var summary = LedgerSummary()
    /// The folders of Content that have files in them; and all of them.
    private(set) var folders: [String] = []
    private(set) var visited: [VisitedFolder] = []
    private(set) var names = Names()

    /// The parts that are as large as the archive.
    let rows: MappedArray<SourceRow>
    let rowNames: MappedArray<UInt8>
    let cards: MappedArray<Card>
    let nameNumbers: MappedArray<Int32>
    let outputs: MappedArray<OutputRow>
    let paths: MappedArray<UInt8>
    let notes: KeptNotes

    /// What tells it from every other.
    let identity: UInt64
    /// What has changed since it was written. What was known of that when it was read stands in the rows already.
    var amendments = Amendments()

    var isAmended: Bool { amendments.count > 0 }

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
            return try Ledger(paths)
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

    /// Reads the ledger with its amendments.
    /// - Parameter isOwn: whether this process has just written it, so that it need not be checked.
    init(_ paths: OutputPaths, isOwn: Bool = false) throws(Unusable) {
        guard FileSystem.status(paths.ledger) != nil else { throw .missing }
        let hasAmendments = FileSystem.status(paths.amendments) != nil
        guard let file = try? MappedFile(paths.ledger, isPrivate: hasAmendments) else { throw .damaged }
        guard LedgerFile.isOurs(file) else { throw .foreign }
        guard let parts = LedgerFile.parts(file, areWhole: isOwn), parts.count == 8 else { throw .damaged }
        identity = LedgerFile.identity(file)
        let amendments = try Amendments(paths.amendments, of: identity)
        if let amendments {
            let noted = amendments.outputs(notesFrom: parts[7].count)
            guard file.amend(parts[1], with: amendments.sources), file.amend(parts[3], with: amendments.cards),
                file.amend(parts[5], with: noted.outputs)
            else { throw .damaged }
            notes = KeptNotes(MappedArray(file, parts[7]) ?? MappedArray(), added: noted.notes)
        } else {
            notes = KeptNotes(MappedArray(file, parts[7]) ?? MappedArray())
        }
        guard let rows = MappedArray<SourceRow>(file, parts[1]), let rowNames = MappedArray<UInt8>(file, parts[2]),
            let cards = MappedArray<Card>(file, parts[3]), let nameNumbers = MappedArray<Int32>(file, parts[4]),
            let outputs = MappedArray<OutputRow>(file, parts[5]), let outputPaths = MappedArray<UInt8>(file, parts[6])
        else { throw .damaged }
        (self.rows, self.rowNames, self.cards, self.nameNumbers) = (rows, rowNames, cards, nameNumbers)
        (self.outputs, self.paths) = (outputs, outputPaths)
        var rest = Unpacker(UnsafeRawBufferPointer(rebasing: file.bytes[parts[0]]))
        unpack(&rest)
        if let amendments {
            self.amendments = amendments
            summary.diagnostics = amendments.diagnostics
        }
    }

    private mutating func unpack(_ rest: inout Unpacker) {
        summary = LedgerSummary(&rest)
        folders = rest.list { $0.text() }
        visited = rest.list { VisitedFolder(path: $0.text(), stamp: $0.stamp()) }
        names.sections = NameTable(rest.list { $0.text() })
        names.topics = NameTable(rest.list { $0.text() })
        names.authors = NameTable(rest.list { $0.text() })
        names.series = NameTable(rest.list { $0.text() })
        names.pictures = NameTable(rest.list { $0.text() })
    }
}

/// Rows and cards as they are now.
extension Ledger {
    func source(_ number: Int) -> SourceRow { amendments.sources[number] ?? rows[number] }

    func card(_ number: Int) -> Card { amendments.cards[number] ?? cards[number] }

    func output(_ number: Int) -> OutputRow { amendments.outputs[number] ?? outputs[number] }

    func notes(ofOutput number: Int) -> PageNotes {
        if let notes = amendments.notes[number] { return notes.withUnsafeBytes { PageNotes(packed: $0) } }
        return notes.withBytes(outputs[number].notesRange) { PageNotes(packed: $0) }
    }

    /// The number of a file of Output, by the fingerprint of its path.
    func number(ofOutput path: UInt64) -> Int? {
        outputs.firstIndex { $0.file == path }
    }

    /// The path of a file of Output.
    func path(ofOutput number: Int) -> String {
        paths.withBytes(outputs[number].pathRange) { String(decoding: $0, as: UTF8.self) }
    }

    /// The path of a file of Content, relative to that.
    func path(ofSource row: SourceRow) -> String {
        let name = rowNames.withBytes(row.nameRange) { String(decoding: $0, as: UTF8.self) }
        let folder = folders[Int(row.folder)]
        return folder.isEmpty ? name : folder + "/" + name
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
        packer.put(content.visited) {
            $0.put($1.path)
            $0.put($1.stamp)
        }
        let names = content.names
        for table in [names.sections, names.topics, names.authors, names.series, names.pictures] {
            packer.put(table.names) { $0.put($1) }
        }
        return packer.bytes
    }
}
