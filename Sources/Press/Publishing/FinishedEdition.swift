import Diagnostics
import Newspaper

/// All files of an edition, made or left alone, and how it differs from the last.
struct FinishedEdition<Look: Theme> {
    /// Paths in Output, sorted.
    private(set) var written: [String] = []
    private(set) var removed: [String] = []
    private(set) var state = OutputState()

    private let layout: Layout
    private let renderer: Renderer<Look>
    private let publisher: Publisher
    /// Whether there is a file that the last edition did not have.
    private var hasNewFiles = false

    init(_ layout: Layout, renderer: Renderer<Look>, publisher: Publisher) {
        self.layout = layout
        self.renderer = renderer
        self.publisher = publisher
    }

    /// Takes what was made, in the order of the layout: pages, files, assets.
    mutating func add(_ results: [Printing<Look>.Result], report: inout BuildReport) throws(MachineError) {
        let stock = publisher.stock
        var isStill = [Bool](repeating: false, count: stock?.count ?? 0)
        var failure: MachineError?
        state.rows.reserveCapacity(results.count)
        for (index, result) in results.enumerated() {
            switch result.failure {
            case .content(let error): report.diagnostics.append(.error(error))
            case .machine(let error): failure = failure ?? error
            case nil: break
            }
            if result.kept >= 0, let stock {
                isStill[Int(result.kept)] = true
                keep(Int(result.kept), result.row, of: stock, report: &report)
            } else {
                let path = path(index)
                if let number = publisher.number(of: result.row.file) {
                    isStill[number] = true
                } else {
                    hasNewFiles = true
                }
                if result.failure == nil { report.work.pagesDrawn += index < layout.pages.count ? 1 : 0 }
                if result.isWritten { written.append(path) }
                note(result.notes.withUnsafeBytes { PageNotes(packed: $0) }, report: &report)
                var bytes = path
                bytes.withUTF8 { path in
                    result.notes.withUnsafeBytes {
                        state.add(result.row, path: UnsafeRawBufferPointer(path), notes: $0)
                    }
                }
            }
        }
        if let failure { throw failure }
        written.sort()
        if let stock { removed = isStill.indices.filter { !isStill[$0] }.map(stock.path).sorted() }
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

    /// The path of the file with that number in the layout's order.
    private func path(_ index: Int) -> String {
        if index < layout.pages.count { return renderer.edition.path(of: layout.pages[index]).file }
        let file = index - layout.pages.count
        return file < layout.files.count ? layout.files[file].name : layout.assets[file - layout.files.count].path.file
    }

    /// All its files, if they are others than the last edition's.
    var allFiles: [String]? {
        hasNewFiles || !removed.isEmpty || publisher.stock?.rows.isEmpty != false ? state.files() : nil
    }

    var publishedFiles: PublishedFiles {
        var files = PublishedFiles(written: written, removed: removed)
        files.unchangedCount = state.rows.count - written.count
        let (state, written) = (state, Set(written))
        files.listUnchanged = { state.files().filter { !written.contains($0) } }
        return files
    }
}

extension OutputState {
    /// The paths of all files, sorted.
    func files() -> [String] {
        rows.map { String(decoding: paths[$0.pathRange], as: UTF8.self) }.sorted()
    }
}
