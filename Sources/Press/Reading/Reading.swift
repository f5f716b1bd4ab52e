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
            var items = rows[chunk].map { number in
                read(known[number], listing.path(listing.rows[number]), with: reader, shared, into: &packer)
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
        let source = folder.source(file)
        var item = Item(row: row)
        var problems: [Diagnostic] = []
        do throws(MachineError) {
            let (bytes, stamp) = try files.read(source)
            item.row.stamp = stamp
            item.row.text = Fingerprint.of(bytes).value
            if item.row.text == row.text {
                item.isUnchanged = true
                return item
            }
            item.row.kind = .broken
            item.row.record = packer.bytes.count
            let document = Document(parsing: bytes)
            let path = ContentPath(file)
            switch path.role {
            case .article, .standalone:
                let (article, found) = reader.read(bytes, document, source: source, path: path)
                problems = found
                guard let article else { break }
                let start = packer.bytes.count
                article.pack(into: &packer)
                item.row.kind = path.role == .article ? .article : .standalone
                guard path.role == .article else { break }
                var card = packer.bytes.withUnsafeBytes {
                    Card(article, record: UnsafeRawBufferPointer(rebasing: $0[start...]), at: start)
                }
                card.text = item.row.text
                texts?.keep(bytes, item.row.text)
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
        } catch {
            problems = [.error(error)]
            item.row.text = 0
            item.row.kind = .broken
            item.row.record = packer.bytes.count
        }
        item.row.recordCount = UInt32(packer.bytes.count - item.row.record)
        for problem in problems { packer.put(problem.at(path: source)) }
        item.row.problemsCount = UInt32(packer.bytes.count - item.row.record) - item.row.recordCount
        item.row.recordCheck = packer.bytes.withUnsafeBytes {
            Fingerprint.of(UnsafeRawBufferPointer(rebasing: $0[item.row.recordRange])).value
        }
        return item
    }
}
