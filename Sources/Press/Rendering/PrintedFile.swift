/// What became of one file of the edition.
struct PrintedFile: Sendable {
    var row = OutputRow()
    /// The number in the stock of a file that was left alone; -1 for one that was made.
    var kept: Int32 = -1
    var isWritten = false
    /// Where it stands, if it was made.
    var path = ""
    var notes: [UInt8] = []
    var failure: Failure?

    /// What kept it from being made.
    enum Failure: Error, Sendable {
        /// Something in Content cannot be read.
        case content(MachineError)
        case machine(MachineError)
    }
}
