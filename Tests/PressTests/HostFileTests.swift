import Broadsheet
import Foundation
import Newspaper
import Testing

@testable import Press

/// What hosts read: `_headers` and `_redirects`.
@Suite struct HostFileTests {
    private static func site(_ settings: String, _ files: [String: String] = [:]) throws -> LittleSite {
        let own = [
            "Content/site.yml": "name: X\nurl: https://x.example\n\(settings)\n",
            "Content/war/a.md": "---\nheadline: A\naliases: [/old/a/, /old/é.html]\n---\nText.\n",
        ]
        return try LittleSite(own.merging(files) { $1 })
    }

    private func build(_ site: LittleSite) throws -> BuildReport {
        try site.build(themes: [Broadsheet.self]) { $0.isForHost = true }
    }

    @Test("A host that reads none gets none")
    func none() throws {
        let site = try HostFileTests.site("")
        _ = try build(site)
        #expect(!site.exists("Output/_headers"))
        #expect(!site.exists("Output/_redirects"))
    }

    @Test("Every page has a strict policy, and files that never change may be kept", arguments: Hosting.Host.allCases)
    func headers(host: Hosting.Host) throws {
        let site = try HostFileTests.site("host: \(host.rawValue)")
        let report = try build(site)
        #expect(report.diagnostics == [])
        let names = try site.published().files.keys.filter { $0.contains(#/\.[0-9a-f]{12}\./#) }.sorted()
        try #require(names.count == 3)
        #expect(
            try site.published()["_headers"] == """
                /*
                  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' \
                https:; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; frame-src \
                https://www.youtube-nocookie.com https://player.vimeo.com https://w.soundcloud.com \
                https://open.spotify.com https://www.tiktok.com https://public.flourish.studio https://flo.uri.sh \
                https://datawrapper.dwcdn.net; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
                  Permissions-Policy: camera=(), geolocation=(), microphone=()
                  Referrer-Policy: strict-origin-when-cross-origin
                  Strict-Transport-Security: max-age=31536000
                  X-Content-Type-Options: nosniff

                /renditions/*
                  Cache-Control: public, max-age=31536000, immutable

                /\(names[0])
                  Cache-Control: public, max-age=31536000, immutable

                /\(names[1])
                  Cache-Control: public, max-age=31536000, immutable

                /\(names[2])
                  Cache-Control: public, max-age=31536000, immutable

                """)
    }

    @Test("Aliases are redirects, and the pages that redirect elsewhere stay")
    func redirects() throws {
        for (host, status) in [("netlify", "301!"), ("cloudflare", "301")] {
            let site = try HostFileTests.site("host: \(host)")
            _ = try build(site)
            #expect(
                try site.published()["_redirects"] == """
                    /old/a/ /war/a/ \(status)
                    /old/%C3%A9.html /war/a/ \(status)

                    """)
            #expect(site.exists("Output/old/a/index.html"))
        }
    }

    @Test("They change with what they say, and go with the setting")
    func incremental() throws {
        let site = try HostFileTests.site("host: netlify")
        _ = try build(site)
        try site.write("---\nheadline: A\naliases: /older/a/\n---\nText.\n", to: "Content/war/a.md")
        #expect(try build(site).files.written == ["_redirects", "older/a/index.html"])
        try site.write("name: X\nurl: https://x.example\n", to: "Content/site.yml")
        #expect(try build(site).files.removed == ["_headers", "_redirects"])
    }

    @Test("The newspaper's own files take their places")
    func ownFiles() throws {
        let site = try HostFileTests.site("host: netlify", ["Content/_headers": "/*\n  X-Own: 1\n"])
        _ = try build(site)
        #expect(try site.published()["_headers"] == "/*\n  X-Own: 1\n")
        #expect(try site.published()["_redirects"]?.isEmpty == false)
    }

