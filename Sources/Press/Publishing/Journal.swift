/// What is to be done to Output, written down before any of it is: a run that dies in the middle is finished by the
/// next.
struct Journal {
    /// Staged files to move into Output.
    var move: [String]
    /// Files of Output to remove.
    var remove: [String]

    /// Writes it down. From here on the new edition will be published, whatever happens to this run. The notes on it
    /// lie beside the old ones already.
    func write(_ paths: OutputPaths) throws(MachineError) {
        try FileList.write(move.map { "move " + $0 } + remove.map { "remove " + $0 }, to: paths.newJournal)
        try FileSystem.rename(paths.newJournal, to: paths.journal)
    }

    /// Does what the journal says, if there is one. May be done again from the beginning after any step.
    /// - Parameter advance: called now and then, with how many more files are done.
    static func finish(_ paths: OutputPaths, advance: (Int) -> Void = { _ in }) throws(MachineError) {
        guard let journal = try read(paths) else {
            // What a run left that came to nothing.
            for file in [paths.journal, paths.newJournal] + paths.newNotes { try FileSystem.removeFile(file) }
            return
        }
        do throws(MachineError) {
            try journal.carryOut(paths, advance: advance)
        } catch {
            throw error.betweenEditions
        }
        // What cannot be cleared away now is no failure of this edition: the next run clears it.
        try? FileSystem.removeTree(paths.stage)
    }

    private func carryOut(_ paths: OutputPaths, advance: (Int) -> Void) throws(MachineError) {
        for file in removedFirst { try Journal.remove(file, paths) }
        for (number, file) in move.enumerated() {
            try Journal.move(file, paths)
            if (number + 1).isMultiple(of: 256) { advance(256) }
        }
        for file in remove { try Journal.remove(file, paths) }
        try paths.takeNewNotes()
        try FileSystem.removeFile(paths.journal)
    }

    private static func read(_ paths: OutputPaths) throws(MachineError) -> Journal? {
        guard let lines = try FileList.read(paths.journal) else { return nil }
        func files(after word: String) -> [String] {
            lines.filter { $0.hasPrefix(word) }.map { String($0.dropFirst(word.count)) }
        }
        return Journal(move: files(after: "move "), remove: files(after: "remove "))
    }

    /// What must go before anything is moved: a file where a folder is to be, and files in a folder whose place a file
    /// takes. The rest goes last, so that no page leads to one that is gone.
    private var removedFirst: [String] {
        guard !remove.isEmpty else { return [] }
        let moved = Set(move)
        let folders = Set(move.flatMap(foldersAbove))
        return remove.filter { folders.contains($0) || foldersAbove($0).contains(where: moved.contains) }
    }

    private static func move(_ file: String, _ paths: OutputPaths) throws(MachineError) {
        let staged = paths.stage + "/" + file
        guard try FileSystem.found(at: staged) != nil else { return }
        let target = paths.output + "/" + file
        try FileSystem.makeFolder(FileSystem.folder(of: target))
        FileSystem.removeEmptyFolders(target)
        try FileSystem.rename(staged, to: target)
    }

    private static func remove(_ file: String, _ paths: OutputPaths) throws(MachineError) {
        // It may be a folder by now: a file that had to go first is gone, and others have been moved below its path.
        guard try FileSystem.found(at: paths.output + "/" + file)?.kind != .folder else { return }
        try FileSystem.removeFile(paths.output + "/" + file)
        for folder in foldersAbove(file) {
            guard FileSystem.removeEmptyFolder(paths.output + "/" + folder) else { return }
        }
    }
}
