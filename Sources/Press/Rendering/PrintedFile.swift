import Diagnostics
import Newspaper

/// What is to become of one file of the edition.
struct Verdict: Sendable {
    /// Of everything that it is made from; nil if that cannot be known without making it.
    var fingerprint: Fingerprint?
    /// The number in the stock of a file that is left alone; -1 for one that must be made.
    var kept: Int32
}

/// What became of a file that was made.
struct PrintedFile: Sendable {
    var row = OutputRow()
    /// Where it stands in Output.
    var path: String
    /// Whether it is new, or another than the one in Output.
    var isWritten = false
    var notes: [UInt8] = []
    /// The same file, compressed.
    var compressed: [PrintedFile] = []
    var failure: Failure?

    init(path: String) {
        self.path = path
    }

    /// Notes what became of it.
    mutating func take(_ placed: Publisher.Placed) {
        row.stamp = placed.stamp
        isWritten = placed.isWritten
    }

    /// What kept it from being made.
    enum Failure: Error, Sendable {
        /// Something in Content cannot be read.
        case content(MachineError)
        case machine(MachineError)
        /// Something in Content is not what it should be.
        case problem(Diagnostic)
    }
}
