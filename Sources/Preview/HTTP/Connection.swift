import FlyingSocks
import Foundation

/// One client's connection: its requests one after the other, until it goes away, asks for too much or takes too long.
struct Connection: Sendable {
    private let socket: AsyncSocket
    private let limits: Limits
    private let respond: @Sendable (Request) -> Response

    init(_ socket: AsyncSocket, _ limits: Limits, respond: @escaping @Sendable (Request) -> Response) {
        self.socket = socket
        self.limits = limits
        self.respond = respond
    }

    /// Serves until the connection is done with. Whatever goes wrong is the client's own affair.
    func serve() async {
        var received: [UInt8] = []
        do {
            while true {
                let (head, rest) = try await nextHead(after: received)
                received = rest
                let request = try Request(head)
                var response = respond(request)
                if !request.keepsAlive { response.closes = true }
                try await send(response, withoutBody: request.method == "HEAD")
                if response.closes { break }
            }
            await linger()
        } catch let error as RequestError {
            try? await send(Response(error), withoutBody: false)
            await linger()
        } catch {}
    }

    // MARK: - Reading

    /// The bytes up to the next empty line, and those behind it.
    private func nextHead(after received: [UInt8]) async throws -> (head: [UInt8], rest: [UInt8]) {
        try await within(limits.request) {
            var bytes = received
            while true {
                if let end = headEnd(in: bytes) {
                    return (Array(bytes[..<end.lowerBound]), Array(bytes[end.upperBound...]))
                }
                if bytes.count > limits.line, !bytes.contains(UInt8(ascii: "\n")) {
                    throw RequestError.lineTooLong
                }
                guard bytes.count <= limits.head else { throw RequestError.headersTooLarge }
                bytes += try await socket.read(atMost: 4096)
            }
        }
    }

    // MARK: - Writing

    private func send(_ response: Response, withoutBody: Bool) async throws {
        try await write(response.head)
        guard !withoutBody else { return }
        switch response.body {
        case .bytes(let bytes): try await write(bytes)
        case .file(let file, let range):
            var start = range.lowerBound
            while start < range.upperBound {
                let piece = try file.read(min(Connection.pieceSize, range.upperBound - start), at: start)
                // It has become shorter: only the end of the connection can say so.
                guard !piece.isEmpty else { throw SocketError.disconnected }
                try await write(piece)
                start += piece.count
            }
        case .events(let stream): try await send(stream)
        }
    }

    private static let pieceSize = 256 << 10

    private func write(_ bytes: [UInt8]) async throws {
        guard !bytes.isEmpty else { return }
        try await within(limits.piece) { try await socket.write(Data(bytes)) }
    }

    /// Sends events as they come, until the client goes away.
    private func send(_ stream: EventStream) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            // A client has nothing more to say here: this ends when it goes away.
            group.addTask { while true { _ = try await socket.read(atMost: 4096) } }
            group.addTask {
                for await _ in stream.signals { try await write(stream.next()) }
                throw SocketError.disconnected
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: limits.silence)
                    stream.giveSignOfLife()
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Lets the client read the response to the end: closing a connection with something unread in it would take that
    /// away from it.
    private func linger() async {
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        _ = try? await within(min(limits.request, .seconds(1))) {
            for _ in 0..<256 { _ = try await socket.read(atMost: 4096) }
        }
    }
}

/// Where the empty line is that ends a head.
private func headEnd(in bytes: [UInt8]) -> Range<Int>? {
    var start = 0
    while let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        let next = bytes[(newline + 1)...]
        if next.first == UInt8(ascii: "\n") { return newline..<newline + 2 }
        if next.starts(with: "\r\n".utf8) { return newline..<newline + 3 }
        start = newline + 1
    }
    return nil
}
