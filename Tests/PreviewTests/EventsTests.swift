import Diagnostics
import Foundation
import Testing

@testable import Preview

/// What pages are told, over a real event stream.
@Suite struct EventsTests {
    private func server() throws -> TestServer {
        try TestServer(
            [
                "index.html": "<html><body><p>Front</p></BODY></html>\n", "plain/index.html": "<p>No body's end",
                "style.css": "</body>", "404.html": "<body>Nothing</body>",
            ], isReloading: true)
    }

    @Test("The script stands at the end of every page, and in no file")
    func script() async throws {
        let server = try server()
        let front = try await server.reply(to: "/").body
        let tag = try #require(front.firstMatch(of: #/<script src="/.stet/reload.js" [^>]*></script>/#)?.output)
        #expect(front == "<html><body><p>Front</p>\(tag)</BODY></html>\n")
        #expect(tag.contains("data-file=\"index.html\""))
        #expect(try await server.reply(to: "/plain/").body.hasPrefix("<p>No body's end<script src="))
        #expect(try await server.reply(to: "/nowhere").body.contains("data-file=\"404.html\""))
        #expect(try await server.reply(to: "/style.css").body == "</body>")
        #expect(try server.folder.read("site/index.html") == "<html><body><p>Front</p></BODY></html>\n")
        let script = try await server.reply(to: "/.stet/reload.js")
        #expect(script["Content-Type"] == "text/javascript; charset=utf-8")
        #expect(script.body.contains("new EventSource("))
    }

    @Test("A file's name cannot break out of the script's attributes")
    func escaping() async throws {
        let server = try TestServer(["\"><b>&.html": "<body></body>"], isReloading: true)
        let page = try await server.reply(to: "/%22%3E%3Cb%3E&.html").body
        #expect(page.contains("data-file=\"&quot;&gt;&lt;b&gt;&amp;.html\"") || page.contains("data-file=\"&#34;"))
        #expect(!page.contains("<b>"))
    }

    @Test("What has changed is told at once to everybody who listens")
    func telling() async throws {
        let server = try server()
        let pages = try await [server.open(), server.open()]
        server.live.add(LiveSite.Revision(changed: ["war/index.html", "a b.css"]), problems: [], base: nil)
        for page in pages {
            let event = try await page.nextEvent()
            #expect(event.changed == ["a b.css", "war/index.html"])
            #expect(event.id == "\(server.live.run)-1")
        }
    }

    @Test("A page that comes back is told what it has missed, by its own account or by its browser's")
    func missing() async throws {
        let server = try server()
        let (run, live) = (server.live.run, server.live)
        for file in ["a", "b", "c"] {
            live.add(LiveSite.Revision(changed: [file], destination: "/\(file)/"), problems: [], base: nil)
        }
        let page = try await server.listen("?since=\(run)-1")
        #expect(try await page.nextEvent().changed == ["b", "c"])
        let browser = try await server.listen("?since=\(run)-1", "Last-Event-ID: \(run)-2")
        let event = try await browser.nextEvent()
        #expect(event.changed == ["c"])
        #expect(event.destination == "/c/")
        #expect(event.id == "\(run)-3")
    }

    @Test("Of a server that was restarted, or of too long ago, everything may have changed")
    func everything() async throws {
        let server = try server()
        for number in 0..<150 {
            server.live.add(LiveSite.Revision(changed: ["\(number)"]), problems: [], base: nil)
        }
        for since in ["other-7", "\(server.live.run)-3", "\(server.live.run)-999", "", "x", "\(server.live.run)-"] {
            #expect(try await server.listen("?since=\(since)").nextEvent().changed == nil, "\(since)")
        }
    }

    @Test("What is wrong is told with its source lines, to pages that come later as well, until it is mended")
    func problems() async throws {
        let server = try server()
        let site = try Folder(["Content/a.md": "---\r\ntitle: A\r\ndate: soon\r\n---\r\n<script>alert(1)</script>\r\n"])
        let error = Diagnostic(.error, path: "Content/a.md", line: 3, column: 7, "date: “soon” is no date", hint: "Do.")
        server.live.add(
            LiveSite.Revision(changed: []), problems: [Problem(error, site: site.path)], base: nil)
        let page = try await server.listen()
        let problem = try #require(try await page.nextEvent().problems.first)
        #expect(problem.place == "Content/a.md:3:7")
        #expect(problem.message == "date: “soon” is no date")
        #expect(problem.hint == "Do.")
        #expect(
            problem.source.map { "\($0.number) \($0.text)" } == [
                "1 ---", "2 title: A", "3 date: soon", "4 ---",
            ])
        server.live.add(LiveSite.Revision(changed: []), problems: [], base: nil)
        #expect(try await page.nextEvent().problems.isEmpty)
    }

    @Test("A file that is gone, or shorter than it was, has no lines to show")
    func vanished() throws {
        let site = try Folder(["a.md": "one\ntwo"])
        #expect(Problem(.error("x", at: Place(line: 3), path: "b.md"), site: site.path).source.isEmpty)
        #expect(Problem(.error("x", at: Place(line: 9), path: "a.md"), site: site.path).source.isEmpty)
        #expect(
            Problem(.error("x", at: Place(line: 2), path: "a.md"), site: site.path).source.map(\.text) == [
                "one", "two",
            ])
        #expect(Problem(.error("x"), site: site.path).source.isEmpty)
    }

    @Test("A stream shows signs of life, and a page that goes away is forgotten")
    func life() async throws {
        let folder = try Folder(["site/index.html": ""])
        let server = try TestServer(
            folder, isReloading: true, limits: Limits(request: .seconds(300), silence: .milliseconds(100)))
        do {
            let page = try await server.open()
            _ = try await page.client.receive { $0.contains("\n:\n\n") }
            #expect(server.live.listenerCount == 1)
        }
        for _ in 0..<100 where server.live.listenerCount > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(server.live.listenerCount == 0)
    }
}
