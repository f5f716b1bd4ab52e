import Foundation
import Newspaper
import Press
import Synchronization

/// Builds again after every change, on a thread of its own.
final class BuildLoop: Sendable {
    private let isStopped = Mutex(false)

    /// How long the loop takes to notice that it is to stop.
    private static let breath = Duration.seconds(1)

    /// Builds for the first time, and goes on in the background.
    init(_ rebuilder: Rebuilder, _ tell: @escaping @Sendable (Preview.Event) -> Void) throws(BuildFailure) {
        // It watches before the first build begins: what changes meanwhile is not missed.
        let watcher = makeWatcher(of: .site(rebuilder.site))
        let first = try BuildLoop.timed([], tell) { () throws(BuildFailure) in try rebuilder.begin() }
        if let shortage = watcher.shortage { tell(.shortOfWatches(shortage)) }
        // The thread is the only one that uses it from now on.
        nonisolated(unsafe) let handedOver = watcher
        let thread = Thread { self.run(handedOver, rebuilder, due: first.nextChange, tell) }
        // As large as the main thread's, where builds run otherwise.
        thread.stackSize = 8 << 20
        thread.start()
    }

    func stop() {
        isStopped.withLock { $0 = true }
    }

    /// - Parameter due: when time alone changes what is shown.
    private func run(
        _ watcher: any Watcher, _ rebuilder: Rebuilder, due: LocalTime?,
        _ tell: @escaping @Sendable (Preview.Event) -> Void
    ) {
        var watcher = watcher
        var due = due
        var shortage = watcher.shortage
        while !isStopped.withLock({ $0 }) {
            let changes = watcher.changes(within: BuildLoop.breath)
            if shortage == nil, let new = watcher.shortage {
                shortage = new
                tell(.shortOfWatches(new))
            }
            let isDue = due.map(rebuilder.isPast) ?? false
            if isDue { tell(.due) }
            guard isDue || !changes.isEmpty else {
                // Nobody is saving: there is time to look whether all that changed was told.
                let start = ContinuousClock.now
                if let report = rebuilder.check() {
                    due = report.nextChange
                    tell(.built(report, changes: [], ContinuousClock.now - start))
                }
                continue
            }
            do throws(BuildFailure) {
                due = try BuildLoop.timed(changes.paths.sorted(), tell) { () throws(BuildFailure) in
                    try rebuilder.rebuild(after: changes)
                }.nextChange
            } catch {
                // Without news it would only fail again.
                due = nil
                tell(.failed(error))
            }
        }
    }

    private static func timed(
        _ changes: [String], _ tell: (Preview.Event) -> Void, _ build: () throws(BuildFailure) -> BuildReport
    ) throws(BuildFailure) -> BuildReport {
        let start = ContinuousClock.now
        let report = try build()
        tell(.built(report, changes: changes, ContinuousClock.now - start))
        return report
    }
}
