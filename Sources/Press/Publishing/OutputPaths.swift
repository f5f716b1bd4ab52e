/// Where Output lies, and what stet keeps beside it, on the same file system.
struct OutputPaths: Sendable, Hashable {
    let output: String
    /// The folder with stet's own notes on this Output.
    let state: String

    init(output: String) {
        let output = FileSystem.resolvedAsFarAsItExists(output)
        self.output = output
        let name = output.split(separator: "/").last.map(String.init) ?? "root"
        state = FileSystem.folder(of: output) + "/.stet/" + name
    }

    /// New files, before they are moved into Output.
    var stage: String { state + "/stage" }
    var journal: String { state + "/journal" }
    /// The files that stet has written into Output.
    var list: String { state + "/files" }
    /// What they, and everything that was read, were made from.
    var ledger: String { state + "/ledger" }
    /// What has changed since the ledger was written.
    var amendments: String { state + "/amendments" }
    /// The last edition's index.
    var index: String { state + "/index" }
    /// What is known of pictures, and what was made of them.
    var pictures: String { state + "/pictures" }
    var lock: String { state + "/lock" }

    /// The notes that take the old ones' place when a journal is done.
    var newJournal: String { journal + ".new" }
    var newList: String { list + ".new" }
    var newLedger: String { ledger + ".new" }
    var newAmendments: String { amendments + ".new" }

    var newIndex: String { index + ".new" }
    var newPictures: String { pictures + ".new" }
    var newNotes: [String] { [newList, newLedger, newAmendments, newIndex, newPictures] }

    /// Lets new notes take the old ones' place, as far as there are any. Amendments name the ledger that they belong
    /// to, so that those of an old one do no harm beside a new one.
    func takeNewNotes() throws(MachineError) {
        try FileSystem.renameIfThere(newList, to: list)
        try FileSystem.renameIfThere(newLedger, to: ledger)
        try FileSystem.renameIfThere(newAmendments, to: amendments)
    }

    /// The file of facts with that number.
    func facts(_ number: Int) -> String { state + "/\(OutputPaths.factsPrefix)\(number)" }

    static let factsPrefix = "facts-"
}
