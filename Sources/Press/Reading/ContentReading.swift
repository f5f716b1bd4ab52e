import Diagnostics
import Newspaper
import Synchronization

/// What Content holds, after everything new in it was read.
struct ReadContent: Sendable {
    var state = ContentState()
    var records = Records()
    var material = Material()
    var skipped: [Skipped] = []
    var diagnostics: [Diagnostic] = []
    /// The hashes of files whose text stands on a page that is no article's, by their paths.
    var texts: [String: Fingerprint] = [:]
    /// How many files were read.
    var read = 0
    /// How many bytes of records nobody needs any more.
    var waste = 0
}

extension Reading {
    /// Reads what changed, and puts it together with what is known.
    func read(
        _ listing: ContentListing, _ changes: ContentChanges, ledger: Ledger?, into facts: FactsFile,
        advance: @escaping @Sendable (Int) -> Void
    ) throws(MachineError) -> ReadContent {
        var content = ReadContent(diagnostics: listing.diagnostics)
        content.state.folders = listing.folders
        content.state.visited = listing.visited
        content.state.rowNames = listing.names
        content.state.rows = changes.rows
        content.state.names = ledger?.names ?? Names()
        content.read = changes.unread.count
        let items = try read(
            changes.unread, of: listing, known: changes.rows, names: &content.state.names, into: facts,
            advance: advance)
        let file = try MappedFile(facts.path, count: facts.count)
        content.records = Records(file.bytes) { [file] _ in _ = file }
        content.merge(items, at: changes.unread, ledger: ledger)
        content.waste = facts.count - content.state.rows.reduce(0) { $0 + Int($1.recordCount) + Int($1.problemsCount) }
        content.material.catalogue = Catalogue(
            cards: content.state.cards, nameNumbers: content.state.nameNumbers, names: content.state.names,
            records: content.records)
        content.unpackOthers(listing, folder)
        return content
    }
}

extension ReadContent {
    /// Puts what was read in its place, and gives the cards their order: that of the files.
    fileprivate mutating func merge(_ items: [Reading.Item], at positions: [Int], ledger: Ledger?) {
        // Each card belongs to a file: where all are there still, and no other text is, they are where they were.
        if let ledger, items.allSatisfy(\.isUnchanged), state.rows.count(where: { $0.card >= 0 }) == ledger.cards.count
        {
            for (position, item) in zip(positions, items) { state.rows[position] = item.row }
            state.cards = ledger.cards.copy
            state.nameNumbers = ledger.nameNumbers.copy
            return
        }
        var next = 0
        let oldCards = ledger?.cards ?? MappedArray()
        let oldNumbers = ledger?.nameNumbers.copy ?? []
        state.cards.reserveCapacity(state.rows.count)
        state.nameNumbers.reserveCapacity(oldNumbers.count + items.count * 4)
        for position in state.rows.indices {
            var card: Card?
            var names: ArraySlice<Int32> = []
            if next < positions.count, positions[next] == position {
                let item = items[next]
                next += 1
                state.rows[position] = item.row
                if !item.isUnchanged {
                    card = item.card
                    names = item.names[...]
                }
            }
            let row = state.rows[position]
            if card == nil, row.kind == .article, row.card >= 0, Int(row.card) < oldCards.count {
                let old = oldCards[Int(row.card)]
                let start = Int(old.names)
                names = oldNumbers[start..<min(oldNumbers.count, start + Int(old.topics) + Int(old.authors))]
                card = old
            }
            state.rows[position].card = -1
            if var card {
                card.names = UInt32(state.nameNumbers.count)
                state.nameNumbers += names
                state.rows[position].card = Int32(state.cards.count)
                state.cards.append(card)
            }
        }
    }

    /// Reads from the records what is no article, and what was wrong.
    mutating func unpackOthers(_ listing: ContentListing, _ folder: SiteFolder) {
        for row in state.rows where row.isMarkdown {
            if row.problemsCount > 0 { unpackProblems(row) }
            if row.kind == .standalone || row.kind == .author {
                texts[folder.source(listing.path(row))] = Fingerprint(kept: row.text)
            }
            switch row.kind {
            case .file, .article, .broken: continue
            case .standalone: material.standalone.append(unpacked(row) { Article.unpacked($0) })
            case .section:
                material.sections.append(unpacked(row) { SectionFile(packed: $0) })
                skipped.append(Skipped(source: folder.source(listing.path(row)), reason: .sectionIndex))
            case .author:
                material.authors.append(unpacked(row) { AuthorFile(packed: $0) })
                skipped.append(Skipped(source: folder.source(listing.path(row)), reason: .author))
            }
        }
    }

    private func unpacked<Value>(_ row: SourceRow, _ read: (UnsafeRawBufferPointer) -> Value) -> Value {
        records.withRecord(at: row.record, count: Int(row.recordCount), read)
    }

    private mutating func unpackProblems(_ row: SourceRow) {
        records.withRecord(at: row.record + Int(row.recordCount), count: Int(row.problemsCount)) {
            var rest = Unpacker($0)
            while !rest.isAtEnd { diagnostics.append(rest.diagnostic()) }
        }
    }
}
