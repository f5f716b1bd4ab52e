import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A web server on this machine alone, for one connection after the other on as many threads as there are.
final class WebServer: Sendable {
    /// What a client asked for.
    struct Request: Sendable {
        var method = ""
        var path = ""
        var host = ""
        var agent = ""
        var time = ContinuousClock.now
        /// How many were answered at this moment, of this host and of all.
        var atOnce = (host: 0, all: 0)
    }

    let port: Int
    private let listener: Int32
    private let state = Mutex<(requests: [Request], active: [String: Int])>(([], [:]))

    /// - Parameter answer: the status and the headers for a request; nil to hang up.
    init(_ answer: @escaping @Sendable (Request) -> String?) throws {
        #if canImport(Glibc)
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isListening else { throw CocoaError(.featureUnsupported) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                let server = self
                Thread {
                    server?.serve(client, answer)
                    close(client)
                }.start()
            }
        }.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    var requests: [Request] { state.withLock { $0.requests } }

    private func serve(_ client: Int32, _ answer: (Request) -> String?) {
        guard var request = request(from: client) else { return }
        state.withLock { state in
            state.active[request.host, default: 0] += 1
            request.atOnce = (state.active[request.host] ?? 0, state.active.values.reduce(0, +))
            state.requests.append(request)
        }
        let head = answer(request)
        state.withLock { $0.active[request.host, default: 0] -= 1 }
        guard let head else { return }
        let reply = Array("HTTP/1.1 \(head)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
        _ = send(client, reply, reply.count, 0)
    }

    private func request(from client: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        func header(_ name: String) -> String {
            lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) } ?? ""
        }
        guard words.count == 3 else { return nil }
        return Request(method: words[0], path: words[1], host: header("Host"), agent: header("User-Agent"))
    }
}
