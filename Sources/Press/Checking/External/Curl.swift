import Foundation
import Synchronization

/// Asks one host, one thing after the other, through curl: it knows more of the web than we could, and as a child it
/// does not make the program larger.
struct Curl: Sendable {
    /// Where the program lies.
    let path: String
    let links: ExternalLinks

    /// What a host is asked for.
    struct Request: Sendable, Hashable {
        var url: String
        /// Some hosts answer only those who take everything.
        var isGet: Bool
    }

    enum Reply: Sendable, Hashable {
        case status(Int, redirect: String?)
        /// Nobody answered; in words.
        case failure(String)
    }

    /// Nil if curl is not to be found.
    init?(_ links: ExternalLinks) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard let path = folders.map({ $0 + "/curl" }).first(where: FileManager.default.isExecutableFile) else {
            return nil
        }
        self.path = path
        self.links = links
    }

    /// Asks for each of these, which are all on one host and of one method, in order. A host that does not answer is
    /// left in peace: what it was not asked is as good as what it did not answer.
    /// - Parameters:
    ///   - resolved: what curl is told about where the host is: `host:port:address`.
    func ask(_ requests: [Request], resolved: [String], advance: () -> Void) -> [Reply] {
        var replies: [Reply] = []
        var silences = 0
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments(isGet: requests.first?.isGet == true, resolved: resolved)
        process.standardOutput = FileHandle.nullDevice
        do {
            let output = try Curl.start(process, input: config(requests))
            for line in Lines(output) {
                guard let reply = Reply(line) else { continue }
                replies.append(reply)
                advance()
                if case .failure = reply { silences += 1 } else { silences = 0 }
                if silences == 2 || reply == .status(429, redirect: nil) { break }
            }
            // It has nothing to clear up, and may have been started with its other signals blocked.
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
        } catch {
            replies.append(.failure("curl cannot be started"))
        }
        let rest = replies.last ?? .failure("curl gave no answer")
        for _ in replies.count..<requests.count {
            replies.append(rest)
            advance()
        }
        return replies
    }

    private func arguments(isGet: Bool, resolved: [String]) -> [String] {
        var arguments = [
            // First: no settings of whoever runs it.
            "--disable", "--silent", "--globoff", "--proto", "=http,https", "--config", "-", "--user-agent",
            links.agent, "--max-time", "\(links.patience)", "--connect-timeout", "\(links.patience / 2 + 1)",
            // Nobody needs what is there.
            "--max-filesize", "1000000", "--rate", "\(links.requestsPerSecond)/s", "--write-out",
            // What goes there is written at once.
            "%{stderr}%{exitcode}\\t%{http_code}\\t%{redirect_url}\\t%{errormsg}\\n",
        ]
        if !isGet { arguments.append("--head") }
        for entry in resolved { arguments += ["--resolve", entry] }
        if !resolved.isEmpty { arguments += ["--noproxy", "*"] }
        return arguments
    }

    private func config(_ requests: [Request]) -> String {
        requests.map { request in
            let url = request.url.replacing("\\", with: "%5C").replacing("\"", with: "%22")
            return "url = \"\(url)\"\noutput = \"/dev/null\"\n"
        }.joined()
    }

    /// Children are started one at a time: none then holds an end of another's pipe open.
    private static let starting = Mutex(())

    private static func start(_ process: Process, input: String) throws -> FileHandle {
        try starting.withLock { _ in
            let (inputPipe, outputPipe) = (Pipe(), Pipe())
            process.standardInput = inputPipe
            process.standardError = outputPipe
            try process.run()
            try? inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? inputPipe.fileHandleForWriting.close()
            return outputPipe.fileHandleForReading
        }
    }
}

extension Curl.Reply {
    /// A line that curl writes out.
    fileprivate init?(_ line: String) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count >= 4, let exit = Int(parts[0]), let status = Int(parts[1]) else { return nil }
        if status > 0 {
            self = .status(status, redirect: parts[2].isEmpty ? nil : String(parts[2]))
        } else {
            self = .failure(parts[3].isEmpty ? "curl ended with status \(exit)" : Curl.Reply.sentence(parts[3]))
        }
    }

    /// As it can stand after a colon.
    private static func sentence(_ text: Substring) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}

/// What comes out of a pipe, line by line.
private struct Lines: Sequence, IteratorProtocol {
    private let file: FileHandle
    private var bytes: [UInt8] = []

    init(_ file: FileHandle) {
        self.file = file
    }

    mutating func next() -> String? {
        while true {
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                defer { bytes.removeSubrange(...end) }
                return String(decoding: bytes[..<end], as: UTF8.self)
            }
            // As soon as there is anything.
            let more = file.availableData
            guard !more.isEmpty else { return nil }
            bytes += more
        }
    }
}
