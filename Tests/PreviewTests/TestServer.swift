import FlyingSocks
import Foundation

@testable import Preview

extension Limits {
    /// For tests that are not about time: others can keep a client from saying the next word for half a minute.
    static let patient = Limits(request: .seconds(300), piece: .seconds(300))
}

/// A folder that is served on a port of its own for as long as somebody holds it.
final class TestServer: Sendable {
    let folder: Folder
    let live: LiveSite
    let port: Int
    private let task: Task<Void, Never>

    init(
        _ folder: Folder, base: String = "", isReloading: Bool = false, host: HostAddress = .loopback,
        limits: Limits = .patient
    ) throws {
        self.folder = folder
        live = LiveSite(isReloading: isReloading)
        live.base = base
        let responder = SiteResponder(folder: ServedFolder(path: folder.path + "/site"), host: host, live: live)
        let server = try Server(.loopback, port: 0, limits: limits, respond: responder.respond)
        port = server.port
        task = Task(executorPreference: server.thread) { await server.run() }
    }

    convenience init(_ files: [String: String], base: String = "", isReloading: Bool = false) throws {
        let inSite = Dictionary(uniqueKeysWithValues: files.map { ("site/" + $0.key, $0.value) })
        try self.init(Folder(inSite), base: base, isReloading: isReloading)
    }

    deinit {
        task.cancel()
    }

    /// The reply to one request, up to its end or until what has come is enough.
    func reply(
        to path: String, method: String = "GET", host: String = "127.0.0.1", _ headers: String...,
        until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }
    ) async throws -> Reply {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"] + headers
        return try await reply(toRaw: lines.joined(separator: "\r\n") + "\r\n\r\n", until: isEnough)
    }

    /// The reply to exactly these bytes.
    func reply(
        toRaw text: String, until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }
    ) async throws -> Reply {
        let client = try Client(port: port)
        try? await client.send(text)
        return try await Reply(client.receive(until: isEnough))
    }
}
