import Foundation
import Synchronization

/// A program that runs beside this one, in a process group of its own, with everything that it says kept.
final class ChildProcess {
    private let id: pid_t
    private let source: Int32
    private var bytes: [UInt8] = []
    private var isGone = false

    /// What it has said so far.
    var output: String { String(decoding: bytes, as: UTF8.self) }

    /// More than this of what it says is not kept.
    private static let longestOutput = 4 << 20

    /// A program that was just written may still be open for writing, in whatever has been started meanwhile.
    private static let mostTries = 100

    /// The group that is to end with this program; 0 if there is none.
    private static let running = Atomic<pid_t>(0)

    struct StartError: Error {
        /// As `errno` says it.
        var code: Int32
    }

    /// How one has ended.
    enum End: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    /// Starts a program, which is looked for as a shell does.
    /// - Parameter environment: what is set beside this program's own.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws(StartError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw StartError(code: errno) }
        defer { close(ends[1]) }
        Descriptors.closeOnExec()
        do throws(StartError) {
            id = try ChildProcess.spawn(program, arguments, environment, writingTo: ends[1])
        } catch {
            close(ends[0])
            throw error
        }
        source = ends[0]
        _ = fcntl(source, F_SETFL, fcntl(source, F_GETFL) | O_NONBLOCK)
        ChildProcess.running.store(id, ordering: .sequentiallyConsistent)
    }

    private static func spawn(
        _ program: String, _ arguments: [String], _ environment: [String: String], writingTo output: Int32
    ) throws(StartError) -> pid_t {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        // Signals as a shell would give them: this program ignores one, and its threads block others.
        var (usual, none) = (sigset_t(), sigset_t())
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let surroundings = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let settings = surroundings.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var id = pid_t()
        for _ in 0..<mostTries {
            let failure = posix_spawnp(&id, program, &actions, &attributes, words, settings)
            if failure == 0 { return id }
            guard failure == ETXTBSY else { throw StartError(code: failure) }
            usleep(20_000)
        }
        throw StartError(code: ETXTBSY)
    }

    deinit {
        end()
        close(source)
    }

    /// Takes what it has to say, and returns how it has ended if it has. Never waits.
    func check() -> End? {
        takeOutput()
        var status: Int32 = 0
        guard !isGone, waitpid(id, &status, WNOHANG) == id else { return nil }
        forget()
        takeOutput()
        return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    private func takeOutput() {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            while case let count = read(source, buffer.baseAddress, buffer.count), count > 0 {
                if bytes.count < ChildProcess.longestOutput { bytes += buffer[..<count] }
            }
        }
    }

    /// Ends it, and those that it has started.
    func end() {
        guard !isGone else { return }
        // Asked like this, the package manager ends its compilers first.
        kill(-id, SIGINT)
        for _ in 0..<200 {
            if check() != nil { return }
            usleep(10_000)
        }
        kill(-id, SIGKILL)
        waitpid(id, nil, 0)
        forget()
    }

    private func forget() {
        isGone = true
        _ = ChildProcess.running.compareExchange(expected: id, desired: 0, ordering: .sequentiallyConsistent)
    }

    /// Asks the one that runs to end. A signal's handler may do so, once there was a look at it elsewhere.
    static func endRunning() {
        let id = running.load(ordering: .sequentiallyConsistent)
        if id > 0 { kill(-id, SIGINT) }
    }

    static var isAnyRunning: Bool { running.load(ordering: .relaxed) > 0 }
}

/// This program's open files.
enum Descriptors {
    /// Keeps all but standard input and output, and but that one, from a program that takes this one's place or is
    /// started by it. FlyingFox's sockets would go there, and a browser wait for ever for a connection to end.
    static func closeOnExec(but kept: Int32? = nil) {
        guard let folder = opendir("/dev/fd") else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let number = Int32(name), number > 2, number != kept else { continue }
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        }
    }
}
