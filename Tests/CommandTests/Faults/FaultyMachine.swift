#if os(Linux)
    import Foundation
    import Testing

    /// A machine that fails when it is told to: `faults.c`, preloaded into the program.
    enum FaultyMachine {
        /// What goes wrong, and when.
        struct Fault: Sendable, CustomStringConvertible {
            enum Kind: Sendable {
                /// This call fails.
                case once(Int32)
                /// This call fails, and so do all later ones.
                case lasting(Int32)
                /// The process is killed before this call, or in the middle of it.
                case kill
                /// The process is stopped before this call.
                case stop
            }

            var kind: Kind
            /// The number of the call.
            var call: Int
            /// Among which it is counted.
            var among = Calls.changes

            var description: String {
                switch kind {
                case .once(let code): "call \(call) fails (\(String(cString: strerror(code))))"
                case .lasting(let code): "call \(call) and all later ones fail (\(String(cString: strerror(code))))"
                case .kill: "killed at call \(call)"
                case .stop: "stopped at call \(call)"
                }
            }

            fileprivate var environment: [String: String] {
                switch kind {
                case .once(let code): ["FAULTS_AT": "\(call)", "FAULTS_ERRNO": "\(code)"]
                case .lasting(let code):
                    ["FAULTS_AT": "\(call)", "FAULTS_ERRNO": "\(code)", "FAULTS_LASTING": "1"]
                case .kill: ["FAULTS_AT": "\(call)", "FAULTS_ERRNO": "0"]
                case .stop: ["FAULTS_AT": "\(call)", "FAULTS_ERRNO": "-1"]
                }
            }
        }

        /// A system call, as the library logs it.
        struct Call: Sendable, CustomStringConvertible {
            var failed: Bool
            var name: Substring
            var path: Substring

            /// Whether it makes a page of the new edition, beside Output.
            var isOnStage: Bool { path.contains("/stage/") && !name.hasPrefix("r") }

            /// Whether it concerns a page, published or not yet.
            var isOnPage: Bool { path.contains("/stage/") || path.contains("/site/Output/") }

            var description: String { "\(name) \(path)" }
        }

        /// Calls of one kind below a folder.
        enum Calls: String {
            /// Those that change files.
            case changes
            /// Those that open a file to read it.
            case reads
            /// Those, and all others that only look.
            case looks
        }

        /// Builds the site of `copy`, and notes what it does below `folder`, the site's own if none is named.
        static func build(
            _ copy: FaultSite.Copy, _ fault: Fault? = nil, watching calls: Calls? = nil, below folder: String? = nil
        ) throws -> (end: Spawned.End, calls: [Call]) {
            let run = try begin(copy, fault, watching: calls, below: folder)
            return (try run.end(), Self.calls(copy))
        }

        /// Begins to.
        static func begin(
            _ copy: FaultSite.Copy, _ fault: Fault?, watching calls: Calls? = nil, below folder: String? = nil
        ) throws -> Spawned {
            let log = log(copy)
            unlink(log)
            var environment = fault?.environment ?? [:]
            environment["LD_PRELOAD"] = try library.get()
            environment["FAULTS_LOG"] = log
            environment["FAULTS_CALLS"] = (calls ?? fault?.among ?? .changes).rawValue
            environment["FAULTS_FOLDER"] = folder ?? copy.site
            return try Spawned(copy.arguments, environment: environment, notesIn: copy.notes)
        }

        /// What the last build of a copy has done until now.
        static func calls(_ copy: FaultSite.Copy) -> [Call] {
            let lines = (try? String(contentsOfFile: log(copy), encoding: .utf8)) ?? ""
            return lines.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: " ", maxSplits: 2)
                return parts.count == 3 ? Call(failed: parts[0] == "FAILS", name: parts[1], path: parts[2]) : nil
            }
        }

        private static func log(_ copy: FaultSite.Copy) -> String { copy.notes + "/calls" }

        /// The library, compiled once in a run, beside the program.
        private static let library = Result {
            let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "faults.c").path
            let library = try #require(Tool.path) + "-faults.so"
            let draft = "\(library).\(getpid())"
            let compiler = Process()
            compiler.executableURL = URL(filePath: "/usr/bin/env")
            compiler.arguments = ["cc", "-shared", "-fPIC", "-O1", "-o", draft, source, "-ldl"]
            try compiler.run()
            compiler.waitUntilExit()
            try #require(compiler.terminationStatus == 0 && rename(draft, library) == 0, "cannot compile \(source)")
            return library
        }
    }
#endif
