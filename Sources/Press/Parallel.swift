import Dispatch
import Synchronization

/// Makes `count` results on all cores, and returns them in order. Work is handed out in pieces of `chunk`, so that one
/// long article does not keep a core waiting.
func parallelMap<Result: Sendable>(
    _ count: Int, chunk: Int = 32, _ make: @Sendable (Int) -> Result
) -> [Result] {
    guard count > chunk else { return (0..<count).map(make) }
    let chunks = (count + chunk - 1) / chunk
    let results = Mutex([[Result]](repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { number in
        let made = (number * chunk..<min(count, (number + 1) * chunk)).map(make)
        results.withLock { $0[number] = made }
    }
    return results.withLock { $0.flatMap { $0 } }
}
