/// What publishing did, as paths in Output. There may be a million, so they are sorted and listed only if somebody asks.
public struct PublishedFiles: Sendable {
    private let allWritten: [String]
    private let allRemoved: [String]
    private let listUnchanged: @Sendable () -> [String]
    public let unchangedCount: Int

    public init() {
        self.init(written: [], removed: [], unchangedCount: 0, listUnchanged: { [] })
    }

    init(
        written: [String], removed: [String], unchangedCount: Int, listUnchanged: @escaping @Sendable () -> [String]
    ) {
        allWritten = written
        allRemoved = removed
        self.unchangedCount = unchangedCount
        self.listUnchanged = listUnchanged
    }

    public var writtenCount: Int { allWritten.count }
    public var removedCount: Int { allRemoved.count }

    /// What is new, or another than it was; sorted, as are the others.
    public var written: [String] { allWritten.sorted() }
    public var removed: [String] { allRemoved.sorted() }
    public var unchanged: [String] { listUnchanged().sorted() }
}
