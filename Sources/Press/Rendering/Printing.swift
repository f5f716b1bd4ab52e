import Diagnostics
import Markup
import Newspaper

/// Makes the edition's files: those that the ledger knows stay as they are, the others are rendered and handed to the
/// publisher.
struct Printing<Look: Theme>: Sendable {
    let renderer: Renderer<Look>
    let layout: Layout
    let publisher: Publisher
    /// The hashes of files whose text stands on a page that is no article's.
    let texts: [String: Fingerprint]
    /// Whether a fingerprint that is known says that the page is the same: the program, the settings and what all pages
    /// share are what they were.
    let knows: Bool
    /// Whether what texts lead to is what it was, so that nobody need ask.
    let isSettled: Bool

    /// Makes all pages, on all cores.
    func pages(advance: @escaping @Sendable (Int) -> Void) -> [PrintedFile] {
        parallelChunks(layout.pages.count, chunk: knows ? 256 : 32) { chunk in
            defer { advance(chunk.count) }
            return chunk.map(page)
        }
    }

    private func page(_ number: Int) -> PrintedFile {
        let page = layout.pages[number]
        let fingerprint = renderer.edition.fingerprint(of: page) { texts[$0] ?? Fingerprint() }
        var result = PrintedFile()
        result.row.file = layout.paths[number]
        result.row.fingerprint = fingerprint.value
        if keep(&result) { return result }
        let path = renderer.edition.path(of: page).file
        result.path = path
        do throws(MachineError) {
            let (html, notes) = try renderer.render(page)
            result.notes = notes.packed
            do throws(MachineError) {
                try place(&result) { () throws(MachineError) in
                    try publisher.put(html, at: path)
                }
            } catch {
                result.failure = .machine(error)
            }
        } catch {
            result.failure = .content(error)
        }
        return result
    }

    /// Makes all files that are copied.
    func files(_ rows: [SourceRow], from folder: SiteFolder) -> [PrintedFile] {
        parallelMap(layout.files.count, chunk: 4) { number in
            let file = layout.files[number]
            var result = PrintedFile()
            result.path = file.name
            result.row.file = file.path
            var fingerprint = Fingerprint(seed: 20)
            fingerprint.add(rows[file.row].stamp)
            result.row.fingerprint = fingerprint.value
            if rows[file.row].stamp.isProof, keep(&result) { return result }
            do throws(MachineError) {
                try place(&result) { () throws(MachineError) in
                    try publisher.copy(folder.content + "/" + file.name, at: file.name)
                }
            } catch {
                result.failure = .machine(error)
            }
            return result
        }
    }

    /// Makes the theme's files.
    func assets() -> [PrintedFile] {
        layout.assets.map { asset in
            var result = PrintedFile()
            result.path = asset.path.file
            result.row.file = Fingerprint.of(result.path).value
            result.row.fingerprint = Fingerprint.of(asset.bytes).value
            if keep(&result) { return result }
            do throws(MachineError) {
                try place(&result) { () throws(MachineError) in try publisher.put(HTML(trusted: asset.bytes), at: asset.path.file) }
            } catch {
                result.failure = .machine(error)
            }
            return result
        }
    }

    /// Leaves a file alone that is as it would be made.
    private func keep(_ result: inout PrintedFile) -> Bool {
        guard knows, let stock = publisher.stock, !stock.rows.isEmpty,
            let number = publisher.number(of: result.row.file), stock.isIntact[number]
        else { return false }
        let row = stock.rows[number]
        guard row.fingerprint == result.row.fingerprint else { return false }
        if !isSettled, row.notesCount > 0 {
            guard renderer.hold(stock.notes.withBytes(row.notesRange) { PageNotes(packed: $0) }) else { return false }
        }
        result.row = row
        result.kept = Int32(number)
        return true
    }

    private func place(
        _ result: inout PrintedFile, _ put: () throws(MachineError) -> Publisher.Placed
    ) throws(MachineError) {
        let placed = try put()
        result.row.stamp = placed.stamp
        result.isWritten = placed.isWritten
    }
}
