#if os(Linux)
    import Foundation
    import Testing

    /// What is said of a disk that is full at the moments that matter.
    @Suite struct FaultMessageTests {
        /// Builds a copy on a disk that is full when this call is made, and says what was complained of.
        private func complaints(
            _ aftermath: Aftermath, at call: (FaultyMachine.Call) -> Bool,
            as kind: FaultyMachine.Fault.Kind = .once(ENOSPC)
        ) throws -> String {
            let calls = try FaultyMachine.build(aftermath.site.copy()).calls
            let first = calls.firstIndex(where: call)
            let number = try #require(first, "there is no such call")
            let run = try FaultyMachine.build(
                aftermath.copy, FaultyMachine.Fault(kind: kind, call: number + 1))
            #expect(run.end.status == 3)
            #expect(run.end.output == "")
            try aftermath.examine(run.end)
            return run.end.complaints.replacing(aftermath.copy.site, with: "SITE")
        }

        private let untouched =
            "No space left on device\n    "
            + "Make room on the disk; what was published before is untouched.\n"

        @Test("When the first edition's list is written: there is none")
        func firstEdition() throws {
            let aftermath = try Aftermath(Gazettes.littleAndCold.get())
            let said = try complaints(aftermath) { $0.name == "write" && $0.path.hasSuffix("/files.new") }
            #expect(said == "stet: cannot write SITE/.stet/Output/files.new: " + untouched)
            #expect(access(aftermath.copy.output, F_OK) != 0)
            try aftermath.finish()
        }

        @Test("When a later edition's list, its ledger or the journal is written: the old edition stands")
        func journal() throws {
            for file in ["files.new", "ledger.new", "journal.new"] {
                let aftermath = try Aftermath(Gazettes.little.get())
                let said = try complaints(aftermath) { $0.name == "write" && $0.path.hasSuffix(file) }
                #expect(said == "stet: cannot write SITE/.stet/Output/\(file): " + untouched)
                #expect(try Tree(of: aftermath.copy.output) == aftermath.site.old)
                try aftermath.finish()
            }
        }

        @Test("Behind the journal: the next build finishes the edition, though there are errors in the content by then")
        func behindJournal() throws {
            let aftermath = try Aftermath(Gazettes.little.get())
            let said = try complaints(aftermath) { $0.name == "rename" && $0.path.hasSuffix("/Output/index.html") }
            #expect(
                said == """
                    stet: cannot move SITE/.stet/Output/stage/index.html to SITE/Output/index.html: \
                    No space left on device
                        Make room on the disk. Output is between two editions: the next build finishes the new one.

                    """)
            #expect(aftermath.copy.hasJournal)
            let bad = URL(filePath: aftermath.copy.content + "/bad.md")
            try Data("---\ndate: soon\n---\n".utf8).write(to: bad)
            #expect(try aftermath.copy.build().end().status == 1)
            try FileManager.default.removeItem(at: bad)
            try aftermath.examineNewEdition()
            try aftermath.goOn()
        }

        @Test("A disk that can only be read: the old edition stands")
        func readOnly() throws {
            let aftermath = try Aftermath(Gazettes.little.get())
            let said = try complaints(aftermath, at: { _ in true }, as: .lasting(EROFS))
            #expect(
                said == """
                    stet: cannot make the folder SITE/.stet/Output: Read-only file system
                        The disk can only be read; choose another folder with --output.

                    """)
            #expect(try Tree(of: aftermath.copy.output) == aftermath.site.old)
            try aftermath.finish()
        }
    }
#endif
