import Synchronization

/// The one way into Output.
///
/// Files are staged beside it as they are made; `publish` then moves them into place, all of them or none: a journal
/// names what is to be done before any of it is, and the next run finishes what a killed one began. Nothing is removed
/// from Output but what an earlier run has written there.
final class Publisher: Sendable {
    private let paths: OutputPaths
    /// What an earlier run wrote; nil if there was none, and Output is to be moved into place as a whole.
    private let earlier: Earlier?
    /// Whether files are written although they are there already.
    private let startsClean: Bool
    private let made = Mutex(Made())
    private let lock: FolderLock

    private struct Made: Sendable {
        var written: [String] = []
        var unchanged: [String] = []
        var failure: MachineError?
    }

    private struct Earlier: Sendable {
        var files: Set<String>
        /// Whether stet's own list names them. A folder whose list was lost is taken over, with everything in it that
        /// has a page's name.
        var isListed: Bool
    }

    /// Why there can be no publishing into a folder.
    enum Refusal: Error, Sendable {
        /// The folder has files in it that stet did not write.
        case notOurs(String)
        /// A file or folder that stet did not write is where a file of the new edition is to be.
        case inTheWay(String)
        case machine(MachineError)
    }

    /// Takes hold of Output: waits for another run, finishes one that died, and makes sure that the folder is stet's.
    init(_ paths: OutputPaths, startsClean: Bool = false) throws(Refusal) {
        self.paths = paths
        self.startsClean = startsClean
        do {
            try FileSystem.makeFolder(paths.state)
            lock = try FolderLock(paths.lock)
            try Journal.finish(paths)
            try FileSystem.removeTree(paths.stage)
        } catch {
            throw .machine(error)
        }
        earlier = try Publisher.filesOfEarlierRun(paths)
    }

    /// What stands in Output by an earlier run's own account. A folder without one that holds a front page of stet's is
    /// taken over; any other that is not empty is refused.
    private static func filesOfEarlierRun(_ paths: OutputPaths) throws(Refusal) -> Earlier? {
        guard let status = FileSystem.status(paths.output, followingLinks: true) else { return nil }
        guard status.kind == .folder else { throw .notOurs(paths.output) }
        do {
            if let list = try FileList.read(paths.list) { return Earlier(files: Set(list), isListed: true) }
            if try FileSystem.entries(ofFolder: paths.output).isEmpty { return nil }
            guard isOurFrontPage(paths.output + "/index.html") else { throw Refusal.notOurs(paths.output) }
            return Earlier(files: [], isListed: false)
        } catch let error as MachineError {
            throw .machine(error)
        } catch {
            throw .notOurs(paths.output)
        }
    }

    /// Every page says what made it.
    private static func isOurFrontPage(_ path: String) -> Bool {
        guard let bytes = try? FileSystem.read(path) else { return false }
        return String(decoding: bytes, as: UTF8.self).contains("<meta name=\"generator\" content=\"stet\">")
    }

    /// Takes one file of the new edition. Called on any thread, once for each path. What the machine refuses is said by
    /// `publish`.
    func put(_ bytes: [UInt8], at file: String) {
        note(file) { () throws(MachineError) in
            if let published = published(file, size: bytes.count), try FileSystem.read(published) == bytes {
                return .unchanged
            }
            try FileSystem.write(bytes, to: paths.stage + "/" + file)
            return .written
        }
    }

    /// The same, with the bytes of another file.
    func copy(_ source: String, at file: String) {
        note(file) { () throws(MachineError) in
            let size = FileSystem.status(source, followingLinks: true)?.size
            if let published = published(file, size: size), try FileSystem.haveSameBytes(source, published) {
                return .unchanged
            }
            try FileSystem.copy(source, to: paths.stage + "/" + file)
            return .written
        }
    }

