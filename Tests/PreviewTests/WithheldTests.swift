import Foundation
import Newspaper
import Synchronization
import Testing

@testable import Preview

/// What a preview shows although readers do not get it, and what time changes while one is open.
@Suite struct WithheldTests {
    /// The preview's clock stands at noon on 18 November 2026, in Oslo an hour later.
    private static let noon = 1_795_003_200

    private func site() throws -> Folder {
        try Folder([
            "Content/site.yml": "name: X\nurl: https://x.example\ntimezone: Europe/Oslo\n",
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\n---\nText.\n",
            "Content/war/draft.md": "---\nheadline: D\ndate: 2026-11-02\ndraft: true\n---\nText.\n",
            "Content/war/later.md": "---\nheadline: L\nembargo: 2026-11-24 06:00\n---\nText.\n",
            "Content/war/both.md": "---\nheadline: B\ndraft: true\nembargo: 2026-12-01\n---\nText.\n",
            "Content/war/gone.md": "---\nheadline: G\nexpires: 2026-11-03\n---\nText.\n",
            "Content/pages/soon.md": "---\nheadline: S\nembargo: 2027-01-01\n---\nText.\n",
        ])
    }

    private func preview(of site: Folder, drafts: Bool = true, future: Bool = true) async throws -> RunningPreview {
        try await RunningPreview(site) {
            $0.includesDrafts = drafts
            $0.includesScheduled = future
            $0.clock = { Timestamp(seconds: WithheldTests.noon) }
        }
    }

    private let marks = [
        "war/draft/index.html": "Draft", "war/later/index.html": "Scheduled for 24 November 2026, 06:00",
        "war/both/index.html": "Draft, scheduled for 1 December 2026",
        "soon/index.html": "Scheduled for 1 January 2027",
    ]

    @Test("Each page is told what readers do not get, and it is in no file")
    func marking() async throws {
        let preview = try await preview(of: site())
        #expect(try await EventPage(port: preview.port).nextEvent().marks == marks)
        for path in ["/war/draft/", "/war/later/", "/war/both/", "/soon/"] {
            #expect(try await preview.page(path).status == 200, "\(path)")
        }
        #expect(try await preview.page("/war/gone/").status == 404)
        let built = try FileManager.default.subpathsOfDirectory(atPath: preview.site.path + "/.stet/preview/site")
        for file in built where file.hasSuffix(".html") {
            let page = try preview.site.read(".stet/preview/site/" + file)
            #expect(!page.contains("Draft") && !page.contains("Scheduled"), "\(file)")
        }
    }

    @Test("Only what was asked for is shown", arguments: [(true, false), (false, true), (false, false)])
    func asked(drafts: Bool, future: Bool) async throws {
        let preview = try await preview(of: site(), drafts: drafts, future: future)
        #expect(try await preview.page("/war/draft/").status == (drafts ? 200 : 404))
        #expect(try await preview.page("/war/later/").status == (future ? 200 : 404))
        #expect(try await preview.page("/war/both/").status == 404)
        let told = try await EventPage(port: preview.port).nextEvent().marks
        #expect(told == marks.filter { drafts ? $0.value == "Draft" : future && $0.value.hasPrefix("Scheduled") })
    }

    @Test("A preview that has nothing to build marks the same; a changed embargo is told although no page changes")
    func telling() async throws {
        let site = try site()
        _ = try await preview(of: site)
        let again = try await preview(of: site)
        let page = try await EventPage(port: again.port)
        #expect(try await page.nextEvent().marks == marks)
        try site.write("---\nheadline: S\nembargo: 2027-02-01\n---\nText.\n", to: "Content/pages/soon.md")
        let event = try await page.nextEvent { $0.marks["soon/index.html"] == "Scheduled for 1 February 2027" }
        #expect(event.changed?.contains("soon/index.html") == false)
        try site.write("---\nheadline: D\ndate: soon\n---\nText.\n", to: "Content/war/draft.md", byRenaming: true)
        // The last good page stays, and so does what is said of it.
        #expect(try await page.nextEvent { !$0.problems.isEmpty }.marks["war/draft/index.html"] == "Draft")
    }

    @Test("When an embargo or an expiry passes, the site is built and browsers are told")
    func passing() async throws {
        let site = try Folder([
            "Content/site.yml": "name: X\nurl: https://x.example\n",
            "Content/war/later.md": "---\nheadline: L\nembargo: 2026-11-24 06:00\nexpires: 2026-11-25 06:00\n---\n",
        ])
        let clock = Clock(WithheldTests.noon)
        let preview = try await RunningPreview(site) { $0.clock = { clock.now } }
        let page = try await preview.open()
        #expect(try await preview.page("/war/later/").status == 404)
        clock.now = try Timestamp(parsing: "2026-11-24T06:00:00Z", in: .utc)
        _ = try await page.nextEvent { $0.changed?.contains("war/later/index.html") == true }
        #expect(try await preview.page("/war/later/").status == 200)
        clock.now = try Timestamp(parsing: "2026-11-26", in: .utc)
        _ = try await page.nextEvent { $0.changed?.contains("war/later/index.html") == true }
        #expect(try await preview.page("/war/later/").status == 404)
    }

    @Test("A scheduled story that is shown loses its mark when its time comes")
    func coming() async throws {
        let clock = Clock(WithheldTests.noon)
        let preview = try await RunningPreview(site()) {
            $0.clock = { clock.now }
            $0.includesScheduled = true
        }
        let page = try await EventPage(port: preview.port)
        #expect(try await page.nextEvent().marks.count == 2)
        clock.now = try Timestamp(parsing: "2026-11-24T05:00:00Z", in: .utc)
        #expect(try await page.nextEvent { $0.marks.count == 1 }.marks.keys.contains("soon/index.html"))
    }
}

/// A clock that a test sets.
private final class Clock: Sendable {
    private let seconds: Mutex<Int>

    init(_ seconds: Int) {
        self.seconds = Mutex(seconds)
    }

    var now: Timestamp {
        get { Timestamp(seconds: seconds.withLock { $0 }) }
        set { seconds.withLock { $0 = newValue.seconds } }
    }
}
