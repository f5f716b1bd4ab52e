import Foundation
import Testing

@testable import Preview

/// Pages and files, as a browser asks for them.
@Suite struct ServingTests {
    private static let files = [
        "index.html": "<p>Front</p>", "war/index.html": "<p>War</p>", "404.html": "<p>Nothing</p>",
        "style.css": "p {}", "film.mp4": "0123456789", "a b.txt": "Text",
    ]

    @Test(
        "A file comes with its type",
        arguments: [
            ("/", "text/html; charset=utf-8"), ("/war/", "text/html; charset=utf-8"),
            ("/style.css", "text/css; charset=utf-8"), ("/film.mp4", "video/mp4"),
            ("/a%20b.txt", "text/plain; charset=utf-8"),
        ])
    func types(path: String, type: String) async throws {
        let reply = try await TestServer(ServingTests.files).reply(to: path)
        #expect(reply.status == 200)
        #expect(reply["Content-Type"] == type)
        #expect(reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["Cache-Control"] == "no-cache")
        #expect(reply["Content-Length"] == "\(reply.body.utf8.count)")
        #expect(!reply.headers.keys.contains { $0.hasPrefix("access-control") })
    }

    @Test("A folder without its slash leads to the one with it, and the query goes along")
    func slash() async throws {
        let server = try TestServer(ServingTests.files)
        let reply = try await server.reply(to: "/war?x=1")
        #expect(reply.status == 302)
        #expect(reply["Location"] == "/war/?x=1")
        #expect(try await server.reply(to: "/war/?x=1").body == "<p>War</p>")
        #expect(try await server.reply(to: "/style.css/").status == 404)
    }

    @Test("What is not there is the site's own page for that, with status 404")
    func notFound() async throws {
        let server = try TestServer(ServingTests.files)
        let reply = try await server.reply(to: "/nowhere/")
        #expect(reply.status == 404)
        #expect(reply["Content-Type"] == "text/html; charset=utf-8")
        #expect(reply.body == "<p>Nothing</p>")
        try server.folder.remove("site/404.html")
        #expect(try await server.reply(to: "/nowhere/").body == "There is nothing here.\n")
    }

    @Test("HEAD says the same as GET, without the body")
    func head() async throws {
        let server = try TestServer(ServingTests.files)
        for path in ["/", "/style.css", "/nowhere"] {
            let (get, head) = (try await server.reply(to: path), try await server.reply(to: path, method: "HEAD"))
            #expect(head.status == get.status)
            #expect(head.headers == get.headers)
            #expect(head.body == "")
        }
    }

    @Test("Who has a file already is told so", arguments: [false, true])
    func entityTags(isReloading: Bool) async throws {
        let server = try TestServer(ServingTests.files, isReloading: isReloading)
        for path in ["/", "/style.css"] {
            let tag = try #require(try await server.reply(to: path)["ETag"])
            for known in [tag, "\"x\", W/\(tag)", "*"] {
                let again = try await server.reply(to: path, "If-None-Match: \(known)")
                #expect(again.status == 304)
                #expect(again.body == "")
                #expect(again["ETag"] == tag)
            }
            #expect(try await server.reply(to: path, "If-None-Match: \"x\"").status == 200)
        }
        let tag = try #require(try await server.reply(to: "/style.css")["ETag"])
        try server.folder.write("q {}", to: "site/style.css", byRenaming: true)
        #expect(try await server.reply(to: "/style.css", "If-None-Match: \(tag)").body == "q {}")
    }

    @Test("A part of a film is had by its range")
    func ranges() async throws {
        let server = try TestServer(ServingTests.files)
        let whole = try await server.reply(to: "/film.mp4")
        #expect(whole["Accept-Ranges"] == "bytes")
        let part = try await server.reply(to: "/film.mp4", "Range: bytes=2-4")
        #expect(part.status == 206)
        #expect(part.body == "234")
        #expect(part["Content-Range"] == "bytes 2-4/10")
        let behind = try await server.reply(to: "/film.mp4", "Range: bytes=10-")
        #expect(behind.status == 416)
        #expect(behind["Content-Range"] == "bytes */10")
        #expect(try await server.reply(to: "/film.mp4", "Range: bytes=2-4", "If-Range: \"x\"").body == "0123456789")
        let tag = try #require(whole["ETag"])
        #expect(try await server.reply(to: "/film.mp4", "Range: bytes=2-4", "If-Range: \(tag)").body == "234")
    }

    @Test("A large file arrives whole")
    func large() async throws {
        let text = String(repeating: "0123456789abcdef", count: 100_000)
        let server = try TestServer(["film.mp4": text])
        #expect(try await server.reply(to: "/film.mp4").body == text)
    }

    @Test("A site in a folder of its host is found there")
    func base() async throws {
        let server = try TestServer(ServingTests.files, base: "/paper")
        #expect(try await server.reply(to: "/paper/war/").body == "<p>War</p>")
        #expect(try await server.reply(to: "/paper/war")["Location"] == "/paper/war/")
        #expect(try await server.reply(to: "/")["Location"] == "/paper/")
        #expect(try await server.reply(to: "/paper")["Location"] == "/paper/")
        #expect(try await server.reply(to: "/war/").status == 404)
        #expect(try await server.reply(to: "/paperwar/").status == 404)
    }

    @Test("A connection is kept for the next request, unless the client says otherwise")
    func keepingAlive() async throws {
        let server = try TestServer(ServingTests.files)
        let client = try Client(port: server.port)
        try await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /sty")
        _ = try await client.receive { $0.hasSuffix("<p>Front</p>") }
        try await client.send("le.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(try await client.receive().hasSuffix("\r\n\r\np {}"))
    }

    @Test("A finished Output is served as it is: no script, no events")
    func finished() async throws {
        let server = try TestServer(ServingTests.files)
        #expect(try await server.reply(to: "/").body == "<p>Front</p>")
        #expect(try await server.reply(to: "/.stet/events").status == 404)
        #expect(try await server.reply(to: "/.stet/reload.js").status == 404)
    }
}
