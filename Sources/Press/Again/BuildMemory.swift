import Newspaper
import Synchronization

/// What a process that builds a site again and again keeps between two builds. It is believed only as long as the notes
/// beside Output are the ones that this process has left.
public final class BuildMemory: Sendable {
    private struct State: Sendable {
        var kept: Kept?
        /// What has been said to have changed since the last edition; nil if that is not known.
        var changes: Set<String>? = []
        /// Whether it was believed since Content and Output were looked at as a whole.
        var wasBelieved = false
    }

    private struct Kept: Sendable {
        var standing: StandingEdition
        var paths: OutputPaths
        var notes: [Stamp?]
    }

    private let state = Mutex(State())

    public init() {}

    /// Whether a build that looks at everything might find what those since the last such did not.
    public var isUnchecked: Bool { state.withLock { $0.wasBelieved } }

    /// Whether an edition is kept.
    var isEmpty: Bool { state.withLock { $0.kept == nil } }

    /// Notes what has changed before a build; nil for what nobody knows.
    func add(_ changes: KnownChanges?) {
        state.withLock { state in
            guard let changes else { return state.changes = nil }
            state.changes?.formUnion(changes.paths)
        }
    }

    /// The last edition as it stands and what has changed since, if both are certain.
    func recall(_ paths: OutputPaths, settings: Fingerprint) -> (standing: StandingEdition, changes: KnownChanges)? {
        state.withLock { state in
            guard let kept = state.kept, let changes = state.changes, kept.paths == paths,
                kept.notes == BuildMemory.notes(paths, kept.standing), kept.standing.ledger.summary.settings == settings
            else {
                state.wasBelieved = false
                return nil
            }
            state.wasBelieved = true
            return (kept.standing, KnownChanges(paths: changes))
        }
    }

    /// Keeps an edition that stands in Output; nil for one that is not worth it.
    func keep(_ standing: StandingEdition?, _ paths: OutputPaths) {
        let kept = standing.map { Kept(standing: $0, paths: paths, notes: BuildMemory.notes(paths, $0)) }
        state.withLock { state in
            state.kept = kept
            state.changes = []
        }
    }

    /// After a build that failed nothing is certain.
    func forget() {
        state.withLock { $0.kept = nil }
    }

    /// After one that looked at everything and found nothing, what is kept is certain again.
    func confirm() {
        state.withLock { $0.changes = [] }
    }

    /// What tells whether anybody else has written notes since.
    private static func notes(_ paths: OutputPaths, _ standing: StandingEdition) -> [Stamp?] {
        [paths.ledger, paths.amendments, paths.facts(standing.ledger.summary.facts)].map {
            FileSystem.status($0)?.stamp
        }
    }
}
