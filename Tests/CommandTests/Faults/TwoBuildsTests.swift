#if os(Linux)
    import Foundation
    import Testing

    /// Two builds of one site at the same time.
    @Suite struct TwoBuildsTests {
        private let waits = "stet: another build is at work on the same Output: waiting for it\n"

        @Test("Both end well, and one of them wrote everything")
        func atOnce() throws {
            for _ in 0..<10 {
                let aftermath = try Aftermath(Gazettes.little.get())
                let runs = try [aftermath.copy.build(), aftermath.copy.build()]
                let ends = try runs.map { try $0.end() }
                let written = try ends.map { end in
                    #expect(end.status == 0)
                    #expect(end.complaints == "" || end.complaints == waits)
                    return try #require(end.output.firstMatch(of: #/: (\d+) files written/#)?.output.1)
                }
                #expect(written.contains("0"))
                #expect(written.contains { $0 != "0" })
                #expect(ends.count { $0.complaints == waits } <= 1)
                try aftermath.examineNewEdition()
                try aftermath.goOn()
            }
        }

        @Test("The second says that it waits; when the first is done, or killed, it goes on", arguments: [false, true])
        func waiting(isKilled: Bool) throws {
            let aftermath = try Aftermath(Gazettes.little.get())
            // It is stopped while it makes pages.
            let first = try FaultyMachine.begin(aftermath.copy, FaultyMachine.Fault(kind: .stop, call: 20))
            try until("the first is at work") { FaultyMachine.calls(aftermath.copy).contains(where: \.failed) }
            let second = try aftermath.copy.build()
            try until("the second waits") { second.complaintsSoFar == waits }
            Glibc.kill(first.id, isKilled ? SIGKILL : SIGCONT)
            let (one, other) = (try first.end(), try second.end())
            #expect(one.wasKilled == isKilled)
            #expect(one.complaints == "")
            #expect(other.status == 0)
            #expect(other.complaints == waits)
            #expect(other.output.contains(": 0 files written, ") == !isKilled)
            try aftermath.examineNewEdition()
            try aftermath.goOn()
        }

        private func until(_ what: Comment, _ condition: () -> Bool) throws {
            let deadline = ContinuousClock.now + .seconds(10)
            while !condition() {
                try #require(ContinuousClock.now < deadline, what)
                usleep(200)
            }
        }
    }
#endif
