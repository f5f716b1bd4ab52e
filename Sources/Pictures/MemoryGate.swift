import Dispatch
import Synchronization

/// Lets work in as long as what it needs together is within a budget, in the order in which it came. What needs more
/// than that by itself is let in alone.
final class MemoryGate: Sendable {
    private struct State {
        var used = 0
        var waiting: [(bytes: Int, signal: DispatchSemaphore)] = []
    }

    private let budget: Int
    private let state = Mutex(State())

    init(budget: Int) {
        self.budget = budget
    }

    func enter(_ bytes: Int) {
        let signal = state.withLock { state -> DispatchSemaphore? in
            if state.waiting.isEmpty && fits(bytes, state.used) {
                state.used += bytes
                return nil
            }
            let signal = DispatchSemaphore(value: 0)
            state.waiting.append((bytes, signal))
            return signal
        }
        signal?.wait()
    }

    func leave(_ bytes: Int) {
        state.withLock { state in
            state.used -= bytes
            while let next = state.waiting.first, fits(next.bytes, state.used) {
                state.used += next.bytes
                state.waiting.removeFirst()
                next.signal.signal()
            }
        }
    }

    /// How many wait.
    var waiting: Int { state.withLock { $0.waiting.count } }

    private func fits(_ bytes: Int, _ used: Int) -> Bool { used == 0 || used + bytes <= budget }
}
