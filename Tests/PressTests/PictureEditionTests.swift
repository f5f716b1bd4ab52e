import Broadsheet
import Foundation
import Newspaper
import Pictures
import Testing

@testable import Press

/// Pictures in the sizes that a theme asks for; the test theme asks for 8 and 16 pixels.
@Suite struct PictureEditionTests {
    private static let story = "---\nheadline: Talks\nsection: war\nimage: /images/a.jpg\n---\nText.\n"

    /// A photograph of 40 by 30 pixels with what exiftool is told to write into it.
    private static func photograph(_ tags: [String] = []) throws -> Data {
        let darkroom = try Darkroom.open()
        var made: [UInt8] = []
        let rendition = Rendition(area: Area(width: 40, height: 30), width: 40, height: 30, format: .jpeg)
        try darkroom.make([rendition], of: Array(png(40, 30, shade: 0x5A)), keeping: PictureWords()) { made = $1 }
        guard !tags.isEmpty else { return Data(made) }
        let folder = try TemporaryFolder()
        let file = folder.path + "/a.jpg"
        try Data(made).write(to: URL(filePath: file))
        let exiftool = Process()
        exiftool.executableURL = URL(filePath: "/usr/bin/env")
        exiftool.arguments = ["exiftool", "-q", "-overwrite_original"] + tags + [file]
        try exiftool.run()
        exiftool.waitUntilExit()
        try #require(exiftool.terminationStatus == 0)
        return try Data(contentsOf: URL(filePath: file))
    }

    private static let wire = [
        "-IPTC:Caption-Abstract=Two flags on a table.", "-IPTC:By-line=Ada Moen", "-IPTC:Credit=REUTERS",
        "-IPTC:CopyrightNotice=Reuters 2026", "-XMP-iptcCore:AltTextAccessibility=Two small flags",
        "-GPSLatitude=59.9", "-GPSLatitudeRef=N", "-GPSLongitude=10.7", "-GPSLongitudeRef=E",
    ]

    private static func site(_ files: [String: String] = [:], picture: Data? = nil) throws -> LittleSite {
        let site = try LittleSite(["Content/war/talks.md": story].merging(files) { $1 })
        try site.write(picture ?? photograph(), to: "Content/images/a.jpg")
        return site
    }

    private func renditions(_ site: LittleSite) throws -> [String] {
        try site.published().files.keys.filter { $0.hasPrefix("renditions/") }.sorted()
    }

