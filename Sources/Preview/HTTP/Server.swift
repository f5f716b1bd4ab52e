import FlyingSocks
import Foundation
import Synchronization

/// Accepts connections and serves each in a task of its own.
///
/// FlyingFox's own server reads a request's head however long it gets, waits for it however long it takes, and ends
/// when the machine has no file descriptor left. So only its sockets are used here.
final class Server: Sendable {
    let host: HostAddress
    /// The port on which it listens.
    let port: Int
    private let listener: AsyncSocket
    private let pool: Pool
    private let limits: Limits
    private let respond: @Sendable (Request) -> Response
    private let places: Mutex<Int>
    let thread = ServerThread()

    #if canImport(Glibc)
        private typealias Pool = SocketPool<ePoll>
    #else
        private typealias Pool = SocketPool<kQueue>
    #endif

    /// Listens from now on; `run` answers.
    convenience init(
        _ host: HostAddress, port: Int, limits: Limits = Limits(),
        respond: @escaping @Sendable (Request) -> Response
    ) throws(ListenError) {
        do {
            try self.init(host, Server.listen(host, port: port), limits: limits, respond: respond)
        } catch {
            throw ListenError(error)
        }
    }

    /// - Parameter socket: one that listens already.
    init(
        _ host: HostAddress, _ socket: Socket, limits: Limits = Limits(),
        respond: @escaping @Sendable (Request) -> Response
    ) throws {
        #if canImport(Glibc)
            pool = .ePoll()
        #else
            pool = .kQueue()
        #endif
        listener = try AsyncSocket(socket: socket, pool: pool)
        port =
            switch try socket.sockname() {
            case .ip4(_, let port), .ip6(_, let port): Int(port)
            case .unix: 0
            }
        self.host = host
        self.limits = limits
        places = Mutex(limits.connections)
        self.respond = respond
    }

    /// Lets another program take this one's place and go on listening. Returns only if that fails, with why.
    func handOver(to program: String) -> Int32 {
        thread.sync { Succession.handOver(to: program, listener: listener.socket.file.rawValue) }
    }

    private static func listen(_ host: HostAddress, port: Int) throws -> Socket {
        let port = UInt16(clamping: port)
        if host.isIPv6 { return try listen(.inet6(ip6: host.address, port: port), domain: AF_INET6) }
        return try listen(.inet(ip4: host.address, port: port), domain: AF_INET)
    }

    private static func listen(_ address: some SocketAddress, domain: Int32) throws -> Socket {
        let socket = try Socket(domain: domain)
        do {
            // A server that was just ended leaves connections behind that would keep the port taken.
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: address)
        } catch {
            try? socket.close()
            throw error
        }
        try socket.listen()
        return socket
    }

    /// Serves until the task is cancelled.
    func run() async {
        // A client that went away must not end the program.
        signal(SIGPIPE, SIG_IGN)
        await withTaskExecutorPreference(thread) {
            guard (try? await pool.prepare()) != nil else { return }
            await withTaskGroup { group in
                group.addTask { [pool] in try? await pool.run() }
                group.addTask { await self.acceptConnections() }
                await group.next()
                group.cancelAll()
            }
        }
        try? listener.close()
    }

    private func acceptConnections() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                do {
                    let socket = try await listener.accept()
                    group.addTask { await self.serve(socket) }
                } catch {
                    // No descriptors left, or a client that is gone already: neither is a reason to end.
                    try? await Task.sleep(for: .milliseconds(20))
                }
            }
            group.cancelAll()
        }
    }

    private func serve(_ socket: AsyncSocket) async {
        if takePlace() {
            await Connection(socket, limits, respond: respond).serve()
            places.withLock { $0 += 1 }
        } else {
            _ = try? socket.socket.write(Data(Response(RequestError(status: .unavailable)).head))
        }
        // The pool forgets a socket a moment after it has woken who waited for it. Closed before that, its number could
        // be given to another connection, of which the pool would then say nothing.
        await Server.wait(for: pool)
        try? socket.close()
    }

    private func takePlace() -> Bool {
        places.withLock { places in
            guard places > 0 else { return false }
            places -= 1
            return true
        }
    }

    /// Returns when the pool is done with what it was doing.
    private static func wait(for pool: isolated Pool) {}
}

/// Why a port cannot be had.
struct ListenError: Error, CustomStringConvertible {
    /// Whether somebody else has it.
    let isTaken: Bool
    let description: String

    fileprivate init(_ error: any Error) {
        if case SocketError.failed(_, let code, let message) = error {
            isTaken = code == EADDRINUSE
            description = message
        } else {
            isTaken = false
            description = "\(error)"
        }
    }
}
