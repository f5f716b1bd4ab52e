import Diagnostics
import Foundation
import Synchronization

/// Keeps the program itself up to date: when its theme changes, it is compiled in the background, shown to work, and
/// put in this one's place. Articles are built on as before meanwhile.
final class ThemeWorkshop: Sendable {
    private let source: ProgramSource
    private let live: LiveSite
    private let tell: @Sendable (Preview.Event) -> Void
    private let handOver: @Sendable (String) -> Int32
    /// The package manager.
    private let compiler: String
    private let isStopped = Mutex(false)
    /// What tells the program that runs from one that was linked later.
    private let running: FileStamp?

    /// How long it takes to notice that it is to stop, and that a child has ended.
    private static let breath = Duration.seconds(1)
    private static let childBreath = Duration.milliseconds(20)

    /// - Parameter handOver: lets the program take this one's place; returns only if that fails, with why.
    init(
        _ source: ProgramSource, _ live: LiveSite, compiler: String = "swift",
        tell: @escaping @Sendable (Preview.Event) -> Void, handOver: @escaping @Sendable (String) -> Int32
    ) {
        self.source = source
        self.live = live
        self.compiler = compiler
        self.tell = tell
        self.handOver = handOver
        running = FileStamp(source.program)
    }

    /// Works on a thread of its own until it is stopped.
    func start() {
        // Before the first signal can ask for it.
        _ = ChildProcess.isAnyRunning
        let watcher = makeWatcher(of: source.tree)
        // The thread is the only one that uses it from now on.
        nonisolated(unsafe) let handedOver = watcher
        Thread.detachNewThread { self.run(handedOver) }
    }

    func stop() {
        isStopped.withLock { $0 = true }
    }

    private var hasToStop: Bool { isStopped.withLock { $0 } }

    private func run(_ watcher: any Watcher) {
        var watcher = watcher
        while !hasToStop {
            var changes = watcher.changes(within: ThemeWorkshop.breath)
            // What changes while it is compiled is compiled afterwards.
            while !changes.isEmpty, !hasToStop { changes = renew(after: changes, &watcher) }
        }
    }

    /// Compiles, rehearses and hands over.
    /// - Returns: what has changed meanwhile.
    private func renew(after changes: Changes, _ watcher: inout any Watcher) -> Changes {
        let start = ContinuousClock.now
        let files = changes.paths.sorted()
        tell(.theme(.compiling(files)))
        live.themeIsCompiling()
        let (result, later) = compile(&watcher)
        // What was said of a state that has passed helps nobody.
        guard later.isEmpty else { return later }
        switch result {
        case .cannotStart(let code):
            live.themeStands(with: [])
            tell(.theme(.cannotCompile(ThemeWorkshop.reason(code, of: compiler))))
        case .problems(let problems): fail(problems, since: start)
        case .unchanged:
            live.themeStands(with: [])
            tell(.theme(.unchanged(ContinuousClock.now - start)))
        case .new: return rehearse(since: start, &watcher)
        }
        return Changes()
    }

    private func fail(_ problems: [Diagnostic], since start: ContinuousClock.Instant) {
        live.themeStands(with: problems.map { Problem($0, site: source.package) })
        tell(.theme(.failed(problems, ContinuousClock.now - start)))
    }

    // MARK: - Compiling

    private enum Result {
        case cannotStart(Int32)
        case problems([Diagnostic])
        /// The same program as before came out.
        case unchanged
        case new
    }

    private func compile(_ watcher: inout any Watcher) -> (Result, later: Changes) {
        do throws(ChildProcess.StartError) {
            let child = try ChildProcess(compiler, source.buildArguments)
            let (end, later) = wait(for: child, &watcher) { _ in false }
            guard end == .status(0) else {
                return (.problems(CompilerOutput.problems(in: child.output, package: source.package)), later)
            }
            return (FileStamp(source.program) == running ? .unchanged : .new, later)
        } catch {
            return (.cannotStart(error.code), Changes())
        }
    }

    private static func reason(_ code: Int32, of compiler: String) -> String {
        code == ENOENT
            ? "there is no \(compiler) on the PATH"
            : "\(compiler) cannot be started: \(String(cString: strerror(code)))"
    }

    /// Waits until a child has ended.
    /// - Parameter isEnough: whether such changes are a reason to end it.
    /// - Returns: how it ended, nil if it was made to; and what has changed meanwhile.
    private func wait(
        for child: ChildProcess, _ watcher: inout any Watcher, isEnough: (Changes) -> Bool
    ) -> (ChildProcess.End?, Changes) {
        var later = Changes()
        while true {
            if let end = child.check() { return (end, later) }
            later.add(watcher.changes(within: ThemeWorkshop.childBreath))
            if isEnough(later) || hasToStop {
                child.end()
                return (nil, later)
            }
        }
    }

    // MARK: - Taking over

    /// Lets the new program make the site in a process of its own, as a theme can bring its program down. What it makes
    /// is what it finds made when it takes over.
    private func rehearse(since start: ContinuousClock.Instant, _ watcher: inout any Watcher) -> Changes {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do throws(ChildProcess.StartError) {
            let child = try ChildProcess(source.program, arguments, environment: Succession.rehearsal)
            // A theme that never ends is mended like every other.
            let (end, later) = wait(for: child, &watcher) { !$0.isEmpty }
            guard later.isEmpty, let end else { return later }
            guard end == .status(0) else {
                fail([RehearsalOutput.problem(in: child.output, end, package: source.package)], since: start)
                return Changes()
            }
        } catch {
            fail([.error(ThemeWorkshop.reason(error.code, of: source.program))], since: start)
            return Changes()
        }
        tell(.theme(.ready(ContinuousClock.now - start)))
        let code = handOver(source.program)
        fail([.error(ThemeWorkshop.reason(code, of: source.program))], since: start)
        return Changes()
    }
}

/// What tells one version of a file from another.
struct FileStamp: Equatable {
    private let inode: UInt64
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        (inode, size) = (UInt64(status.st_ino), Int(status.st_size))
        (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
    }
}
