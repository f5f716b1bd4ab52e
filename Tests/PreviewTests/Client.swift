import FlyingSocks
import Foundation

/// A client that says exactly what it is told to say, over a real connection.
///
/// It waits on threads of its own: the server has only as many as there are cores, and may not lose one to a test.
final class Client: Sendable {
    private let socket: Socket

    init(port: Int) throws {
        socket = try Socket(domain: AF_INET)
        try socket.connect(to: .inet(ip4: "127.0.0.1", port: UInt16(port)))
    }

    deinit {
        try? socket.close()
    }

    struct TookTooLong: Error {
        var received: String
    }

    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await onAnotherThread { [socket] in
            let data = Data(bytes)
            var sent = data.startIndex
            while sent < data.endIndex { sent = try socket.write(data, from: sent) }
        }
    }

    // Long, because other tests can keep all threads that tasks share busy for a minute or two.
    /// Everything up to the end of the connection, or until what has come is enough.
    func receive(
        within time: Duration = .seconds(300), until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }
    ) async throws -> String {
        try await onAnotherThread { [socket] in
            let end = ContinuousClock.now + time
            var received: [UInt8] = []
            while true {
                // Of a text that is cut within a character, the rest is still to come.
                let text = String(decoding: received, as: UTF8.self)
                if isEnough(text) { return text }
                guard try Client.waitForBytes(on: socket, until: end) else { throw TookTooLong(received: text) }
                do {
                    received += try socket.read(atMost: 65536)
                } catch {
                    return text
                }
            }
        }
    }

    private static func waitForBytes(on socket: Socket, until end: ContinuousClock.Instant) throws -> Bool {
        while case let time = (end - .now) / .milliseconds(1), time > 0 {
            var file = pollfd(fd: socket.file.rawValue, events: Int16(POLLIN), revents: 0)
            let count = poll(&file, 1, Int32(time.rounded(.up)))
            // Other tests run programs, whose ends interrupt us.
            if count > 0 || count < 0 && errno != EINTR { return true }
        }
        return false
    }
}

/// Does something that waits where nobody else is kept waiting.
func onAnotherThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: work)) }
    }
}

/// What came back.
struct Reply {
    let status: Int
    let headers: [String: String]
    let body: String

    init(_ text: String) {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        var lines = parts[0].components(separatedBy: "\r\n")
        let first = lines.removeFirst().split(separator: " ")
        status = first.count > 1 ? Int(first[1]) ?? 0 : 0
        headers = Dictionary(
            lines.compactMap { line in
                line.firstIndex(of: ":").map { (line[..<$0].lowercased(), String(line[$0...].dropFirst(2))) }
            }, uniquingKeysWith: { $0 + ", " + $1 })
        body = parts.count > 1 ? String(parts[1]) : ""
    }

    subscript(header: String) -> String? { headers[header.lowercased()] }
}
