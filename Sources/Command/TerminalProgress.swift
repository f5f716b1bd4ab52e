import Foundation
import Press
import Synchronization

/// Shows on a terminal how far a build has come, once it has taken half a second: `render  4,210 of 12,696, 9,300 a
/// second, 1 s left`. What is piped elsewhere gets nothing.
final class TerminalProgress: BuildProgress {
    private struct State {
        var stage = Stage.read
        var count = 0
        var done = 0
        var stageStart = ContinuousClock.now
        var lastShown: ContinuousClock.Instant?
    }

    private let start = ContinuousClock.now
    private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    private let state = Mutex(State())

    func begin(_ stage: Stage, of count: Int) {
        guard isTerminal else { return }
        state.withLock { state in
            state.stage = stage
            state.count = count
            state.done = 0
            state.stageStart = .now
            show(&state)
        }
    }

    func advance(by count: Int) {
        guard isTerminal else { return }
        state.withLock { state in
            state.done += count
            show(&state)
        }
    }

    func waits() {
        Console.complain("stet: another build is at work on the same Output: waiting for it")
    }

    /// Takes the line away again.
    func finish() {
        if state.withLock({ $0.lastShown }) != nil { Console.write(Array("\r\u{1B}[K".utf8), to: .standardError) }
    }

    private func show(_ state: inout State) {
        let now = ContinuousClock.now
        guard now - start > .milliseconds(500) else { return }
        if let last = state.lastShown, now - last < .milliseconds(100) { return }
        state.lastShown = now
        let line = TerminalProgress.line(
            state.stage, done: state.done, of: state.count, after: (now - state.stageStart) / .seconds(1))
        Console.write(Array(("\r\u{1B}[K" + line).utf8), to: .standardError)
    }

    /// What the line says `seconds` after its stage began.
    static func line(_ stage: Stage, done: Int, of count: Int, after seconds: Double) -> String {
        guard count > 0 else { return stage.rawValue }
        let amount = "\(stage.rawValue)  \(grouped(done)) of \(grouped(count))"
        guard done > 0, seconds > 0.05 else { return amount }
        let rate = Double(done) / seconds
        let left = Int((Double(count - done) / rate).rounded(.up))
        return amount + ", \(grouped(Int(rate))) a second, \(left) s left"
    }

    /// 12,696 for 12696.
    private static func grouped(_ number: Int) -> String {
        let digits = String(number)
        return digits.enumerated().map { index, digit in
            (digits.count - index) % 3 == 0 && index > 0 ? ",\(digit)" : String(digit)
        }.joined()
    }
}
