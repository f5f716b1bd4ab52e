import Foundation
import Newspaper
import Testing

@testable import Press

/// `stet check --external`, against a server on this machine.
@Suite(.enabled(if: hasCurl, "curl is not on this machine: external links are not tested"))
struct ExternalLinkTests {
    private static let monday = 1_795_003_200

    /// Answers by the path; every name leads to it but those that say otherwise.
    private func server() throws -> WebServer {
        try WebServer { request in
            switch request.path.prefix(while: { $0 != "?" }) {
            case "/gone": "410 Gone"
            case "/lost": "404 Not Found"
            case "/headless": request.method == "HEAD" ? "405 Method Not Allowed" : "200 OK"
            case "/unbuilt": request.method == "HEAD" ? "501 Not Implemented" : "200 OK"
            case "/closed": "403 Forbidden"
            case "/fails": "500 Oh"
            case "/moved": "301 Moved\r\nLocation: /ok"
            case "/moved-twice": "308 Moved\r\nLocation: /moved"
            case "/moved-then-not": "301 Moved\r\nLocation: /for-now"
            case "/moved-away":
                "301 Moved\r\nLocation: http://other.example:\(request.host.split(separator: ":")[1])/ok"
            case "/moved-lost": "301 Moved\r\nLocation: /lost"
            case "/moved-inside": "302 Found\r\nLocation: http://inside.example/"
            case "/for-now": "302 Found\r\nLocation: /ok"
            case "/circle": "302 Found\r\nLocation: /circle"
            case "/silent": nil
            default: "200 OK"
            }
        }
    }

    /// A site whose article has these links, one a line from the fourth on.
    private func site(_ links: [String], _ more: [String: String] = [:]) throws -> LittleSite {
        let text = links.map { "[x](\($0))\n" }.joined()
        return try LittleSite(
            [
                "Content/site.yml": "name: X\nurl: https://x.example/paper\n",
                "Content/a.md": "---\nheadline: A\n---\n\(text)",
            ].merging(more) { $1 })
    }

    private func check(_ site: LittleSite, day: Int = 0, change: (inout ExternalLinks) -> Void = { _ in }) throws
        -> [String]
    {
        var check = Check(site: site.path, now: .written("2026-11-18T12:00:00Z"))
        var links = ExternalLinks(agent: "stet/1", now: Timestamp(seconds: ExternalLinkTests.monday + day * 86_400))
        links.requestsPerSecond = 1000
        links.resolve = { host in
            switch host {
            case "inside.example": .privateHost
            case "nobody.example": .noSuchHost
            case "127.0.0.1", "10.0.0.1", "localhost", "[::1]": Resolution(of: host)
            default: .addresses(["127.0.0.1"])
            }
        }
        change(&links)
        check.external = links
        return try check.run(themes: [Plain.self]).map(\.description)
    }

