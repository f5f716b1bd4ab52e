#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

import Newspaper

/// How Content differs from what the ledger remembers.
struct ContentChanges {
    /// The listing's rows, with what is remembered of those files that were there before.
    private(set) var rows: [SourceRow]
    /// Positions of Markdown files that are new, or whose stamp is another.
    private(set) var unread: [Int] = []
    /// Whether any name has come or gone, or a file that is no Markdown has changed: what a text leads to may then be
    /// another.
    private(set) var hasOtherFiles = false

    /// - Parameter ledger: nil if there is none that could be used: then everything is new.
    init(_ listing: ContentListing, since ledger: Ledger?) {
        rows = listing.rows
        guard let ledger else {
            unread = listing.articles
            hasOtherFiles = true
            return
        }
        compare(listing, ledger)
    }

    /// Both are sorted in the same way, so they are gone through side by side.
    private mutating func compare(_ listing: ContentListing, _ ledger: Ledger) {
        let order = RowOrder(ledger, listing)
        var old = 0
        for number in rows.indices {
            var comparison = -1
            while old < ledger.rows.count {
                comparison = order.compare(ledger.rows[old], rows[number])
                if comparison >= 0 { break }
                hasOtherFiles = true
                old += 1
            }
            if old < ledger.rows.count, comparison == 0 {
                take(ledger.rows[old], for: number)
                old += 1
            } else {
                hasOtherFiles = true
                if rows[number].isMarkdown { unread.append(number) }
            }
        }
        if old < ledger.rows.count { hasOtherFiles = true }
    }

    /// What was read may still be right although the stamp is another: the file's hash will tell.
    private mutating func take(_ known: SourceRow, for number: Int) {
        let new = rows[number]
        let isChanged = known.stamp != new.stamp
        if isChanged, !new.isMarkdown {
            hasOtherFiles = true
            return
        }
        if isChanged { unread.append(number) }
        rows[number] = known
        rows[number].stamp = new.stamp
        rows[number].folder = new.folder
        rows[number].name = new.name
    }
}

/// The order of files, by folder and name, across the ledger's rows and a listing's.
private struct RowOrder {
    private let ledger: Ledger
    private let listing: ContentListing
    /// For each of the ledger's folders, its number in the listing; -1 for one that is gone.
    private let folders: [Int32]

    init(_ ledger: Ledger, _ listing: ContentListing) {
        self.ledger = ledger
        self.listing = listing
        let numbers = Dictionary(uniqueKeysWithValues: listing.folders.enumerated().map { ($1, Int32($0)) })
        folders = ledger.folders.map { numbers[$0] ?? -1 }
    }

    /// Negative if the ledger's file comes first, 0 if it is the same.
    func compare(_ old: SourceRow, _ new: SourceRow) -> Int {
        let folder = folders[Int(old.folder)]
        if folder < 0 {
            return ledger.folders[Int(old.folder)] < listing.folders[Int(new.folder)] ? -1 : 1
        }
        if folder != new.folder { return folder < new.folder ? -1 : 1 }
        return ledger.rowNames.withBytes(old.nameRange) { old in
            listing.names.withUnsafeBytes { names in
                let new = names[new.nameRange]
                guard let one = old.baseAddress, let other = new.base.baseAddress else { return 0 }
                let order = memcmp(one, other + new.startIndex, min(old.count, new.count))
                return order != 0 ? Int(order) : old.count - new.count
            }
        }
    }
}
