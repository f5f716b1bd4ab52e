import Dispatch
import Markup
import Synchronization
import Testing

struct MemoTests {
    @Test func aPieceIsDrawnOnce() {
        let memo = Memo(limit: 1600)
        var drawn = 0
        for _ in 0..<3 {
            #expect(
                memo.piece(for: 7) {
                    drawn += 1; return "<b>7</b>"
                }.description == "<b>7</b>")
        }
        #expect(drawn == 1)
    }

    @Test func whatItForgetsIsDrawnAgain() {
        let memo = Memo(limit: 16)
        for round in 0..<2 {
            for key in 0..<1000 {
                #expect(memo.piece(for: key) { "<b>\(key)</b>" } == "<b>\(key)</b>", "round \(round)")
            }
        }
    }

    @Test func allThreadsGetTheSame() {
        let memo = Memo(limit: 160)
        let wrong = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 64) { thread in
            for key in 0..<500 where memo.piece(for: key, draw: { "<i>\(key)</i>" }) != "<i>\(key)</i>" {
                wrong.withLock { $0 += 1 }
            }
        }
        #expect(wrong.withLock { $0 } == 0)
    }
}
