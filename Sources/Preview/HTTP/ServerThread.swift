import Dispatch

/// A thread of the server's own: the ones that tasks share are few, and one build or two could keep them all busy.
final class ServerThread: TaskExecutor {
    // Of its own because it is serial: queues that are not share theirs as well.
    private let queue = DispatchQueue(label: "stet.preview")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Does something on it, and waits until it is done: none of the server's own work is half done meanwhile.
    func sync<Result>(_ work: () -> Result) -> Result {
        queue.sync(execute: work)
    }
}
