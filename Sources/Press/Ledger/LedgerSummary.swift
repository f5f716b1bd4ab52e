import Diagnostics
import Newspaper

/// What a ledger says of the edition as a whole.
struct LedgerSummary: Sendable {
    /// Of everything on which reading and drawing depend but the content itself: the program, the settings.
    var settings = Fingerprint()
    /// Of what all pages share.
    var masthead = Fingerprint()
    /// Of all that links between files of Content lead to.
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
    /// Whether text files have compressed ones beside them.
    var compresses = false
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
        factsStamp = rest.stamp()
        waste = rest.int()
        pages = rest.int()
        compresses = rest.int() != 0
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
        for number in [now, due, nextChange, facts, factsCount] { packer.put(number) }
        packer.put(factsStamp)
        for number in [waste, pages, compresses ? 1 : 0] { packer.put(number) }
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

extension Packer {
    mutating func put(_ stamp: Stamp) {
        for number in [stamp.size, stamp.modified, Int(truncatingIfNeeded: stamp.inode)] { put(number) }
    }
}

extension Unpacker {
    mutating func stamp() -> Stamp {
        var stamp = Stamp()
        stamp.size = int()
        stamp.modified = int()
        stamp.inode = UInt64(truncatingIfNeeded: int())
        return stamp
    }

    fileprivate mutating func fingerprint() -> Fingerprint {
        Fingerprint(kept: UInt64(truncatingIfNeeded: int()))
    }
}
