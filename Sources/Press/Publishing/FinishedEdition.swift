import Diagnostics
import Newspaper

/// All files of an edition, made or left alone, and how it differs from the last.
struct FinishedEdition {
    /// Paths in Output.
    private(set) var written: [String] = []
    private(set) var removed: [String] = []
    private(set) var state = OutputState()

    private let publisher: Publisher
    /// Whether there is a file that the last edition did not have.
    private var hasNewFiles = false

    init(_ publisher: Publisher) {
        self.publisher = publisher
    }

    /// Takes what was made, or left alone.
    mutating func add(_ results: [PrintedFile], report: inout BuildReport) throws(MachineError) {
        let stock = publisher.stock
        var isStill = [Bool](repeating: false, count: stock?.count ?? 0)
        var failure: MachineError?
        state.reserveCapacity(results.count)
        for result in results {
            switch result.failure {
            case .content(let error): report.diagnostics.append(.error(error))
            case .machine(let error): failure = failure ?? error
            case nil: break
            }
            if result.kept >= 0, let stock {
                isStill[Int(result.kept)] = true
                keep(Int(result.kept), result.row, of: stock, report: &report)
                continue
            }
            if let number = publisher.number(of: result.row.file) {
                isStill[number] = true
            } else {
                hasNewFiles = true
            }
            if result.isWritten { written.append(result.path) }
            state.add(result.row, path: result.path, notes: result.notes)
            if !result.notes.isEmpty {
                note(result.notes.withUnsafeBytes { PageNotes(packed: $0) }, report: &report)
            }
        }
        if let failure { throw failure }
        if let stock { removed = isStill.indices.filter { !isStill[$0] }.map(stock.path) }
    }

    private mutating func keep(_ number: Int, _ row: OutputRow, of stock: Stock, report: inout BuildReport) {
        stock.withPath(number) { path in
            stock.notes.withBytes(row.notesRange) { notes in
                state.add(row, path: path, notes: notes)
                if !notes.isEmpty { note(PageNotes(packed: notes), report: &report) }
            }
        }
    }

    private func note(_ notes: PageNotes, report: inout BuildReport) {
        report.diagnostics += notes.diagnostics
    }

    /// All its files, if they are others than the last edition's.
    var allFiles: [String]? {
        hasNewFiles || !removed.isEmpty || publisher.stock?.rows.isEmpty != false ? state.files() : nil
    }

    var publishedFiles: PublishedFiles {
        let (state, written) = (state, written)
        return PublishedFiles(
            written: written, removed: removed, unchangedCount: state.rows.count - written.count,
            listUnchanged: {
                let written = Set(written)
                return state.files().filter { !written.contains($0) }
            })
    }
}

extension OutputState {
    /// The paths of all files.
    func files() -> [String] {
        rows.map { String(decoding: paths[$0.pathRange], as: UTF8.self) }
    }
}
