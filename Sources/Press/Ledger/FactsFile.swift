import Synchronization

/// The file in which the records lie: what was read from Content. Records are only ever added to it, so that a build
/// in which one article changed writes one record; a ledger says how much of it counts, and what lies behind that is
/// what a build left that came to nothing.
final class FactsFile: Sendable {
    let path: String
    private let file: File
    private let committed: Int
    private let end: Atomic<Int>

    /// - Parameter count: how much of it counts; 0 for a new one.
    init(_ path: String, count: Int) throws(MachineError) {
        self.path = path
        committed = count
        file = try File(path, count == 0 ? .write : .update)
        if count > 0 { try file.truncate(to: count) }
        end = Atomic(count)
    }

    /// What tells whether somebody else has changed it since.
    func stamp() throws(MachineError) -> Stamp { try file.stamp() }

    /// How much there is now.
    var count: Int { end.load(ordering: .relaxed) }

    /// Adds records, and says where they lie. Any thread may.
    func append(_ bytes: [UInt8]) throws(MachineError) -> Int {
        let offset = end.add(bytes.count, ordering: .relaxed).oldValue
        try file.write(bytes, at: offset)
        return offset
    }

    /// Takes back what was added, unless a journal says that it is going to count.
    func abandon(_ paths: OutputPaths) {
        do throws(MachineError) {
            guard try FileSystem.found(at: paths.journal) == nil else { return }
            if committed == 0 {
                try FileSystem.removeFile(path)
            } else {
                try file.truncate(to: committed)
            }
        } catch {
            // What lies behind the end counts for nothing; the next run cuts it off.
        }
    }
}
