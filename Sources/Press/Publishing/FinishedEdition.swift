import Diagnostics
import Newspaper

/// All files of an edition, made or left alone, and how it differs from the last.
struct FinishedEdition {
    /// Paths in Output.
    private(set) var written: [String] = []
    var removed: [String] {
        publisher.stock.map { stock in isStill.indices.filter { !isStill[$0] }.map(stock.path) } ?? []
    }
    private(set) var state = OutputState()

    private let publisher: Publisher
    /// For each file of the last edition, whether it is there still.
    private var isStill: [Bool]
    /// Whether there is a file that the last edition did not have.
    private var hasNewFiles = false

    init(_ publisher: Publisher) {
        self.publisher = publisher
        isStill = [Bool](repeating: false, count: publisher.stock?.count ?? 0)
    }

    /// Takes what was left alone and what was made, in the same order.
    mutating func add(
        _ verdicts: [Verdict], _ made: [PrintedFile], report: inout BuildReport
    ) throws(MachineError) {
        state.reserveCapacity(state.rows.count + verdicts.count)
        var nextMade = 0
        var number = 0
        while number < verdicts.count {
            guard verdicts[number].kept >= 0, let stock = publisher.stock else {
                try add(made[nextMade], report: &report)
                nextMade += 1
                number += 1
                continue
            }
            // Most files follow each other as they did in the last edition.
            let first = Int(verdicts[number].kept)
            var end = first
            while number < verdicts.count, Int(verdicts[number].kept) == end {
                end = stock.compressed(end).upperBound
                number += 1
            }
            for row in first..<end { isStill[row] = true }
            keep(first..<end, of: stock, report: &report)
        }
    }

    private mutating func add(
        _ file: PrintedFile, report: inout BuildReport
    ) throws(MachineError) {
        switch file.failure {
        case .content(let error): report.diagnostics.append(.error(error))
        case .machine(let error): throw error
        case .problem(let problem): report.diagnostics.append(problem)
        case nil: break
        }
        take(file)
        for part in file.compressed { take(part) }
        if file.row.hasProblems {
            report.diagnostics += file.notes.withUnsafeBytes { PageNotes(packed: $0).diagnostics }
        }
    }

    private mutating func take(_ file: PrintedFile) {
        if let number = publisher.number(of: file.row.file) {
            isStill[number] = true
        } else {
            hasNewFiles = true
        }
        if file.isWritten { written.append(file.path) }
        state.add(file.row, path: file.path, notes: file.notes)
    }

    private mutating func keep(_ rows: Range<Int>, of stock: Stock, report: inout BuildReport) {
        state.add(rows, of: stock)
        for number in rows where stock.rows[number].hasProblems {
            report.diagnostics += stock.notes.withBytes(stock.rows[number].notesRange) {
                PageNotes(packed: $0).diagnostics
            }
        }
    }

    /// Whether its files are others than the last edition's.
    var hasOtherFiles: Bool {
        hasNewFiles || !removed.isEmpty || publisher.stock?.rows.isEmpty != false
    }

    var publishedFiles: PublishedFiles {
        let (state, written) = (state, written)
        return PublishedFiles(
            written: written, removed: removed, unchangedCount: state.rows.count - written.count,
            listUnchanged: {
                let written = Set(written)
                return state.files.map { String(decoding: $0, as: UTF8.self) }.filter { !written.contains($0) }
            })
    }
}

extension OutputState {
    /// The paths of all files, as bytes.
    var files: some Sequence<ArraySlice<UInt8>> & Sendable {
        rows.lazy.map { [paths] in paths[$0.pathRange] }
    }
}
