import Newspaper

/// The folder beside Output with stet's own notes, held by one run at a time.
struct Workshop {
    let paths: OutputPaths
    private let lock: FolderLock

    /// Waits for another run, and finishes one that died.
    /// - Parameter wait: called once if there is another run to wait for.
    init(_ paths: OutputPaths, wait: () -> Void) throws(MachineError) {
        self.paths = paths
        try FileSystem.makeFolder(paths.state)
        lock = try FolderLock(paths.lock, wait: wait)
        try Journal.finish(paths)
        try FileSystem.removeTree(paths.stage)
    }

    /// What stands in Output by an earlier run's own account; nil if there is nothing. A folder without one that holds
    /// a front page of stet's is taken over; any other that is not empty is refused.
    func stock(_ ledger: Ledger?) throws(Refusal) -> Stock? {
        do throws(MachineError) {
            guard let status = try FileSystem.found(at: paths.output, followingLinks: true) else { return nil }
            if status.kind == .folder {
                if let ledger { return Stock(ledger, in: try OpenFolder(paths.output)) }
                if let list = try FileList.read(paths.list) { return Stock(list: list) }
                if try FileSystem.entries(ofFolder: paths.output).isEmpty { return nil }
            }
        } catch {
            throw .machine(error)
        }
        guard Workshop.isOurFrontPage(paths.output + "/index.html") else { throw .notOurs(paths.output) }
        return Stock(list: nil)
    }

    /// Every page says what made it.
    private static func isOurFrontPage(_ path: String) -> Bool {
        guard let bytes = try? FileSystem.read(path) else { return false }
        return String(decoding: bytes, as: UTF8.self).contains("<meta name=\"generator\" content=\"stet\">")
    }

    /// The file that this run's facts go to.
    /// - Parameters:
    ///   - known: the ledger whose facts are still good.
    ///   - last: the ledger that there is, whose facts must stay as long as it does.
    func facts(continuing known: Ledger?, after last: Ledger?) throws(MachineError) -> (file: FactsFile, number: Int) {
        let number = known?.summary.facts ?? (last?.summary.facts ?? 0) + 1
        return (try FactsFile(paths.facts(number), count: known?.summary.factsCount ?? 0), number)
    }

    /// Removes files of facts that no ledger names any more, and amendments of a ledger that there is no more.
    func tidy(keeping number: Int?, areAmended: Bool) throws(MachineError) {
        for case let name? in try FileSystem.entries(ofFolder: paths.state).map(\.name)
        where name.hasPrefix(OutputPaths.factsPrefix) && name != OutputPaths.factsPrefix + "\(number ?? -1)" {
            try FileSystem.removeFile(paths.state + "/" + name)
        }
        if !areAmended { try FileSystem.removeFile(paths.amendments) }
    }
}