    /// A name without what says which bytes it has.
    private func shortened(_ names: [String]) -> [String] {
        names.map { String($0.replacing(#/\.[0-9a-f]{16}/#, with: "")) }
    }

    @Test("A lead picture is there in the theme's sizes and crops, and in those that machines want")
    func sizes() throws {
        let site = try PictureEditionTests.site()
        let report = try site.build()
        #expect(report.diagnostics == [])
        let names = try renditions(site)
        let expected = [
            "8.jpg", "8.webp", "16.jpg", "16.webp", "16x9-F-40.jpg", "1x1-F-30.jpg", "4x3-F-8.jpg", "4x3-F-8.webp",
            "4x3-F-12.jpg", "4x3-F-12.webp", "4x3-F-40.jpg",
        ].map { "renditions/images/a-" + $0.replacing("F", with: focus(names)) }
        #expect(shortened(names) == expected.sorted())
        // One of them is the picture's very file.
        #expect(report.work.picturesMade == 11)
        let page = String(decoding: try site.published().files["war/talks/index.html"] ?? Data(), as: UTF8.self)
        for name in names where !name.contains(#/x\d+-/#) { #expect(page.contains("/\(name) ")) }
    }

    /// The crops' focus, which libvips finds.
    private func focus(_ names: [String]) -> String {
        names.lazy.compactMap { $0.firstMatch(of: #/-4x3-(\d+x\d+)-8\.jpg/#).map { String($0.1) } }.first ?? ""
    }

    @Test("The second build makes none, nor one that has no ledger; another text does not either")
    func unchanged() throws {
        let site = try PictureEditionTests.site()
        try site.build()
        #expect(try site.build().work.picturesMade == 0)
        try site.write(PictureEditionTests.story + "More.\n", to: "Content/war/talks.md")
        #expect(try site.build().work.picturesMade == 0)
        try site.write(PictureEditionTests.story.replacing("Talks", with: "Talk"), to: "Content/war/talks.md")
        #expect(try site.build().work.picturesMade == 0)
        try site.remove(".stet/Output/ledger")
        let report = try site.build()
        #expect(report.notes.count == 1)
        #expect(report.work.picturesMade == 0)
        #expect(try site.build { $0.startsClean = true }.work.picturesMade == 11)
    }

    @Test("A size that was removed or altered is made again, and no other")
    func damagedOutput() throws {
        let site = try PictureEditionTests.site()
        try site.build()
        let before = try site.published()
        let names = try renditions(site)
        try site.remove("Output/" + names[0])
        try site.write("altered", to: "Output/" + names[1])
        #expect(try site.build().work.picturesMade == 2)
        #expect(try site.published().differences(from: before) == [])
    }

    @Test("Another picture has other names; what nothing shows any more leaves Output")
    func changes() throws {
        let site = try PictureEditionTests.site()
        try site.build()
        let before = try renditions(site)
        try site.write(PictureEditionTests.photograph(["-IPTC:Credit=AP"]), to: "Content/images/a.jpg")
        #expect(try site.build().work.picturesMade == 12)
        #expect(Set(before).isDisjoint(with: try renditions(site)))
        try site.write("---\nheadline: Talks\n---\n![Flags](/images/a.jpg)\n", to: "Content/war/talks.md")
        #expect(try site.build().work.picturesMade == 0)
        #expect(
            shortened(try renditions(site))
                == ["8.jpg", "8.webp", "16.jpg", "16.webp"].map { "renditions/images/a-\($0)" }
                .sorted())
        try site.write("---\nheadline: Talks\n---\nNo flags.\n", to: "Content/war/talks.md")
        try site.build()
        #expect(try renditions(site) == [])
        #expect(site.exists("Output/images/a.jpg"))
    }

    @Test("The picture's own caption, credit and alternative text are printed; places are in no file")
    func words() throws {
        let site = try PictureEditionTests.site(picture: PictureEditionTests.photograph(PictureEditionTests.wire))
        #expect(try site.build().diagnostics == [])
        let files = try site.published().files
        let page = String(decoding: files["war/talks/index.html"] ?? Data(), as: UTF8.self)
        #expect(page.contains("<figcaption>Two flags on a table.</figcaption><small>(Ada Moen/REUTERS)</small>"))
        #expect(page.contains("alt=\"Two small flags\""))
        let pictures = files.filter { $0.key.hasSuffix(".jpg") || $0.key.hasSuffix(".webp") }
        #expect(pictures.count == 12)
        let darkroom = try Darkroom.open()
        for (name, bytes) in pictures {
            let facts = try darkroom.examine(Array(bytes))
            #expect(facts.words.creator == "Ada Moen", "\(name)")
            #expect(facts.words.credit == "REUTERS", "\(name)")
            #expect(facts.words.copyright == "Reuters 2026", "\(name)")
            #expect(facts.words.caption == nil, "\(name)")
            #expect(bytes.range(of: Data("GPS".utf8)) == nil && bytes.range(of: Data("Exif".utf8)) == nil, "\(name)")
        }
    }

    @Test("What the article says comes first, and a credit is printed once")
    func precedence() throws {
        let wire = PictureEditionTests.wire.map { $0.replacing("a table.", with: "a table. (Ada Moen/REUTERS)") }
        let site = try PictureEditionTests.site(picture: PictureEditionTests.photograph(wire))
        func figure(_ fields: String) throws -> String {
            try site.write(
                "---\nheadline: Talks\nimage: {src: /images/a.jpg\(fields)}\n---\n", to: "Content/war/talks.md")
            try site.build()
            let page = String(decoding: try site.published().files["war/talks/index.html"] ?? Data(), as: UTF8.self)
            return String(page.firstMatch(of: #/<figcaption>.*/#)?.0 ?? "")
        }
        #expect(
            try figure("") == "<figcaption>Two flags on a table.</figcaption><small>(Ada Moen/REUTERS)</small></figure>"
        )
        #expect(
            try figure(", caption: Flags. (AP/Bo Ek)")
                == "<figcaption>Flags.</figcaption><small>(AP/Bo Ek)</small></figure>")
        #expect(
            try figure(", caption: Flags., credit: AP") == "<figcaption>Flags.</figcaption><small>(AP)</small></figure>"
        )
        #expect(
            try figure(", caption: Flags. Photo AP., credit: AP")
                == "<figcaption>Flags. Photo AP.</figcaption></figure>")
    }

    @Test("A picture described once is described wherever it is used, and the description is not published")
    func descriptions() throws {
        let site = try PictureEditionTests.site([
            "Content/pictures/a.yml":
                "src: /images/a.jpg\ncaption: The *flags*.\ncredit: AP/Bo Ek\nalt: Flags\nfocus: 10% 20%\n",
            "Content/war/other.md": "---\nheadline: Other\n---\n![](../images/a.jpg)\n",
        ])
        #expect(try site.build().diagnostics == [])
        let files = try site.published().files
        for page in ["war/talks/index.html", "war/other/index.html"] {
            let page = String(decoding: files[page] ?? Data(), as: UTF8.self)
            #expect(page.contains("<figcaption>The <em>flags</em>.</figcaption><small>(AP/Bo Ek)</small>"))
            #expect(page.contains("alt=\"Flags\""))
        }
        #expect(files["pictures/a.yml"] == nil)
        #expect(try renditions(site).contains { $0.contains("-4x3-10x20-8.jpg") })
        try site.write("src: /images/b.jpg\ncredit: AP\n", to: "Content/pictures/b.yml")
        try site.write("/images/a.jpg: {credit: AP}\n", to: "Content/pictures/c.yml")
        #expect(
            try site.problems() == [
                """
                Content/pictures/b.yml:1:6: error: there is no picture /images/b.jpg
                    Put the picture there, or correct its path.
                """,
                """
                Content/pictures/c.yml:1:1: warning: the picture /images/a.jpg is described elsewhere already
                    Remove one of the two: this one is not heard.
                """,
            ])
    }

    @Test("A picture that cannot be shown is a warning with its place, and the article comes out")
    func unusable() throws {
        let whole = try PictureEditionTests.photograph()
        let problems: [(Data, String)] = [
            (
                whole.prefix(whole.count / 2),
                "is damaged: the file ends too early\n    Export the picture again, or copy it again from where it came."
            ),
            (Data(), "is empty\n    Export the picture again."),
            (
                Data("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n".utf8),
                "is a Git LFS pointer, not the picture itself\n    Fetch the pictures with “git lfs pull”."
            ),
        ]
        for (bytes, problem) in problems {
            let site = try PictureEditionTests.site(
                ["Content/war/other.md": "---\nheadline: Other\n---\n![Two flags](../images/a.jpg)\n"], picture: bytes)
            let report = try site.build()
            #expect(
                report.diagnostics.map(\.description) == [
                    "Content/images/a.jpg: warning: the picture "
                        + problem.replacing(
                            "\n", with: ", and is not published: what it says of places cannot be taken out\n"),
                    "Content/war/other.md:4:14: warning: the picture /images/a.jpg \(problem)",
                    "Content/war/talks.md:4:8: warning: the picture /images/a.jpg \(problem)",
                ])
            #expect(report.isPublished)
            #expect(!site.exists("Output/images/a.jpg"))
            let page = String(decoding: try site.published().files["war/other/index.html"] ?? Data(), as: UTF8.self)
            #expect(page.contains("Two flags") && !page.contains("<img"))
            #expect(try site.build().diagnostics == report.diagnostics)
            // A check says the same of it, and not that nothing uses it.
            let checked = try Check(site: site.path, now: .written("2026-11-18")).run(themes: [Plain.self])
            #expect(checked.filter { $0.message.contains("picture") } == report.diagnostics)
        }
    }

    @Test("Instructions of an agency and a wrong ending are warnings; a file may not be in the way")
    func findings() throws {
        let site = try PictureEditionTests.site(
            ["Content/war/talks.md": PictureEditionTests.story.replacing("a.jpg", with: "a.png")],
            picture: nil)
        try site.write(
            PictureEditionTests.photograph(["-IPTC:SpecialInstructions=NO SALES"]), to: "Content/images/a.png")
        #expect(
            try site.build().diagnostics.map(\.description) == [
                """
                Content/images/a.png: warning: the name says something else than the file, which is a JPEG
                    Let its name end with .jpg.
                """,
                """
                Content/images/a.png: warning: the picture has special instructions: “NO SALES”
                    See whether they let you publish it now, and here.
                """,
            ])
        try site.write("A file.", to: "Content/renditions")
        let problems = try site.problems()
        #expect(
            problems.contains { $0.hasPrefix("error: /renditions is a file, and pictures have their sizes in that") })
    }

    @Test("A newspaper may leave sizes to its host, or publish its originals")
    func settings() throws {
        let picture = try PictureEditionTests.photograph(PictureEditionTests.wire)
        let site = try PictureEditionTests.site(["Content/site.yml": "name: X\npictures: no\n"], picture: picture)
        #expect(try site.build().work.picturesMade == 0)
        #expect(try renditions(site) == [])
        #expect(try site.published().files["images/a.jpg"] == picture)
        try site.write(
            "name: X\npictures: {originals: keep, formats: [avif, webp], quality: 50}\n", to: "Content/site.yml")
        #expect(try site.build().diagnostics == [])
        #expect(try site.published().files["images/a.jpg"] == picture)
        #expect(
            shortened(try renditions(site)).filter { $0.contains("a-8.") }
                == ["avif", "jpg", "webp"].map {
                    "renditions/images/a-8.\($0)"
                })
        try site.write("name: X\npictures: {formats: jxl}\n", to: "Content/site.yml")
        #expect(
            try site.problems().first
                == "Content/site.yml:2:21: error: pictures.formats cannot be “jxl”\n    It is one of: webp, avif.")
    }

    @Test("A credit in Content/pictures comes before one in the picture's own caption")
    func describedCredit() throws {
        let wire = ["-IPTC:Caption-Abstract=Two flags. (REUTERS/B)", "-IPTC:By-line=C"]
        let site = try PictureEditionTests.site(
            ["Content/pictures/a.yml": "src: /images/a.jpg\ncredit: AP/Bo Ek\n"],
            picture: PictureEditionTests.photograph(wire))
        func page() throws -> String {
            try site.build()
            return String(decoding: try site.published().files["war/talks/index.html"] ?? Data(), as: UTF8.self)
        }
        #expect(try page().contains("<figcaption>Two flags.</figcaption><small>(AP/Bo Ek)</small>"))
        try site.remove("Content/pictures/a.yml")
        #expect(try page().contains("<figcaption>Two flags.</figcaption><small>(REUTERS/B)</small>"))
    }

    @Test("Two pictures that differ in their endings alone have names of their own")
    func namesakes() throws {
        let site = try PictureEditionTests.site([
            "Content/war/other.md": "---\nheadline: Other\nimage: /images/a.jpeg\n---\n"
        ])
        try site.write(PictureEditionTests.photograph(), to: "Content/images/a.jpeg")
        let report = try site.build()
        #expect(report.diagnostics == [])
        #expect(try renditions(site).count == 22)
        #expect(Set(report.files.written).count == report.files.written.count)
    }

    @Test("What a picture is made from is in its name: also how large a theme lets it be decoded")
    func names() {
        func stem(_ change: (inout SitePicture) -> Void) -> String {
            var picture = SitePicture(
                file: "a.jpg", hash: 1, facts: PictureFacts(format: .jpeg, width: 4200, height: 2800),
                description: nil, settings: PictureSettings())
            change(&picture)
            return picture.stem
        }
        let stems = [
            stem { _ in }, stem { $0.hash = 2 }, stem { $0.file = "a.jpeg" }, stem { $0.settings.quality = 50 },
            stem { $0.settings.sizes.widths = [320, 4000] }, stem { $0.facts.words.credit = "AP" },
        ]
        #expect(Set(stems).count == stems.count)
        #expect(stem { $0.settings.sizes.widths = [320, 1900] } == stems[0])
    }

    @Test("A small picture with nothing but a comment is looked at, and loses it")
    func comments() throws {
        let plain = try PictureEditionTests.photograph()
        let comment = Data([0xFF, 0xFE, 0, 9]) + Data("private".utf8)
        let site = try PictureEditionTests.site(
            ["Content/site.yml": "name: X\ntheme: Broadsheet\n"],
            picture: plain.prefix(2) + comment + plain.dropFirst(2))
        try site.build(themes: [Broadsheet.self])
        let published = try #require(try site.published().files["images/a.jpg"])
        #expect(published.range(of: Data("private".utf8)) == nil)
        #expect(PictureFormat(sniffing: Array(published)) == .jpeg)
    }

    @Test("A check says what is to be said of pictures' files, and believes that a picture tells nothing")
    func check() throws {
        let site = try PictureEditionTests.site(
            ["Content/pictures/a.yml": "src: /images/a.jpg\nalt: \"\"\ncredit: AP\n"],
            picture: PictureEditionTests.photograph(["-IPTC:SpecialInstructions=NO SALES"]))
        let found = try Check(site: site.path, now: .written("2026-11-18")).run(themes: [Plain.self])
        #expect(
            found.map(\.message).filter { !$0.contains("site.yml") && !$0.contains("url") }
                == ["the picture has special instructions: “NO SALES”"])
    }
}
