import Diagnostics
import Markup
import Newspaper

/// Makes the edition's files: those that the ledger knows stay as they are, the others are rendered and handed to the
/// publisher. Files go by their numbers: first the layout's pages, then what is copied, then what the theme brings.
struct Printing<Look: Theme>: Sendable {
    let renderer: Renderer<Look>
    let layout: Layout
    let publisher: Publisher
    let folder: SiteFolder
    /// The listing's rows, for what is copied.
    let rows: [SourceRow]
    /// The hashes of files whose text stands on a page that is no article's.
    let texts: [String: Fingerprint]
    /// Whether a fingerprint that is known says that the page is the same: the program, the settings and what all pages
    /// share are what they were.
    let knows: Bool
    /// Whether text files have compressed ones beside them.
    let compresses: Bool
    /// Whether what texts lead to is what it was, so that nobody need ask.
    let isSettled: Bool

    /// For every file, what it is made from, and whether it can stay as it is.
    func verdicts() -> [Verdict] {
        parallelChunks(layout.count, chunk: 1024) { $0.map(verdict) }
    }

    private func verdict(_ number: Int) -> Verdict {
        let fingerprint = fingerprint(of: number)
        return Verdict(fingerprint: fingerprint, kept: known(number, fingerprint))
    }

    private func fingerprint(of number: Int) -> Fingerprint? {
        switch layout.file(number) {
        case .page(let page): return renderer.edition.fingerprint(of: page) { texts[$0] ?? Fingerprint() }
        case .copy(let file):
            let stamp = rows[file.row].stamp
            guard stamp.isProof else { return nil }
            var fingerprint = Fingerprint(seed: 20)
            fingerprint.add(stamp)
            // What is said of a picture goes into its files.
            if let credit = renderer.content.pictures.descriptions.byFile[file.name]?.credit { fingerprint.add(credit) }
            return fingerprint
        case .asset(let asset): return .of(asset.bytes)
        }
    }

    /// The number in the stock of a file that is as it would be made; -1 if it must be made.
    private func known(_ file: Int, _ fingerprint: Fingerprint?) -> Int32 {
        guard knows, let fingerprint, let stock = publisher.stock, !stock.rows.isEmpty,
            let number = publisher.number(of: layout.path(file)), stock.isIntact(number)
        else { return -1 }
        let row = stock.rows[number]
        guard row.fingerprint == fingerprint.value, row.compressions == compressions(of: file),
            stock.hasIntactCompressed(number)
        else { return -1 }
        if !isSettled, row.notesCount > 0 {
            guard renderer.hold(stock.notes.withBytes(row.notesRange) { PageNotes(packed: $0) }) else { return -1 }
        }
        return Int32(number)
    }

    /// A file that is a picture, which is made together with its other sizes.
    func picture(_ number: Int) -> Layout.CopiedFile? {
        guard number >= layout.pages.count, renderer.edition.site.pictures.hasRenditions,
            case .copy(let file) = layout.file(number),
            file.name.isPhotograph
        else { return nil }
        return file
    }

    /// The fingerprints of the paths of pictures that the texts of pages show.
    func shownPictures(_ verdicts: [Verdict], _ made: [PrintedFile]) -> Set<UInt64> {
        var shown: Set<UInt64> = []
        for file in made { file.notes.withUnsafeBytes { shown.formUnion(PageNotes.pictures(packed: $0)) } }
        guard let stock = publisher.stock, !stock.rows.isEmpty else { return shown }
        for verdict in verdicts where verdict.kept >= 0 {
            let row = stock.rows[Int(verdict.kept)]
            guard row.notesCount > 0 else { continue }
            stock.notes.withBytes(row.notesRange) { shown.formUnion(PageNotes.pictures(packed: $0)) }
        }
        return shown
    }

    /// Makes the files with these numbers, on all cores.
    func make(
        _ numbers: [Int], _ verdicts: [Verdict], advance: @escaping @Sendable (Int) -> Void
    ) -> [PrintedFile] {
        parallelChunks(numbers.count, chunk: 32) { chunk in
            defer { advance(chunk.count) }
            let companions = Companions(publisher, compresses: compresses)
            return stride(from: chunk.lowerBound, to: chunk.upperBound, by: Sheet.count).flatMap { start in
                var sheets = numbers[start..<min(start + Sheet.count, chunk.upperBound)].map {
                    sheet($0, verdicts[$0])
                }
                for index in sheets.indices { sheets[index].setText(by: renderer) }
                for index in sheets.indices { sheets[index].drawPage(by: renderer) }
                return sheets.map { printed($0, companions) }
            }
        }
    }

    private func sheet(_ number: Int, _ verdict: Verdict) -> Sheet {
        var file = PrintedFile(path: layout.name(number))
        file.row.file = layout.path(number)
        file.row.fingerprint = verdict.fingerprint?.value ?? 0
        file.row.compressions = compressions(of: number)
        return Sheet(content: layout.file(number), file: file)
    }

    private func printed(_ sheet: Sheet, _ companions: Companions) -> PrintedFile {
        var file = sheet.file
        guard file.failure == nil else { return file }
        do throws(MachineError) {
            switch sheet.content {
            case .page: try put(sheet.html, as: &file, companions)
            case .copy(let copied):
                let source = folder.content + "/" + copied.name
                if file.row.compressions.isEmpty {
                    file.take(try publisher.copy(source, at: file.path))
                } else {
                    try put(HTML(trusted: try FileSystem.read(source)), as: &file, companions)
                }
            case .asset(let asset): try put(HTML(trusted: asset.bytes), as: &file, companions)
            }
        } catch {
            file.failure = .machine(error)
        }
        return file
    }

    /// How a file may be compressed: not where something else has the compressed one's place.
    private func compressions(of number: Int) -> Compressions {
        guard compresses else { return [] }
        let name = layout.name(number)
        guard Compression.isWorthwhile(name) else { return [] }
        return Compressions(Compression.allCases.filter { layout.isFree(name + $0.ending) }.map(Compressions.init))
    }

    private func put(
        _ bytes: HTML, as file: inout PrintedFile, _ companions: Companions
    ) throws(MachineError) {
        file.take(try publisher.put(bytes, at: file.path))
        guard !file.row.compressions.isEmpty else { return }
        file.compressed = try companions.make(of: file, bytes)
        file.row.compressedCount = UInt8(file.compressed.count)
    }
}