    @Test("What is not there, has moved or does not answer is found, with its place")
    func findings() throws {
        let server = try server()
        let host = "http://a.example:\(server.port)"
        let names = [
            "ok", "gone", "lost", "headless", "unbuilt", "closed", "fails", "moved", "moved-twice", "moved-then-not",
            "moved-away", "moved-lost", "moved-inside", "for-now", "circle", "ok#part",
        ]
        let site = try site(names.map { host + "/" + $0 } + ["http://nobody.example/x", "mailto:a@b.example"])
        func nothing(_ line: Int, _ name: String, _ status: Int) -> String {
            "Content/a.md:\(line):5: warning: there is nothing at \(host)/\(name) any more: its host answered \(status)\n"
                + "    Correct the address, or link to a copy in an archive."
        }
        func moved(_ line: Int, _ name: String, _ to: String) -> String {
            "Content/a.md:\(line):5: warning: \(host)/\(name) has moved for good\n    It is now \(to)."
        }
        let again = "\n    Check again later, or correct the address."
        #expect(
            try check(site) == [
                nothing(5, "gone", 410), nothing(6, "lost", 404),
                "Content/a.md:10:5: warning: the host of \(host)/fails answered 500" + again,
                moved(11, "moved", host + "/ok"), moved(12, "moved-twice", host + "/ok"),
                moved(13, "moved-then-not", host + "/for-now"),
                moved(14, "moved-away", "http://other.example:\(server.port)/ok"), nothing(15, "moved-lost", 404),
                "Content/a.md:16:5: warning: \(host)/moved-inside is in a private network, and was not asked for\n"
                    + "    Readers are not in that network: link to what everybody can reach.",
                "Content/a.md:18:5: warning: \(host)/circle cannot be reached: one redirect leads to the next without "
                    + "an end" + again,
                "Content/a.md:20:5: warning: http://nobody.example/x cannot be reached: there is no host nobody.example"
                    + again,
            ])
        let requests = server.requests
        #expect(Set(requests.map(\.agent)) == ["stet/1 (+https://x.example/paper/)"])
        #expect(requests.count { $0.path == "/ok" && $0.host.hasPrefix("a.") } == 1)
        #expect(requests.filter { $0.path == "/headless" }.map(\.method) == ["HEAD", "GET"])
        #expect(requests.filter { $0.path == "/gone" }.map(\.method) == ["HEAD"])
    }

    @Test("What was fine is not asked again for a week; what was not is asked each time")
    func memory() throws {
        let server = try server()
        let site = try site(["ok", "closed", "moved", "lost"].map { "http://a.example:\(server.port)/\($0)" })
        let first = try check(site)
        #expect(first.count == 2)
        let asked = server.requests.count
        #expect(try check(site, day: 6) == first)
        #expect(server.requests.dropFirst(asked).map(\.path) == ["/lost", "/lost"])
        #expect(
            try String(contentsOfFile: site.path + "/.stet/links", encoding: .utf8).contains(
                "\(ExternalLinkTests.monday)\thttp://a.example:\(server.port)/ok\tfine\n"))
        // What is damaged, and what was written by a clock that went wrong, is not believed.
        #expect(try check(site, day: -1) == first)
        try site.write("x\ty\n9\t\u{0}\n", to: ".stet/links")
        #expect(try check(site, day: 7) == first)
        #expect(server.requests.count { $0.path == "/ok" && $0.host.hasPrefix("a.") && $0.method == "HEAD" } > 2)
    }

    @Test("A host gets one request at a time, with a pause after each; several hosts are asked at once")
    func politeness() throws {
        let server = try WebServer { _ in
            Thread.sleep(forTimeInterval: 0.05)
            return "200 OK"
        }
        let hosts = ["a", "b", "c", "d", "e"]
        let links = (0..<3).flatMap { number in hosts.map { "http://\($0).example:\(server.port)/\(number)" } }
        #expect(
            try check(site(links)) {
                $0.requestsPerSecond = 4
                $0.hostsAtOnce = 2
            } == [])
        let requests = server.requests
        #expect(requests.count == 15)
        #expect(requests.allSatisfy { $0.atOnce.host == 1 && $0.atOnce.all <= 2 })
        for host in hosts {
            let times = requests.filter { $0.host.hasPrefix(host) }.map(\.time)
            // Half a second, if the machine is in no hurry elsewhere; a tenth without the pauses.
            #expect(times[2] - times[0] > .milliseconds(300))
        }
    }

    @Test("A host that does not answer is left in peace, and so is one that has had enough")
    func silence() throws {
        let server = try WebServer { $0.path.hasPrefix("/much") ? "429 Too Many Requests" : nil }
        let silent = (0..<9).map { "http://a.example:\(server.port)/\($0)" }
        let busy = (0..<9).map { "http://b.example:\(server.port)/much\($0)" }
        let found = try check(site(silent + busy)) { $0.requestsPerSecond = 2 }
        #expect(found.count == 9)
        #expect(found.allSatisfy { $0.contains("a.example") && $0.contains("cannot be reached: empty reply") })
        // One or two; on a busy machine they are told a moment later.
        for host in ["a.", "b."] {
            #expect(Set(server.requests.filter { $0.host.hasPrefix(host) }.map(\.path)).count < 6)
        }
    }

    @Test("Neither the site itself nor what lies in private networks is asked")
    func neverAsked() throws {
        let server = try server()
        let port = server.port
        let links = [
            "http://127.0.0.1:\(port)/", "http://localhost:\(port)/", "http://[::1]:\(port)/",
            "http://10.0.0.1:\(port)/",
        ]
        let found = try check(site(links + ["http://x.example:\(port)/", "https://x.example/else/", "/"]))
        #expect(found.count == 4)
        #expect(found.allSatisfy { $0.contains(" is in a private network, and was not asked for\n") })
        #expect(server.requests.isEmpty)
    }

    @Test("Pictures, captions, settings and trusted HTML lead to other hosts as well; drafts are not asked for")
    func places() throws {
        let server = try server()
        let gone = "http://a.example:\(server.port)/gone"
        let found = try check(
            site(
                [],
                [
                    "Content/site.yml":
                        "name: X\nurl: https://x.example\nhtml: allow\nsocial: [{name: S, url: \"\(gone)?1\"}]\n",
                    "Content/b.md":
                        "---\nheadline: B\nimage:\n  src: \(gone)?2\n  alt: P\n  caption: See [it](\(gone)?3). (AP)\n"
                        + "corrections:\n  - text: Not [so](\(gone)?4).\n---\n![P](\(gone)?5 \"P. (AP)\")\n\n"
                        + "<a href=\"\(gone)?6\">x</a>\n",
                    "Content/c.md": "---\nheadline: C\ndraft: true\n---\n[x](\(gone)?7)\n",
                ]))
        #expect(
            found.map { $0.prefix { $0 != " " } } == [
                "Content/b.md:4:8:", "Content/b.md:6:21:", "Content/b.md:8:20:", "Content/b.md:10:6:",
                "Content/b.md:12:10:", "Content/site.yml:4:25:",
            ])
    }

    @Test("Without a network that is said once")
    func offline() throws {
        let links = (0..<5).map { "http://host\($0).example/" }
        let message =
            "warning: the network cannot be reached: 5 addresses were not asked for\n"
            + "    Check again when it can be, or leave out --external."
        #expect(try check(site(links)) { $0.resolve = { _ in .unreachable } } == [message])
        // Nobody listens there.
        let closed = try WebServer { _ in nil }.port
        let ports = (0..<5).map { "http://host\($0).example:\(closed)/" }
        #expect(try check(site(ports)) == [message])
        let one = try check(site(["http://a.example:\(closed)/"]))
        #expect(one.count == 1 && one[0].contains("a.example") && one[0].contains("cannot be reached: "))
    }

    @Test(
        "Only addresses that everybody can reach are public",
        arguments: [
            ("1.1.1.1", true), ("172.15.0.1", true), ("172.32.0.1", true), ("100.63.0.1", true), ("2606:4700::1", true),
            ("64:ff9b::101:101", true), ("0.0.0.0", false), ("10.1.2.3", false), ("100.64.0.1", false),
            ("127.0.0.1", false), ("169.254.169.254", false), ("172.16.0.1", false), ("172.31.255.255", false),
            ("192.168.1.1", false), ("198.18.0.1", false), ("224.0.0.1", false), ("255.255.255.255", false),
            ("::", false),
            ("::1", false), ("::ffff:127.0.0.1", false), ("::ffff:1.1.1.1", false), ("64:ff9b::7f00:1", false),
            ("fc00::1", false), ("fe80::1", false), ("ff02::1", false), ("2002:7f00:1::", false),
            ("2001:db8::1", false),
        ])
    func publicAddresses(text: String, isPublic: Bool) throws {
        #expect(try #require(IPAddress(text)).isPublic == isPublic)
    }
}

private let hasCurl = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/curl")
}
