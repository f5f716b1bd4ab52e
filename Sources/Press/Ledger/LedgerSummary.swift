import Diagnostics
import Newspaper

/// What a ledger says of the edition as a whole.
struct LedgerSummary: Sendable {
    /// Of everything on which reading and drawing depend but the content itself: the program, the settings.
    var settings = Fingerprint()
    /// Of what all pages share.
    var masthead = Fingerprint()
    /// Of the articles' addresses: what a link to an article leads to.
    var addresses = Fingerprint()
    /// The time that it was built for, and the first moment at which time alone changes it, in seconds since 1970.
    var now = 0
    var due = Int.max
    /// The same for what is published alone.
    var nextChange = Int.max
    /// The number of the facts file, how much of it counts, and what tells whether somebody has changed it.
    var facts = 0
    var factsCount = 0
    var factsStamp = Stamp.none
    /// How many bytes of the facts file nobody needs any more.
    var waste = 0
    var pages = 0
    var diagnostics: [Diagnostic] = []
    var skipped: [Skipped] = []
    var withheld: [BuildReport.WithheldPage] = []

    init() {}

    /// Whether most of the facts file is of no use any more, so that it is better written anew.
    var isWasteful: Bool { waste > 1 << 20 && waste > factsCount / 2 }

    /// Reads in the order in which `pack` writes.
    init(_ rest: inout Unpacker) {
        settings = rest.fingerprint()
        masthead = rest.fingerprint()
        addresses = rest.fingerprint()
        now = rest.int()
        due = rest.int()
        nextChange = rest.int()
        facts = rest.int()
        factsCount = rest.int()
        factsStamp.size = rest.int()
        factsStamp.modified = rest.int()
        factsStamp.inode = UInt64(truncatingIfNeeded: rest.int())
        waste = rest.int()
        pages = rest.int()
        diagnostics = rest.list { $0.diagnostic() }
        skipped = rest.list {
            let source = $0.text()
            return Skipped(source: source, reason: $0.text())
        }
        withheld = rest.list {
            let file = $0.text()
            return BuildReport.WithheldPage(file: file, reason: $0.text())
        }
    }

    func pack(into packer: inout Packer) {
        for fingerprint in [settings, masthead, addresses] { packer.put(Int(truncatingIfNeeded: fingerprint.value)) }
        for number in [
            now, due, nextChange, facts, factsCount, factsStamp.size, factsStamp.modified,
            Int(truncatingIfNeeded: factsStamp.inode), waste, pages,
        ] { packer.put(number) }
        packer.put(diagnostics) { $0.put($1) }
        packer.put(skipped) {
            $0.put($1.source)
            $0.put($1.reason)
        }
        packer.put(withheld) {
            $0.put($1.file)
            $0.put($1.reason)
        }
    }
}

extension Unpacker {
    fileprivate mutating func fingerprint() -> Fingerprint {
        Fingerprint(kept: UInt64(truncatingIfNeeded: int()))
    }
}
