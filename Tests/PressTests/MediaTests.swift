import Diagnostics
import Foundation
import Testing

@testable import Press

/// Films and sounds of Content, and the captions beside them.
@Suite struct MediaTests {
    private func article(_ text: String) -> String { "---\nheadline: A\ndate: 2026-11-17\n---\n\(text)\n" }

    private func page(_ site: LittleSite) throws -> String {
        try site.build()
        return String(decoding: try #require(try site.published().files["war/a/index.html"]), as: UTF8.self)
    }

    @Test("Captions that come and go make the page anew, and nothing else does")
    func captions() throws {
        let site = try LittleSite(["Content/war/a.md": article("![A](clip.mp4)"), "Content/war/clip.mp4": "film"])
        #expect(try page(site).contains("src=\"/war/clip.mp4\""))
        #expect(try !page(site).contains("<track"))
        try site.write("WEBVTT\n", to: "Content/war/clip.vtt")
        #expect(try page(site).contains("src=\"/war/clip.vtt\" srclang=\"en\" label=\"English\""))
        try site.write("WEBVTT\n", to: "Content/war/clip.de.vtt")
        try site.write("WEBVTT\n", to: "Content/war/clip.part-one.vtt")
        try site.write("WEBVTT\n", to: "Content/clip.fr.vtt")
        let both = try page(site)
        #expect(both.contains("clip.de.vtt\" srclang=\"de\" label=\"Deutsch\""))
        #expect(both.matches(of: #/<track/#).count == 2)
        try site.remove("Content/war/clip.vtt")
        #expect(try page(site).matches(of: #/<track/#).count == 1)
        #expect(try site.build().files.written == [])
    }

    @Test("A film is looked for beside the article, then from Content; one that is missing is an error")
    func places() throws {
        let site = try LittleSite([
            "Content/war/a.md": article(
                "::video{src=\"media/clip.mp4\"}\n\n::audio{src=gone.mp3}\n\n![A](../../x.mp4)"),
            "Content/media/clip.mp4": "film",
        ])
        let report = try site.build()
        #expect(
            report.diagnostics.map(\.description) == [
                """
                Content/war/a.md:7:1: error: there is no file gone.mp3
                    Put the file there, or correct its path.
                """,
                """
                Content/war/a.md:9:6: error: ../../x.mp4 leads out of Content
                    Put the file there, or correct its path.
                """,
            ])
        try site.write("sound", to: "Content/war/gone.mp3")
        try site.write(article("::video{src=\"media/clip.mp4\"}\n\n::audio{src=gone.mp3}"), to: "Content/war/a.md")
        #expect(try page(site).contains("src=\"/media/clip.mp4\""))
        #expect(try page(site).contains("src=\"/war/gone.mp3\""))
    }

    @Test("A check misses the captions of films")
    func check() throws {
        let site = try LittleSite([
            "Content/war/a.md": article("Text enough.\n\n![A](clip.mp4)\n\n![B](b.mp3)"),
            "Content/war/clip.mp4": "film",
            "Content/war/b.mp3": "sound",
        ])
        func found() throws -> [String] {
            try Check(site: site.path, now: .written("2026-11-18T12:00:00Z")).run(themes: [Plain.self])
                .map(\.description)
        }
        #expect(
            try found() == [
                """
                Content/war/a.md:7:6: warning: the video has no captions
                    Put clip.vtt beside it (WebVTT): what is said, and what is heard, with its times.
                """
            ])
        try site.write("WEBVTT\n", to: "Content/war/clip.de.vtt")
        #expect(try found() == [])
    }
}
