#if os(Linux)
    import Foundation
    import Testing

    /// What must hold when a build was disturbed.
    struct Aftermath {
        let site: FaultSite
        let copy: FaultSite.Copy
        private let surroundings: Tree

        /// What does not hold.
        struct Wrong: Error, CustomStringConvertible {
            var description: String
        }

        init(_ site: FaultSite) throws {
            self.site = site
            copy = try site.copy()
            surroundings = try copy.surroundings()
        }

        private func must(_ condition: Bool, _ what: @autoclosure () -> String) throws(Wrong) {
            if !condition { throw Wrong(description: what()) }
        }

        /// Right after it: the old edition or the new one, or a journal that leads from one to the other.
        func examine(_ end: Spawned.End) throws {
            let output = try Tree(of: copy.output)
            try must(
                end.wasKilled || end.status == 0 || !end.complaints.isEmpty,
                "the status is \(end.status ?? -1): \(end.complaints)")
            if end.status == 0 {
                try must(output.files == site.new.files, "it ends with 0 without the new edition")
            } else if output.files != site.old.files, output.files != site.new.files {
                try must(!site.isCold, "the first edition is not one rename: \(output.differences(from: site.new))")
                try must(copy.hasJournal, "a mixture without a journal: \(output.differences(from: site.new))")
                for (file, bytes) in output.files where site.old.files[file] != bytes {
                    try must(site.new.files[file] == bytes, "\(file) is of neither edition")
                }
            }
            // What cannot be cleared away afterwards is no reason to say that an edition has failed.
            try must(
                end.wasKilled || end.status == 0 || output.files != site.new.files || copy.hasJournal,
                "the new edition stands, and yet it says: \(end.complaints)")
            try examineSurroundings()
        }

        /// After an undisturbed build: the new edition, with notes on it that are whole, and nothing else.
        /// - Parameter foldersMayStay: whether it is all right if empty folders are left.
        func finish(foldersMayStay: Bool = false) throws {
            let end = try copy.build().end()
            try must(end.status == 0, "the next build ends with \(end.status ?? -1): \(end.complaints)")
            try must(end.complaints == "", "the next build complains: \(end.complaints)")
            try examineNewEdition(foldersMayStay: foldersMayStay)
        }

        /// And the work goes on: another text costs one file read and one page written, for all else is known.
        func goOn() throws {
            let story = copy.content + "/" + Gazettes.plainStory
            let text = try String(contentsOfFile: story, encoding: .utf8) + "\nAnd more.\n"
            unlink(story)
            try Data(text.utf8).write(to: URL(filePath: story))
            // The page, and what it is compressed.
            let count = site.new.files.keys.count { $0.hasPrefix(Gazettes.plainStoryPage) }
            let (end, calls) = try FaultyMachine.build(copy, watching: .reads, below: copy.content)
            try must(
                end.status == 0 && end.complaints == ""
                    && end.output.contains(
                        ": \(count) file\(count == 1 ? "" : "s") written, \(site.new.files.count - count) unchanged,"
                            + " 0 removed"),
                "the build after the next: \(end.complaints)\(end.output)")
            try must(calls.allSatisfy { $0.path == story }, "the build after the next reads \(calls)")
        }

        func examineNewEdition(foldersMayStay: Bool = false) throws {
            var output = try Tree(of: copy.output)
            if foldersMayStay { output.folders = site.new.folders }
            try must(output == site.new, "not the new edition: \(output.differences(from: site.new))")
            let notes = try FileManager.default.contentsOfDirectory(atPath: copy.state).sorted()
                .filter { !["amendments", "index"].contains($0) }
            try must(
                notes.count == 4 && notes[0].hasPrefix("facts-") && notes[1...] == ["files", "ledger", "lock"],
                "in .stet there is left: \(notes)")
            try examineSurroundings()
        }

        private func examineSurroundings() throws {
            let differences = try copy.surroundings().differences(from: surroundings)
            try must(differences == [], "something else was touched: \(differences)")
        }
    }
#endif
