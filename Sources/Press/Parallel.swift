import Dispatch
import Synchronization

/// How many threads a build works on; nil for as many as there are cores.
enum Threads {
    @TaskLocal static var count: Int?
}

/// Makes `count` results on all cores, and returns them in order. Work is handed out in pieces of `chunk`, so that one
/// long article does not keep a core waiting.
func parallelMap<Result: Sendable>(
    _ count: Int, chunk: Int = 32, _ make: @Sendable (Int) -> Result
) -> [Result] {
    parallelChunks(count, chunk: chunk) { $0.map(make) }
}

/// The same, a piece at a time: what is needed for a piece is made once for it.
func parallelChunks<Result: Sendable>(
    _ count: Int, chunk: Int = 32, _ make: @Sendable (Range<Int>) -> [Result]
) -> [Result] {
    let chunks = (count + chunk - 1) / chunk
    @Sendable func range(_ number: Int) -> Range<Int> { number * chunk..<min(count, (number + 1) * chunk) }
    guard chunks > 1, Threads.count != 1 else { return (0..<chunks).flatMap { make(range($0)) } }
    let results = Mutex([[Result]](repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { number in
        let made = make(range(number))
        results.withLock { $0[number] = made }
    }
    return results.withLock { $0.flatMap { $0 } }
}