    /// The path of a file in Output, if one of that size is there.
    private func published(_ file: String, size: Int?) -> String? {
        let path = paths.output + "/" + file
        guard earlier != nil, !startsClean, let status = FileSystem.status(path), status.kind == .file,
            status.size == size
        else {
            return nil
        }
        return path
    }

    private enum Outcome {
        case written, unchanged
    }

    private func note(_ file: String, outcome: () throws(MachineError) -> Outcome) {
        do throws(MachineError) {
            switch try outcome() {
            case .written: made.withLock { $0.written.append(file) }
            case .unchanged: made.withLock { $0.unchanged.append(file) }
            }
        } catch {
            made.withLock { $0.failure = $0.failure ?? error }
        }
    }

    /// Moves the new edition into place, and removes what is no longer part of it.
    func publish() throws(Refusal) -> PublishedFiles {
        var result = made.withLock { PublishedFiles(written: $0.written, unchanged: $0.unchanged) }
        if let failure = made.withLock({ $0.failure }) { throw .machine(failure) }
        result.sort()
        let files = (result.written + result.unchanged).sorted()
        if let earlier {
            result.removed = earlier.files.subtracting(files).sorted()
            for file in result.written {
                try makeSureThatNothingIsInTheWay(of: file, earlier)
            }
        }
        do throws(MachineError) {
            if earlier != nil {
                try Journal(move: result.written, remove: result.removed, files: files).write(paths)
                try Journal.finish(paths)
            } else {
                try publishFirstEdition(files)
            }
        } catch {
            throw .machine(error)
        }
        return result
    }

    /// What somebody put into Output stays there. This is known before the journal is written, for then there is no way
    /// back.
    private func makeSureThatNothingIsInTheWay(of file: String, _ earlier: Earlier) throws(Refusal) {
        for folder in foldersAbove(file) {
            guard let status = FileSystem.status(paths.output + "/" + folder, followingLinks: true) else { continue }
            if status.kind == .folder { break }
            if !earlier.files.contains(folder) { throw .inTheWay(folder) }
        }
        guard let status = FileSystem.status(paths.output + "/" + file) else { return }
        if status.kind == .folder {
            // Its place is free once an earlier run's files in it are gone.
            if let foreign = foreignFile(in: file, earlier) { throw .inTheWay(foreign) }
        } else if earlier.isListed, !earlier.files.contains(file) {
            throw .inTheWay(file)
        }
    }

    /// Something in a folder of Output, at whatever depth, that no earlier run wrote.
    private func foreignFile(in folder: String, _ earlier: Earlier) -> String? {
        guard let entries = try? FileSystem.entries(ofFolder: paths.output + "/" + folder) else { return folder }
        for entry in entries {
            guard let name = entry.name else { return folder }
            let path = folder + "/" + name
            if entry.kind == .folder {
                if let foreign = foreignFile(in: path, earlier) { return foreign }
            } else if !earlier.files.contains(path) {
                return path
            }
        }
        return nil
    }

    /// There is no Output yet, or an empty one: it comes into being with one rename. The list of its files is written
    /// before, for a list of files that are not there does no harm, and an Output without its list would be refused.
    private func publishFirstEdition(_ files: [String]) throws(MachineError) {
        try FileSystem.makeFolder(paths.stage)
        try FileList.write(files, to: paths.list)
        do {
            try FileSystem.rename(paths.stage, to: paths.output)
        } catch {
            try FileSystem.removeFile(paths.list)
            throw error
        }
    }

    /// Leaves Output as it was. What a journal names stays for the next run, which finishes it.
    func abandon() throws(MachineError) {
        guard FileSystem.status(paths.journal) == nil else { return }
        try FileSystem.removeTree(paths.stage)
    }
}

/// What publishing did, as paths in Output, sorted.
public struct PublishedFiles: Sendable, Hashable {
    public var written: [String] = []
    public var removed: [String] = []
    public var unchanged: [String] = []

    fileprivate mutating func sort() {
        written.sort()
        unchanged.sort()
    }
}
