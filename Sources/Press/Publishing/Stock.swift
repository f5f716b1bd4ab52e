import Newspaper

/// What stands in Output already, by an earlier run's own account.
final class Stock: Sendable {
    /// What the ledger remembers of each file; empty if there is no ledger.
    let rows: MappedArray<OutputRow>
    let notes: KeptNotes
    let paths: MappedArray<UInt8>
    /// The files by the list alone, where there is no ledger.
    private let list: [String]
    /// For each row, whether the file is still as it was written; nil if they all are.
    private let intact: [Bool]?
    /// Whether stet's own account names the files. A folder whose account was lost is taken over, with everything in it
    /// that has a page's name.
    let isListed: Bool

    /// What the ledger knows of an Output that is there.
    init(_ ledger: Ledger, in output: OpenFolder) {
        rows = ledger.outputs
        notes = ledger.notes
        paths = ledger.paths
        list = []
        isListed = true
        let (rows, paths) = (rows, paths)
        intact = parallelChunks(rows.count, chunk: 512) { chunk in
            var path: [CChar] = []
            return chunk.map { number in
                let row = rows[number]
                path.removeAll(keepingCapacity: true)
                paths.withBytes(row.pathRange) { path.append(contentsOf: $0.bindMemory(to: CChar.self)) }
                path.append(0)
                return output.stamp(path) == row.stamp
            }
        }
    }

    /// What the ledger knows of an Output that is known to be as it was left.
    init(of ledger: Ledger) {
        rows = ledger.outputs
        notes = ledger.notes
        paths = ledger.paths
        list = []
        isListed = true
        intact = nil
    }

    /// What the list of files knows, or nothing at all.
    init(list: [String]?) {
        rows = MappedArray()
        notes = KeptNotes()
        paths = MappedArray()
        self.list = list ?? []
        intact = nil
        isListed = list != nil
    }

    /// The numbers of what a file is compressed.
    func compressed(_ number: Int) -> Range<Int> { number + 1..<number + 1 + Int(rows[number].compressedCount) }

    /// Whether these are as they were written.
    func hasIntactCompressed(_ number: Int) -> Bool { compressed(number).allSatisfy(isIntact) }

    var count: Int { rows.isEmpty ? list.count : rows.count }

    /// Whether nothing has been altered or removed.
    var isWhole: Bool { intact?.allSatisfy { $0 } ?? true }

    /// Whether the file with that number is still as it was written.
    func isIntact(_ number: Int) -> Bool { intact?[number] ?? true }

    /// The path of the file with that number.
    func path(_ number: Int) -> String {
        rows.isEmpty
            ? list[number] : paths.withBytes(rows[number].pathRange) { String(decoding: $0, as: UTF8.self) }
    }

    /// The files' numbers by the fingerprints of their paths.
    func table() -> PathTable {
        var table = PathTable(capacity: count)
        for number in 0..<count {
            _ = table.insert(number, at: rows.isEmpty ? Fingerprint.of(list[number]).value : rows[number].file)
        }
        return table
    }
}
