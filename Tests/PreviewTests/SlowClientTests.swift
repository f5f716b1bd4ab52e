import Foundation
import Testing

@testable import Preview

/// Clients that take their time.
@Suite struct SlowClientTests {
    private func server(_ limits: Limits = .patient) throws -> TestServer {
        try TestServer(
            Folder(["site/index.html": "<p>Front</p>", "site/film.mp4": String(repeating: "x", count: 32 << 20)]),
            limits: limits)
    }

    @Test("Those that say nothing keep nobody waiting")
    func silent() async throws {
        let server = try server()
        let silent = try (0..<40).map { _ in try Client(port: server.port) }
        for client in silent.prefix(20) { try await client.send("GET / HT") }
        #expect(try await server.reply(to: "/").status == 200)
        withExtendedLifetime(silent) {}
    }

    @Test("Those that say nothing, or not enough, are dropped after a while")
    func dropped() async throws {
        let server = try server(Limits(request: .milliseconds(300)))
        for beginning in ["", "GET / HTTP/1.1\r\nHost: local"] {
            let client = try Client(port: server.port)
            try await client.send(beginning)
            #expect(try await client.receive() == "")
        }
    }

    @Test("A request that comes byte by byte has no more time than any other")
    func trickling() async throws {
        let server = try server(Limits(request: .milliseconds(500)))
        let client = try Client(port: server.port)
        let trickle = Task {
            while !Task.isCancelled {
                try await client.send("x")
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        defer { trickle.cancel() }
        #expect(try await client.receive() == "")
    }

    @Test("Those that do not take what they asked for are dropped as well")
    func unread() async throws {
        let server = try server(Limits(request: .seconds(300), piece: .milliseconds(300)))
        let client = try Client(port: server.port)
        try await client.send("GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        try await Task.sleep(for: .seconds(2))
        let received = try await client.receive()
        #expect(received.utf8.count < 32 << 20)
    }

    @Test("More clients than there are places for are turned away, and later ones are served again")
    func crowded() async throws {
        let server = try server(Limits(connections: 5, request: .seconds(300)))
        var crowd = try (0..<8).map { _ in try Client(port: server.port) }
        // The first five are served, when they ask; the others are told at once.
        var turnedAway = 0
        for client in crowd {
            let text = try? await client.receive(within: .seconds(1)) { $0.contains("\r\n\r\n") }
            if text?.hasPrefix("HTTP/1.1 503 ") == true { turnedAway += 1 }
        }
        #expect(turnedAway == 3)
        crowd.removeAll()
        var status = 0
        for _ in 0..<100 where status != 200 {
            status = (try? await server.reply(to: "/").status) ?? 0
            if status != 200 { try await Task.sleep(for: .milliseconds(100)) }
        }
        #expect(status == 200)
    }
}
