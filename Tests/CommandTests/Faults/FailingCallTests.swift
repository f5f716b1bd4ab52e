#if os(Linux)
    import Foundation
    import Synchronization
    import Testing

    /// Every system call that changes a file fails once, and is the last of a process once: what was published stands,
    /// or is finished by the next build.
    @Suite(.serialized) struct FailingCallTests {
        typealias Fault = FaultyMachine.Fault

        enum Kind: String, CaseIterable {
            case once, lasting, kill
            /// Looking at a file fails.
            case looking

            var calls: FaultyMachine.Calls { self == .looking ? .looks : .changes }

            /// Every call fails once. For the other kinds a few of those that stage pages will do, which are all alike, and
            /// a few of those that only look at pages.
            func includes(_ number: Int, _ call: FaultyMachine.Call) -> Bool {
                switch self {
                case .once: true
                case .lasting, .kill: !call.isOnStage || number % 6 == 0
                case .looking: !call.isOnPage || number % 5 == 0
                }
            }

            /// Different reasons at different calls; a call fails with each of them in time.
            func fault(_ call: Int) -> Fault {
                let code = [ENOSPC, EIO, EACCES, EROFS][call % 4]
                switch self {
                case .once: return Fault(kind: .once(code), call: call)
                case .lasting: return Fault(kind: .lasting(code), call: call)
                case .kill: return Fault(kind: .kill, call: call)
                case .looking: return Fault(kind: .once(EIO), call: call, among: .looks)
                }
            }
        }

        @Test("A first edition, with each call in turn", arguments: Kind.allCases)
        func cold(kind: Kind) throws { try disturb(Gazettes.littleAndCold.get(), kind) }

        @Test("A later edition, with each call in turn", arguments: Kind.allCases)
        func incremental(kind: Kind) throws { try disturb(Gazettes.little.get(), kind) }

        @Test("Another text, with each call in turn", arguments: Kind.allCases)
        func corrected(kind: Kind) throws { try disturb(Gazettes.corrected.get(), kind, least: 12) }

        private func disturb(_ site: FaultSite, _ kind: Kind, least: Int = 51) throws {
            let undisturbed = try Aftermath(site)
            let run = try FaultyMachine.build(undisturbed.copy, watching: kind.calls)
            try undisturbed.examine(run.end)
            try undisturbed.finish()
            #expect(run.calls.count >= least)
            let problems = Mutex<[String]>([])
            let chosen = run.calls.indices.filter { kind.includes($0, run.calls[$0]) }
            DispatchQueue.concurrentPerform(iterations: chosen.count) { index in
                let number = chosen[index]
                let fault = kind.fault(number + 1)
                do {
                    try disturb(site, fault)
                } catch {
                    problems.withLock { $0.append("\(fault), \(run.calls[number]): \(error)") }
                }
            }
            let found = problems.withLock { $0.sorted() }
            #expect(found.isEmpty, "\(found.count):\n\(found.joined(separator: "\n"))")
        }

        private func disturb(_ site: FaultSite, _ fault: Fault) throws {
            let aftermath = try Aftermath(site)
            let (end, calls) = try FaultyMachine.build(aftermath.copy, fault)
            let failed = calls.filter(\.failed)
            if failed.isEmpty { throw Aftermath.Wrong(description: "the call was not made") }
            try aftermath.examine(end)
            switch fault.kind {
            case .kill, .stop:
                try #require(end.wasKilled)
                // The run that finishes what the journal says may die as well.
                guard aftermath.copy.hasJournal else { break }
                let again = Fault(kind: .kill, call: 1 + fault.call * 7 % 40)
                try aftermath.examine(FaultyMachine.build(aftermath.copy, again).end)
            case .once(let code), .lasting(let code):
                if end.status == 3 { try examine(end.complaints, failed, code) }
            }
            try aftermath.finish(foldersMayStay: end.status == 0 && failed.contains { $0.name == "rmdir" })
            // How pages are staged leaves no trace in the notes.
            if !failed[0].isOnStage { try aftermath.goOn() }
        }

        /// A message that names what could not be done, and why.
        private func examine(_ complaints: String, _ failed: [FaultyMachine.Call], _ code: Int32) throws {
            let isSaid =
                complaints.hasPrefix("stet: cannot ") && failed.contains { complaints.contains($0.path) }
                && complaints.contains(": \(String(cString: strerror(code)))\n")
            if !isSaid { throw Aftermath.Wrong(description: "it says: \(complaints)") }
        }
    }
#endif
