import Foundation
import Testing

@testable import Preview

/// Whatever lies in Content, the preview goes on.
@Suite(.timeLimit(.minutes(5))) struct NastyContentTests {
    private struct Mess: CustomTestStringConvertible {
        var testDescription: String
        var make: @Sendable (Folder) throws -> Void
        /// What puts it in order again.
        var mend: @Sendable (Folder) throws -> Void

        init(
            _ name: String, _ make: @escaping @Sendable (Folder) throws -> Void,
            mend: @escaping @Sendable (Folder) throws -> Void
        ) {
            testDescription = name
            self.make = make
            self.mend = mend
        }

        /// A file that does not belong there.
        init(_ name: String, file: String = "Content/war/x.md", _ bytes: @escaping @Sendable () -> [UInt8]) {
            self.init(name, { try $0.write(bytes(), to: file) }) { try $0.remove(file) }
        }
    }

    private static let settings = "name: The Gazette\nurl: https://gazette.example\n"

    private static let messes = [
        Mess("a binary file") { (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) } },
        Mess("binary settings", file: "Content/site.yaml") { (0..<4000).map { UInt8(truncatingIfNeeded: $0 * 7) } },
        Mess("a line of four megabytes") { [UInt8](repeating: UInt8(ascii: "a"), count: 4 << 20) },
        Mess("front matter of one line") { Array("---\nheadline: \(String(repeating: "[", count: 200_000))".utf8) },
        Mess("text that is not UTF-8") { Array("---\nheadline: ".utf8) + [0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, 0x0A] },
        Mess("null bytes") { Array("---\nheadline: a\u{0}b\ndate: \u{0}\n---\n".utf8) },
        Mess("an empty file") { [] },
        Mess("a folder named as an article", { try $0.write("x", to: "Content/war/x.md/deep.md/y.md") }) {
            try $0.remove("Content/war/x.md")
        },
        Mess("a section that is a folder", { try $0.write("x", to: "Content/war/_index.md/y.txt") }) {
            try $0.remove("Content/war/_index.md")
        },
        Mess("no settings", { try $0.remove("Content/site.yml") }) { try $0.write(settings, to: "Content/site.yml") },
        Mess("no Content", { try $0.move("Content", to: "Aside") }) {
            // An editor may have made it again.
            try $0.remove("Content")
            try $0.move("Aside", to: "Content")
        },
        Mess(
            "Content that is a file",
            {
                try $0.move("Content", to: "Aside")
                try $0.write("x", to: "Content")
            }
        ) {
            try $0.remove("Content")
            try $0.move("Aside", to: "Content")
        },
        Mess(
            "a loop of links",
            {
                try $0.link("Content/war/loop", to: ".")
                try $0.link("Content/war/x.md", to: "x.md")
                try $0.link("Content/out.md", to: "/etc/passwd")
            }
        ) {
            for name in ["war/loop", "war/x.md", "out.md"] { try $0.remove("Content/" + name) }
        },
        Mess("a pipe", { mkfifo($0.path + "/Content/war/x.md", 0o644) }) { try $0.remove("Content/war/x.md") },
        Mess(
            "no permission",
            {
                try $0.write("x", to: "Content/war/x.md")
                chmod($0.path + "/Content/war/x.md", 0)
                try $0.write("x", to: "Content/closed/y.md")
                chmod($0.path + "/Content/closed", 0)
            }
        ) {
            chmod($0.path + "/Content/closed", 0o755)
            try $0.remove("Content/war/x.md")
            try $0.remove("Content/closed")
        },
        Mess(
            "its own folder removed",
            {
                // A build may be putting a file into it at this moment.
                for _ in 0..<100 { if (try? $0.remove(".stet")) != nil { break } }
            }
        ) { _ in },
    ]

    @Test("It answers while the mess lasts, and shows what is saved afterwards")
    func mess() async throws {
        let site = try Folder([
            "Content/site.yml": NastyContentTests.settings,
            "Content/war/a.md": "---\nheadline: A\ndate: 2026-11-01\n---\nText.\n",
        ])
        let preview = try await RunningPreview(site)
        for (number, mess) in NastyContentTests.messes.enumerated() {
            let page = try await preview.open()
            try mess.make(site)
            // A change that it can see, so that there is a build with the mess in it.
            try? site.write("---\nheadline: Z\n---\n\(number)\n", to: "Content/war/z.md", byRenaming: true)
            _ = try await page.nextEvent()
            #expect(try await preview.page("/").status > 0, "\(mess.testDescription)")
            try mess.mend(site)
            try site.write(
                "---\nheadline: A\ndate: 2026-11-01\n---\nAfter \(mess.testDescription).\n", to: "Content/war/a.md",
                byRenaming: true)
            while try await !preview.page("/war/a/").body.contains("After \(mess.testDescription).") {
                _ = try await page.nextEvent()
            }
            while case let event = try await EventPage(port: preview.port).nextEvent(), !event.problems.isEmpty {
                _ = try await page.nextEvent()
            }
        }
    }
}
