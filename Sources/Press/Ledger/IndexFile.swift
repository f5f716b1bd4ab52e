import Newspaper

/// The last edition's index in a file beside the ledger, so that it need not be made anew where only texts have
/// changed. It names the ledger that it belongs to; without one that does, the edition is indexed once more.
enum IndexFile {
    /// Writes the index of the edition that the ledger remembers. Without it the next build costs more, and nothing
    /// else: so this cannot fail.
    static func write(_ index: EditionIndex, beside paths: OutputPaths) {
        guard let ledger = try? MappedFile(paths.ledger), LedgerFile.isOurs(ledger) else { return }
        do throws(MachineError) {
            try LedgerFile.write(
                [
                    LedgerFile.Content([LedgerFile.identity(ledger)]), LedgerFile.Content(index.order),
                    LedgerFile.Content(index.places), LedgerFile.Content(index.fingerprints),
                    LedgerFile.Content(index.resolved), LedgerFile.Content(index.stories),
                    LedgerFile.Content(index.tables),
                ], to: paths.newIndex)
            try FileSystem.rename(paths.newIndex, to: paths.index)
        } catch {
            try? FileSystem.removeFile(paths.newIndex)
        }
    }

    /// The index that belongs to a ledger; nil if there is none, or it is damaged.
    static func read(of ledger: UInt64, _ paths: OutputPaths) -> EditionIndex? {
        guard let file = try? MappedFile(paths.index), LedgerFile.isOurs(file), let parts = LedgerFile.parts(file),
            parts.count == 7, let owner = MappedArray<UInt64>(file, parts[0]), owner.first == ledger,
            let order = MappedArray<Int32>(file, parts[1]), let places = MappedArray<Int32>(file, parts[2]),
            let fingerprints = MappedArray<UInt64>(file, parts[3]), let resolved = MappedArray<Int32>(file, parts[4]),
            let stories = MappedArray<Int32>(file, parts[5]), let tables = MappedArray<UInt8>(file, parts[6])
        else { return nil }
        var index = EditionIndex()
        index.order = order.copy
        index.places = places.copy
        index.fingerprints = fingerprints.copy
        index.resolved = resolved.copy
        index.stories = stories.copy
        index.tables = tables.copy
        return index
    }
}
