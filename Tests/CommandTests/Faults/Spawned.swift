#if os(Linux)
    import Foundation
    import Testing

    /// The program in a process of its own that can be killed to the moment. Foundation's `Process` takes milliseconds
    /// to notice an end, and there are thousands here.
    struct Spawned {
        let id: pid_t
        private let output: String
        private let complaints: String

        /// How it ended.
        struct End {
            /// What it exited with; nil if a signal ended it.
            var status: Int32?
            var output: String
            var complaints: String

            var wasKilled: Bool { status == nil }
        }

        /// Runs `stet` with these arguments; what it writes goes to files in `folder`.
        init(_ arguments: [String], environment: [String: String] = [:], notesIn folder: String) throws {
            let path = try #require(Tool.path, "the program is not there; build it with `swift build`")
            let name = folder + "/" + UUID().uuidString
            (output, complaints) = (name + ".output", name + ".complaints")
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o644)
            posix_spawn_file_actions_addopen(&actions, 2, complaints, O_WRONLY | O_CREAT, 0o644)
            let surroundings = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            var words = ([path] + arguments).map { strdup($0) } + [nil]
            var settings = surroundings.map { strdup("\($0)=\($1)") } + [nil]
            defer { for word in words + settings { free(word) } }
            var id = pid_t()
            let failure = posix_spawn(&id, path, &actions, nil, &words, &settings)
            try #require(failure == 0, "cannot run \(path)")
            self.id = id
        }

        /// What it has complained of until now.
        var complaintsSoFar: String { (try? String(contentsOfFile: complaints, encoding: .utf8)) ?? "" }

        func kill() { _ = Glibc.kill(id, SIGKILL) }

        /// Waits for it. One that hangs is killed.
        func end() throws -> End {
            var status: Int32 = 0
            let deadline = ContinuousClock.now + .seconds(30)
            while waitpid(id, &status, WNOHANG) == 0 {
                if ContinuousClock.now > deadline { kill() }
                usleep(300)
            }
            let end = End(
                status: status & 0x7F == 0 ? status >> 8 & 0xFF : nil,
                output: try String(contentsOfFile: output, encoding: .utf8),
                complaints: try String(contentsOfFile: complaints, encoding: .utf8))
            for file in [output, complaints] { unlink(file) }
            return end
        }
    }
#endif
