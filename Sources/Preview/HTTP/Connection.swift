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
        var reader = HeadReader(limits)
        do {
            while true {
                let head: [UInt8]
                (head, reader) = try await nextHead(from: reader)
                let request = try Request(head)
                let response = respond(request).fitted(to: request)
                try await send(response)
                if response.closes { break }
            }
            await linger()
        } catch let error as RequestError {
            try? await send(Response(error))
            await linger()
        } catch {}
    }

    // MARK: - Reading

    /// The next head, and the reader with what came behind it.
    private func nextHead(from reader: HeadReader) async throws -> (head: [UInt8], reader: HeadReader) {
        try await within(limits.request) {
            var reader = reader
            while true {
                if let head = try reader.next() { return (head, reader) }
                try await reader.add(socket.read(atMost: 4096))
            }
        }
    }

    // MARK: - Writing

    private func send(_ response: Response) async throws {
        try await write(response.head)
        guard !response.isHeadAlone else { return }
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
