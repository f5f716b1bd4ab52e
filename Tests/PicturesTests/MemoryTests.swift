import Dispatch
import Foundation
import Testing

@testable import Pictures

/// Many pictures, and large ones, need no more memory than there is.
@Suite struct MemoryTests {
    @Test("What is let in together is within the budget; what is more by itself is let in alone")
    func gate() {
        struct State {
            var now = 0
            var most = 0
            var count = 0
            var worst = ""
        }
        let gate = MemoryGate(budget: 100)
        let state = Shared(State())
        DispatchQueue.concurrentPerform(iterations: 400) { number in
            let bytes = [10, 40, 60, 250][number % 4]
            gate.enter(bytes)
            state.change {
                $0.now += bytes
                $0.count += 1
                $0.most = max($0.most, $0.now)
                if $0.now > 100 && $0.count > 1 { $0.worst = "\($0.count) with \($0.now)" }
            }
            if number % 16 == 0 { usleep(200) }
            state.change {
                $0.now -= bytes
                $0.count -= 1
            }
            gate.leave(bytes)
        }
        #expect(state.value.worst == "")
        #expect(state.value.most == 250 && state.value.now == 0)
    }

    @Test("A large one is not overtaken for ever: who came first goes first")
    func order() {
        let gate = MemoryGate(budget: 100)
        let order = Shared([Int]())
        gate.enter(60)
        let (group, queue) = (DispatchGroup(), DispatchQueue(label: "gate", attributes: .concurrent))
        for (number, bytes) in [200, 30].enumerated() {
            queue.async(group: group) {
                gate.enter(bytes)
                order.change { $0.append(bytes) }
                gate.leave(bytes)
            }
            for _ in 0..<20_000 where gate.waiting <= number { usleep(500) }
            #expect(gate.waiting == number + 1)
        }
        #expect(order.value == [])
        gate.leave(60)
        group.wait()
        #expect(order.value == [200, 30])
    }

    #if os(Linux)
        /// In bytes, as the kernel counts it.
        private func residentMemory() throws -> Int {
            let status = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            let pages = try #require(status.split(separator: " ").dropFirst().first.flatMap { Int($0) })
            return pages * sysconf(Int32(_SC_PAGESIZE))
        }

        /// What other tests keep at the same time must not count, so this one runs in a process of its own.
        @Test("Three hundred pictures leave nothing behind, whatever becomes of them")
        func leaks() throws {
            let tests = try #require(CommandLine.arguments.first)
            let filter = ["--testing-library", "swift-testing", "--filter", "MemoryTests/leaksInProcessOfItsOwn"]
            let run = try Run("env", ["\(MemoryTests.mark)=1", tests] + filter)
            #expect(run.status == 0 && run.output.contains("1 test"), "\(run.output)")
        }

        private static let mark = "STET_LEAK_TEST"

        @Test(.enabled(if: ProcessInfo.processInfo.environment[mark] != nil))
        func leaksInProcessOfItsOwn() throws {
            let darkroom = try Darkroom.open()
            let good = try Drawing.photograph(300, 200).file(.jpeg)
            let cut = Array(good.prefix(good.count / 2))
            let renditions = [PictureFormat.jpeg, .webP, .png].map {
                Rendition(area: Area(width: 300, height: 200), width: 250, height: 166, format: $0)
            }
            @Sendable func round() {
                for bytes in [good, cut] {
                    _ = try? darkroom.examine(bytes)
                    try? darkroom.make(renditions, of: bytes, keeping: PictureWords(creator: "A")) { _, _ in }
                }
            }
            DispatchQueue.concurrentPerform(iterations: 60) { _ in round() }
            let before = try residentMemory()
            DispatchQueue.concurrentPerform(iterations: 300) { _ in round() }
            // A leaked picture of this size is 180 KB, so 300 of them would be 54 MB.
            let grown = try residentMemory() - before
            #expect(grown < 24 << 20)
        }
    #endif
}
