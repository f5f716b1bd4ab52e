import Foundation
import Testing

@testable import Preview

/// What no browser sends that means well.
@Suite struct HostileRequestTests {
    private func server(host: HostAddress = .loopback) throws -> TestServer {
        let folder = try Folder([
            "secret.txt": "SECRET", "sitemap/secret.txt": "SECRET", "site/index.html": "<p>Front</p>",
            "site/.stet/notes": "SECRET", "site/a/.hidden": "SECRET", "site/a/b.txt": "Text",
        ])
        return try TestServer(folder, isReloading: true, host: host)
    }

    @Test(
        "Nothing outside the folder is served, however it is asked for",
        arguments: [
            "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/.%2e/secret.txt", "/a/../../secret.txt",
            "/a/%2e%2e/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt",
            "/..\\secret.txt", "//secret.txt", "//../secret.txt", "/a//../../secret.txt", "/a/b.txt%00.html",
            "/%00/../secret.txt", "/../sitemap/secret.txt", "/%252e%252e/secret.txt", "/%c0%ae%c0%ae/secret.txt",
            "/....//secret.txt", "/;/../secret.txt", "/.stet/notes", "/%2estet/notes", "/a/.hidden", "/a/%2ehidden",
        ])
    func outside(path: String) async throws {
        let reply = try await server().reply(to: path)
        #expect(reply.status == 404, "\(reply)")
        #expect(!reply.body.contains("SECRET"))
    }

    @Test("A symbolic link leads nowhere outside the folder, nor to what is hidden")
    func links() async throws {
        let server = try server()
        let folder = server.folder
        try folder.link("site/file.txt", to: "../secret.txt")
        try folder.link("site/absolute.txt", to: folder.path + "/secret.txt")
        try folder.link("site/up", to: "..")
        try folder.link("site/other", to: "../sitemap")
        try folder.link("site/notes", to: ".stet/notes")
        try folder.link("site/circle", to: "circle")
        for path in [
            "/file.txt", "/absolute.txt", "/up/secret.txt", "/other/secret.txt", "/other/", "/other", "/up/", "/notes",
            "/circle",
        ] {
            #expect(try await server.reply(to: path).status == 404, "\(path)")
        }
        // One that stays inside is as good as a file.
        try folder.link("site/inside.txt", to: "a/b.txt")
        #expect(try await server.reply(to: "/inside.txt").body == "Text")
    }

    #if os(Linux)
        @Test("A folder whose name looks the same is another one")
        func lookAlikes() throws {
            let folder = try Folder(["\u{E9}/a.txt": "Text", "e\u{301}/secret.txt": "SECRET"])
            try folder.link("\u{E9}/twin", to: "../e\u{301}")
            let served = ServedFolder(path: folder.path + "/\u{E9}")
            #expect(served.entry(at: RequestPath(names: ["a.txt"], isFolder: false)) != nil)
            #expect(served.entry(at: RequestPath(names: ["twin"], isFolder: true)) == nil)
            #expect(served.entry(at: RequestPath(names: ["twin", "secret.txt"], isFolder: false)) == nil)
        }
    #endif

    @Test("A pipe is no file, and keeps nobody waiting")
    func pipes() async throws {
        let server = try server()
        #expect(mkfifo(server.folder.path + "/site/pipe.txt", 0o644) == 0)
        #expect(try await server.reply(to: "/pipe.txt").status == 404)
    }

    @Test(
        "A redirect never leads to another host", arguments: ["//evil.example", "//evil.example/..", "/\\evil.example"])
    func openRedirects(path: String) async throws {
        let server = try server()
        try server.folder.write("x", to: "site/evil.example/index.html")
        let reply = try await server.reply(to: path)
        #expect(reply["Location"] == nil)
        #expect(reply.status == 404)
    }

