#if os(Linux)
    import Foundation
    import Synchronization
    import Testing

    /// `kill -9` at a hundred random moments: the next build finishes what was begun, or begins anew.
    @Suite(.serialized) struct KillTests {
        private static let seed: UInt16 = 2026

        @Test("Fifty times in a first edition") func cold() throws { try kill(Gazettes.largeAndCold.get()) }

        @Test("Fifty times in a later edition") func incremental() throws { try kill(Gazettes.large.get()) }

        private func kill(_ site: FaultSite) throws {
            let duration = try duration(of: site)
            let moments = moments(100)
            let problems = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 50) { number in
                // Every third time the run that is to finish it is killed as well.
                let count = number % 3 == 0 ? 2 : 1
                let delays = (0..<count).map { moments[2 * number + $0] * duration }
                do {
                    try kill(site, after: delays)
                } catch {
                    problems.withLock {
                        $0.append("killed after \(delays) of \(duration) s (number \(number)): \(error)")
                    }
                }
            }
            let found = problems.withLock { $0.sorted() }
            #expect(found.isEmpty, "seed \(KillTests.seed): \(found.joined(separator: "\n"))")
        }

        private func kill(_ site: FaultSite, after delays: [Double]) throws {
            let aftermath = try Aftermath(site)
            for delay in delays {
                let run = try aftermath.copy.build()
                usleep(UInt32(delay * 1_000_000))
                run.kill()
                try aftermath.examine(run.end())
            }
            try aftermath.finish()
            try aftermath.goOn()
        }

        /// How long a build takes while another is at work.
        private func duration(of site: FaultSite) throws -> Double {
            let durations = Mutex<[Double]>([])
            let copies = try (0..<4).map { _ in try site.copy() }
            DispatchQueue.concurrentPerform(iterations: copies.count) { number in
                let start = ContinuousClock.now
                _ = try? copies[number].build().end()
                durations.withLock { $0.append((ContinuousClock.now - start) / .seconds(1)) }
            }
            return durations.withLock { $0.sorted()[1] }
        }

        /// Random numbers from 0 to 1.
        private func moments(_ count: Int) -> [Double] {
            var state: [UInt16] = [KillTests.seed, 0, 0]
            return (0..<count).map { _ in erand48(&state) }
        }
    }
#endif