    @Test("site.yml allows more, or no policy at all")
    func policy() throws {
        let site = try HostFileTests.site(
            """
            host: netlify
            csp:
              frame-src: https://video.example
              img-src: ["data:", "https:"]
              script-src: "'self' https://count.example"
            """)
        _ = try build(site)
        let headers = try #require(try site.published()["_headers"])
        #expect(headers.contains("https://datawrapper.dwcdn.net https://video.example; "))
        #expect(headers.contains("; img-src 'self' data: https:; "))
        #expect(headers.contains("; script-src 'self' https://count.example; "))
        try site.write("name: X\nhost: netlify\ncsp: false\n", to: "Content/site.yml")
        _ = try build(site)
        let without = try #require(try site.published()["_headers"])
        #expect(!without.contains("Content-Security-Policy"))
        // Nor is a host bound to certificates that it was not said to have.
        #expect(!without.contains("Strict-Transport-Security"))
    }

    @Test(
        "What is no source, and no directive, is said",
        arguments: [
            ("csp: {img-src: \"x; script-src *\"}", "error: csp.img-src: “x; script-src *” is not a source"),
            ("csp: {img-src: \"x\\ny\"}", "error: csp.img-src: “x y” is not a source"),
            ("csp: {image-src: x}", "warning: there is no setting “csp.image-src”"),
            ("csp: strict", "error: csp must be true or false, not “strict”"),
            ("host: geocities", "error: host cannot be “geocities”"),
        ])
    func problems(settings: String, problem: String) throws {
        let found = try HostFileTests.site(settings).problems()
        #expect(found.contains { $0.hasPrefix("Content/site.yml:3:") && $0.contains(problem) }, "\(found)")
    }

    @Test("A site that is not at its host's root is warned, for the files are read nowhere else")
    func base() throws {
        let site = try HostFileTests.site("host: cloudflare", ["Content/b.md": "# B\n"])
        try site.write("name: X\nurl: https://x.example/paper\nhost: cloudflare\n", to: "Content/site.yml")
        let report = try build(site)
        #expect(
            report.diagnostics.map(\.description) == [
                """
                Content/site.yml:3:7: warning: Cloudflare Pages reads _headers and _redirects at its root alone, and \
                the site is for /paper/
                    Move both to the root of what you send there.
                """
            ])
        #expect(try site.published()["_headers"]?.hasPrefix("/paper/*\n") == true)
        #expect(try site.published()["_redirects"]?.hasPrefix("/paper/old/a/ /paper/war/a/ 301\n") == true)
    }

    @Test("A host's limits are named, and what is beyond them is left out")
    func limits() throws {
        let stories = (0..<41).map { story in
            let aliases = (0..<50).map { "/old/\(story)/\($0)/" }.joined(separator: ", ")
            return ("Content/war/old-\(story).md", "---\nheadline: Old\naliases: [\(aliases)]\n---\n")
        }
        let long = "/\(String(repeating: "é", count: 100))/\(String(repeating: "é", count: 100))"
        let sources = (0..<100).map { "https://pictures-\($0).example" }.joined(separator: " ")
        let site = try HostFileTests.site(
            "host: cloudflare\ncsp: {img-src: \(sources)}",
            ["Content/war/b.md": "---\nheadline: B\ndate: 2026-11-01\naliases: \(long)\n---\n"]
                .merging(stories) { $1 })
        let report = try build(site)
        let redirects = try #require(try site.published()["_redirects"])
        #expect(redirects.split(separator: "\n").count == 2000)
        #expect(redirects.utf8.count < 100_000)
        #expect(
            report.diagnostics.map(\.description) == [
                """
                Content/site.yml: warning: Cloudflare Pages can be relied on for 2000 redirects, and the site has 2053 \
                aliases
                    Those of the newest articles are in _redirects. The others are pages that send readers on, as they \
                are on any host.
                """,
                """
                Content/site.yml: warning: Cloudflare Pages reads 2000 characters of a line of _headers, and \
                Content-Security-Policy has 3254
                    Allow fewer sources in csp:.
                """,
                """
                Content/war/b.md:4:10: warning: the alias is too long for _redirects: Cloudflare Pages reads 1000 \
                characters of a line
                    Its page sends readers on all the same.
                """,
            ])
    }
}
