import Diagnostics
import FrontMatter
import Newspaper
import Synchronization

/// Reads what is new in Content: the facts go to the facts file and to cards, the texts stay on disk.
struct Reading: Sendable {
    let folder: SiteFolder
    /// The same, held open.
    let files: OpenFolder
    let site: Site
    /// Gets the texts that are wanted again.
    var texts: KeptTexts?

    /// What one file gives.
    struct Item: Sendable {
        var row: SourceRow
        var card: Card?
        var names: [Int32] = []
        /// Whether it has the bytes that it had: then what is known of it still holds.
        var isUnchanged = false
    }

    /// Reads these files, on all cores.
    /// - Parameter known: the rows of all files, with what is known of those that were there before.
    func read(
        _ rows: [Int], of listing: ContentListing, known: [SourceRow], names: inout Names, into facts: FactsFile,
        advance: @escaping @Sendable (Int) -> Void
    ) throws(MachineError) -> [Item] {
        let reader = ArticleReader(site: site)
        let shared = Mutex(names)
        let failure = Mutex<MachineError?>(nil)
        let items = parallelChunks(rows.count, chunk: 64) { chunk in
            var packer = Packer()
            var items: [Item] = []
            items.reserveCapacity(chunk.count)
            for start in stride(from: chunk.lowerBound, to: chunk.upperBound, by: Manuscript.count) {
                var few = rows[start..<min(start + Manuscript.count, chunk.upperBound)].map { number in
                    open(known[number], listing.path(listing.rows[number]))
                }
                for index in few.indices { few[index].readFrontMatter() }
                for manuscript in few { items.append(read(manuscript, with: reader, shared, into: &packer)) }
            }
            do throws(MachineError) {
                let offset = try facts.append(packer.bytes)
                for index in items.indices where !items[index].isUnchanged {
                    items[index].row.record += offset
                    items[index].card?.offset += offset
                }
            } catch {
                failure.withLock { $0 = error }
            }
            advance(chunk.count)
            return items
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        names = shared.withLock { $0 }
        return items
    }

    /// Reads one file; its record goes to the packer.
    func read(
        _ row: SourceRow, _ file: String, with reader: ArticleReader, _ names: borrowing Mutex<Names>,
        into packer: inout Packer
    ) -> Item {
        var manuscript = open(row, file)
        manuscript.readFrontMatter()
        return read(manuscript, with: reader, names, into: &packer)
    }

    private func open(_ row: SourceRow, _ file: String) -> Manuscript {
        Manuscript(row, path: file, source: folder.source(file), from: files)
    }

    /// What one gives; its record goes to the packer.
    private func read(
        _ manuscript: Manuscript, with reader: ArticleReader, _ names: borrowing Mutex<Names>,
        into packer: inout Packer
    ) -> Item {
        var item = Item(row: manuscript.row, isUnchanged: manuscript.isUnchanged)
        if item.isUnchanged { return item }
        var problems: [Diagnostic] = []
        item.row.kind = .broken
        item.row.record = packer.bytes.count
        if let failure = manuscript.failure { problems = [.error(failure)] }
        if let document = manuscript.document {
            let (source, path) = (manuscript.source, ContentPath(manuscript.path))
            switch path.role {
            case .article, .standalone:
                let (facts, found) = reader.read(manuscript.bytes, document, source: source, path: path)
                problems = found
                guard let article = consume facts else { break }
                let start = packer.bytes.count
                article.pack(into: &packer)
                item.row.kind = path.role == .article ? .article : .standalone
                guard path.role == .article else { break }
                var card = packer.bytes.withUnsafeBytes {
                    Card(article, record: UnsafeRawBufferPointer(rebasing: $0[start...]), at: start)
                }
                card.text = item.row.text
                texts?.keep(manuscript.bytes, item.row.text)
                item.names = names.withLock { $0.add(article, to: &card) }
                item.card = card
            case .section:
                let (section, found) = SectionFile.read(document, source: source, path: path)
                problems = found
                section.pack(into: &packer)
                item.row.kind = .section
            case .author:
                let (author, found) = AuthorFile.read(document, source: source, path: path)
                problems = found
                author.pack(into: &packer)
                item.row.kind = .author
            }
        }
        item.row.recordCount = UInt32(packer.bytes.count - item.row.record)
        for problem in problems { packer.put(problem.at(path: manuscript.source)) }
        item.row.problemsCount = UInt32(packer.bytes.count - item.row.record) - item.row.recordCount
        item.row.recordCheck = packer.bytes.withUnsafeBytes {
            Fingerprint.of(UnsafeRawBufferPointer(rebasing: $0[item.row.recordRange])).value
        }
        return item
    }
}
