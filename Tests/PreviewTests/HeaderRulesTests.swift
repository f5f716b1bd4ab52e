import Foundation
import Testing

@testable import Preview

/// A finished Output is served with the headers that its host will send.
@Suite struct HeaderRulesTests {
    private static let rules = """
        # What every file has.
        /*
          Content-Security-Policy: default-src 'none'; img-src https:
          Cache-Control: public, max-age=31536000
          Strict-Transport-Security: max-age=31536000
          X-Bell: \u{7}

        /a.css
          X-A: 1
          X-A: 2

        /war/*
          X-War: yes

        """

    private func server(isReloading: Bool = false) throws -> TestServer {
        try TestServer(
            ["index.html": "<p>", "war/index.html": "<p>", "a.css": "a {}", "_headers": HeaderRulesTests.rules],
            isReloading: isReloading)
    }

    @Test("A file has those of every rule that covers it")
    func covering() async throws {
        let server = try server()
        let policy = "default-src 'none'; img-src https:"
        for path in ["/", "/a.css", "/war/", "/war/nowhere"] {
            let reply = try await server.reply(to: path)
            #expect(reply["Content-Security-Policy"] == policy, "\(path)")
            #expect(reply["X-A"] == (path == "/a.css" ? "1, 2" : nil), "\(path)")
            #expect(reply["X-War"] == (path.hasPrefix("/war/") ? "yes" : nil), "\(path)")
        }
    }

    @Test("What the server has to say itself it says once, and nothing breaks its lines")
    func own() async throws {
        let reply = try await server().reply(to: "/")
        #expect(reply["Cache-Control"] == "no-cache")
        #expect(reply["Strict-Transport-Security"] == nil)
        #expect(reply["X-Bell"] == nil)
    }

    @Test("A site that is being written has none: its pages have a script that they would stop")
    func reloading() async throws {
        #expect(try await server(isReloading: true).reply(to: "/")["Content-Security-Policy"] == nil)
    }
}
