import Diagnostics
import Synchronization

/// The site as it is shown while it changes: which files changed when, and what is wrong with it now. Pages ask it
/// what they have missed, so that one that was asleep, or was opened while a build ran, is told the same as the others.
final class LiveSite: Sendable {
    /// What became of one build.
    struct Revision: Sendable {
        /// Files of Output; nil for so many that nobody wants to be told which.
        var changed: [String]?
        /// The address of the article that was saved, if the browser is to go there.
        var destination: String?
    }

    /// What has happened since a revision.
    struct News: Sendable {
        var revision: Int
        var changed: [String]?
        var destination: String?
        var problems: [Problem]
        var isCompiling: Bool
        var marks: [String: String]
    }

    private struct State {
        var base = ""
        /// The newest ones; the last is number `revision`.
        var history: [Revision] = []
        var revision = 0
        var problems: [Problem] = []
        /// What is wrong with the theme, and whether a new one is being compiled.
        var themeProblems: [Problem] = []
        var isCompiling = false
        /// What is said of pages that readers do not get, by their files.
        var marks: [String: String] = [:]
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextListener = 0

        mutating func add(_ revision: Revision) {
            self.revision += 1
            history.append(revision)
            history.removeFirst(max(0, history.count - LiveSite.longestHistory))
        }
    }

    /// False for a finished Output, which does not change.
    let isReloading: Bool
    /// Tells this run of the program from others.
    let run = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    private let state: Mutex<State>

    private static let longestHistory = 100

    init(isReloading: Bool) {
        self.isReloading = isReloading
        state = Mutex(State())
    }

    /// The folder of its host in which the site lies: empty, or `/paper`.
    var base: String {
        get { state.withLock { $0.base } }
        set { state.withLock { $0.base = newValue } }
    }

    /// The number of the newest build.
    var revision: Int { state.withLock { $0.revision } }

    /// How many pages are listening.
    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Tells everybody of a build.
    /// - Parameters:
    ///   - base: nil if it was not published.
    ///   - marks: what is said of pages that readers do not get, by their files; nil for what was said before.
    func add(_ revision: Revision, problems: [Problem], base: String?, marks: [String: String]? = nil) {
        tell { state in
            if let base { state.base = base }
            if let marks { state.marks = marks }
            state.problems = problems
            state.add(revision)
        }
    }

    /// Tells everybody that a new program is being compiled.
    func themeIsCompiling() {
        tell { state in
            state.isCompiling = true
            state.add(Revision(changed: []))
        }
    }

    /// Tells everybody that it was, and that this program goes on.
    func themeStands(with problems: [Problem]) {
        tell { state in
            state.isCompiling = false
            state.themeProblems = problems
            state.add(Revision(changed: []))
        }
    }

    private func tell(_ change: (inout sending State) -> Void) {
        let listeners = state.withLock { state in
            change(&state)
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield() }
    }

    /// What has happened since that revision; since another run of the program, everything may have.
    func news(since number: Int?) -> News {
        state.withLock { state in
            var news = News(
                revision: state.revision, changed: nil, problems: state.themeProblems + state.problems,
                isCompiling: state.isCompiling, marks: state.marks)
            guard let number, number <= state.revision, state.revision - number <= state.history.count else {
                return news
            }
            let missed = state.history.suffix(state.revision - number)
            news.destination = missed.last { $0.destination != nil }?.destination
            if missed.allSatisfy({ $0.changed != nil }) {
                news.changed = Array(Set(missed.flatMap { $0.changed ?? [] })).sorted()
            }
            return news
        }
    }

    /// Yields whenever something has happened.
    func listen() -> (signals: AsyncStream<Void>, signal: AsyncStream<Void>.Continuation) {
        // What has happened is asked for: one signal says as much as many.
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.nextListener += 1
            state.listeners[state.nextListener] = signal
            return state.nextListener
        }
        signal.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
        }
        return (signals, signal)
    }
}
