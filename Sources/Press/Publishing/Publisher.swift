import Markup
import Newspaper

/// The one way into Output.
///
/// Files are staged beside it as they are made; `publish` then moves them into place, all of them or none: a journal
/// names what is to be done before any of it is, and the next run finishes what a killed one began. Nothing is removed
/// from Output but what an earlier run has written there.
final class Publisher: Sendable {
    private let paths: OutputPaths
    /// What an earlier run wrote; nil if there is no Output, and the stage is to be moved into place as a whole.
    let stock: Stock?
    private let known: PathTable
    /// Whether files are written although they are there already.
    private let startsClean: Bool
    private let stage: OpenFolder

    /// - Parameters:
    ///   - stock: as `Workshop` found it.
    ///   - known: the numbers of those files in the stock that are going to be handed in, if there are no others.
    init(_ paths: OutputPaths, stock: Stock?, startsClean: Bool, known: PathTable? = nil) throws(MachineError) {
        self.paths = paths
        self.stock = stock
        self.startsClean = startsClean
        self.known = known ?? stock?.table() ?? PathTable(capacity: 0)
        try FileSystem.makeFolder(paths.stage)
        stage = try OpenFolder(paths.stage)
    }

    /// What became of a file that was handed in.
    struct Placed: Sendable {
        var stamp: Stamp
        /// Whether it is new, or another than the one in Output.
        var isWritten: Bool
    }

    /// The number of a file in the stock, by the fingerprint of its path.
    func number(of path: UInt64) -> Int? { known[path] }

    /// Takes one file of the new edition. Called on any thread, once for each path.
    func put(_ html: HTML, at file: String) throws(MachineError) -> Placed {
        try html.withBytes { bytes throws(MachineError) in try put(bytes, at: file) }
    }

    private func put(_ bytes: UnsafeBufferPointer<UInt8>, at file: String) throws(MachineError) -> Placed {
        if let published = published(file, size: bytes.count),
            try FileSystem.read(published.path).elementsEqual(bytes)
        {
            return Placed(stamp: published.stamp, isWritten: false)
        }
        return Placed(stamp: try stage.write(bytes, to: file), isWritten: true)
    }

    /// The same, with the bytes of another file.
    func copy(_ source: String, at file: String) throws(MachineError) -> Placed {
        let size = FileSystem.status(source, followingLinks: true)?.size
        if let published = published(file, size: size), try FileSystem.haveSameBytes(source, published.path) {
            return Placed(stamp: published.stamp, isWritten: false)
        }
        let copy = paths.stage + "/" + file
        try FileSystem.copy(source, to: copy)
        return Placed(stamp: FileSystem.status(copy)?.stamp ?? .none, isWritten: true)
    }

    /// A file in Output, if one of that size is there.
    private func published(_ file: String, size: Int?) -> (path: String, stamp: Stamp)? {
        guard stock != nil, !startsClean else { return nil }
        let path = paths.output + "/" + file
        guard let status = FileSystem.status(path), status.kind == .file, status.size == size else { return nil }
        return (path, status.stamp)
    }

    /// Moves the new edition into place, and removes what is no longer part of it.
    /// - Parameters:
    ///   - edition: the new one, if its files are others than those of the last.
    ///   - remember: writes down what is to be remembered of it, as a new ledger or as new amendments.
    func publish(
        written: [String], removed: [String], edition: OutputState?,
        remember: (OutputPaths) throws(MachineError) -> Void, advance: (Int) -> Void
    ) throws(Refusal) {
        if let stock {
            for file in written { try makeSureThatNothingIsInTheWay(of: file, stock) }
        }
        do throws(MachineError) {
            if let edition { try FileList.write(edition.files, to: paths.newList) }
            try remember(paths)
            if stock == nil {
                try publishFirstEdition()
            } else if written.isEmpty, removed.isEmpty {
                try paths.takeNewNotes()
                // What cannot be cleared away now is no failure of this edition: the next run clears it.
                try? FileSystem.removeTree(paths.stage)
            } else {
                try makeSureThatFoldersMayBeChanged(written + removed)
                try Journal(move: written, remove: removed).write(paths)
                try Journal.finish(paths, advance: advance)
            }
        } catch {
            throw .machine(error)
        }
    }

    /// What somebody put into Output stays there. This is known before the journal is written, for then there is no way
    /// back.
    private func makeSureThatNothingIsInTheWay(of file: String, _ stock: Stock) throws(Refusal) {
        for folder in foldersAbove(file) {
            guard let status = FileSystem.status(paths.output + "/" + folder, followingLinks: true) else { continue }
            if status.kind == .folder { break }
            if !isOurs(folder) { throw .inTheWay(folder) }
        }
        guard let status = FileSystem.status(paths.output + "/" + file) else { return }
        if status.kind == .folder {
            // Its place is free once an earlier run's files in it are gone.
            if let foreign = foreignFile(in: file) { throw .inTheWay(foreign) }
        } else if stock.isListed, !isOurs(file) {
            throw .inTheWay(file)
        }
    }

    /// Nor is there a way back if the permission to move a file is missing.
    private func makeSureThatFoldersMayBeChanged(_ files: [String]) throws(MachineError) {
        var last: String?
        for file in files {
            let folders = foldersAbove(file).lazy.map { self.paths.output + "/" + $0 }
            let folder = folders.first { FileSystem.status($0, followingLinks: true)?.kind == .folder } ?? paths.output
            guard folder != last else { continue }
            try FileSystem.requireChangeable(folder)
            last = folder
        }
    }

    private func isOurs(_ file: String) -> Bool { known[Fingerprint.of(file).value] != nil }

    /// Something in a folder of Output, at whatever depth, that no earlier run wrote.
    private func foreignFile(in folder: String) -> String? {
        guard let entries = try? FileSystem.entries(ofFolder: paths.output + "/" + folder) else { return folder }
        for entry in entries {
            guard let name = entry.name else { return folder }
            let path = folder + "/" + name
            if entry.kind == .folder {
                if let foreign = foreignFile(in: path) { return foreign }
            } else if !isOurs(path) {
                return path
            }
        }
        return nil
    }

    /// There is no Output yet, or an empty one: it comes into being with one rename. The notes on it are there before,
    /// for notes on files that are not there do no harm, and an Output without its notes would be refused.
    private func publishFirstEdition() throws(MachineError) {
        do {
            try paths.takeNewNotes()
            try FileSystem.rename(paths.stage, to: paths.output)
        } catch {
            for file in [paths.list, paths.ledger] { try? FileSystem.removeFile(file) }
            throw error
        }
    }

    /// Leaves Output as it was. What a journal names stays for the next run, which finishes it.
    func abandon() throws(MachineError) {
        guard try FileSystem.found(at: paths.journal) == nil else { return }
        for file in [paths.newJournal] + paths.newNotes { try FileSystem.removeFile(file) }
        try FileSystem.removeTree(paths.stage)
    }
}

/// Why there can be no publishing into a folder.
enum Refusal: Error, Sendable {
    /// The folder has files in it that stet did not write.
    case notOurs(String)
    /// A file or folder that stet did not write is where a file of the new edition is to be.
    case inTheWay(String)
    case machine(MachineError)
}