    @Test(
        "Only its own names are answered: a name that somebody points here could read the preview",
        arguments: [
            "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "127.0.0.1@evil",
            "10.0.0.1", "[::2]", "localhost:80x", "",
        ])
    func foreignHosts(host: String) async throws {
        for path in ["/", "/.stet/events", "/.stet/reload.js"] {
            // A stream of events has no end, and there must be none.
            let reply = try await server().reply(to: path, host: host) { $0.contains("data:") }
            #expect(reply.status == 421)
            #expect(!reply.body.contains("Front"))
        }
    }

    @Test(arguments: ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:9", "[::1]", "[::1]:8000"])
    func ownHosts(host: String) async throws {
        #expect(try await server().reply(to: "/", host: host).status == 200)
    }

    @Test("The host that was asked for is answered, too; all addresses, but no names, if that was all of them")
    func otherHosts() async throws {
        let one = try server(host: #require(HostAddress("192.0.2.7")))
        #expect(try await one.reply(to: "/", host: "192.0.2.7:8000").status == 200)
        #expect(try await one.reply(to: "/", host: "192.0.2.8").status == 421)
        let all = try server(host: #require(HostAddress("0.0.0.0")))
        #expect(try await all.reply(to: "/", host: "192.0.2.8:8000").status == 200)
        #expect(try await all.reply(to: "/", host: "[2001:db8::7]:8000").status == 200)
        for host in ["evil.example", "[::1", "[::1x", "x::1]", "x::1x", "[192.0.2.8]", "::1"] {
            #expect(try await all.reply(to: "/", host: host).status == 421, "\(host)")
        }
        #expect(HostAddress("evil.example") == nil)
    }

    @Test("A request without a host, or with two, is refused")
    func hosts() async throws {
        let server = try server()
        #expect(try await server.reply(toRaw: "GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status == 400)
        #expect(
            try await server.reply(toRaw: "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n").status
                == 400)
    }

    @Test(
        "Other methods are not known here",
        arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "X"])
    func methods(method: String) async throws {
        let reply = try await server().reply(to: "/", method: method)
        #expect(reply.status == 405)
        #expect(reply["Allow"] == "GET, HEAD")
        #expect(!reply.headers.keys.contains { $0.hasPrefix("access-control") })
    }

    @Test("A line or headers without an end are not read to the end, and the server lives on")
    func oversized() async throws {
        let server = try server()
        let long = String(repeating: "x", count: 1 << 20)
        #expect(try await server.reply(toRaw: "GET /" + long).status == 414)
        #expect(try await server.reply(toRaw: "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + long).status == 431)
        let many = String(repeating: "X: y\r\n", count: 100_000)
        #expect(try await server.reply(toRaw: "GET / HTTP/1.1\r\nHost: localhost\r\n" + many).status == 431)
        #expect(try await server.reply(to: "/").status == 200)
    }

    @Test(
        "What is no request is refused, and the server lives on",
        arguments: [
            "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1 x\r\n\r\n", "GET http://localhost/ HTTP/1.1\r\n\r\n",
            "GET / HTP/1.1\r\n\r\n", "G\0T / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc",
            "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\0.evil.example\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\0\n\n",
            "GET /\u{7F} HTTP/1.1\r\nHost: localhost\r\n\r\n",
        ])
    func malformed(text: String) async throws {
        let server = try server()
        #expect(try await server.reply(toRaw: text).status == 400)
        #expect(try await server.reply(to: "/").status == 200)
    }

    @Test("Another version of HTTP is not spoken")
    func versions() async throws {
        #expect(try await server().reply(toRaw: "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n").status == 505)
        #expect(try await server().reply(toRaw: "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").status == 200)
    }

    @Test(
        "Other people's pages are not told what changes",
        arguments: [
            "Origin: http://evil.example", "Origin: null", "Origin: https://127.0.0.1", "Origin: http://127.0.0.1:9",
            "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
        ])
    func foreignOrigins(header: String) async throws {
        let reply = try await server().reply(to: "/.stet/events", header) { $0.contains("data:") }
        #expect(reply.status == 403)
        #expect(!reply.body.contains("data:"))
    }
}
