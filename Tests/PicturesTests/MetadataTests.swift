import Foundation
import Testing

@testable import Pictures

/// Captions and credits, as the programs of agencies and photographers write them.
@Suite struct MetadataTests {
    private let darkroom: Darkroom
    private let plain: [UInt8]

    init() throws {
        darkroom = try Darkroom.open()
        plain = try Drawing.photograph(80, 60).file(.jpeg)
    }

    private func words(_ arguments: [String], format: PictureFormat = .jpeg) throws -> PictureWords {
        let bytes = format == .jpeg ? plain : try Drawing.photograph(80, 60).file(format)
        return try darkroom.examine(ExifTool.writing(arguments, into: bytes, ending: format.ending)).words
    }

    @Test(
        "IIM says caption, creators, credit, copyright and instructions, in UTF-8 and in Latin-1",
        arguments: ["UTF8", ""])
    func iim(_ characterSet: String) throws {
        let words = try words([
            "-IPTC:CodedCharacterSet=\(characterSet)", "-IPTC:Caption-Abstract=Café à Žižkov — “déjà vu”",
            "-IPTC:By-line=René Müller", "-IPTC:By-line=Ana Peña", "-IPTC:Credit=REUTERS",
            "-IPTC:CopyrightNotice=© 2014 Reuters", "-IPTC:SpecialInstructions=NO SALES",
        ])
        #expect(
            words
                == PictureWords(
                    caption: "Café à Žižkov — “déjà vu”", creator: "René Müller, Ana Peña", credit: "REUTERS",
                    copyright: "© 2014 Reuters", instructions: "NO SALES"))
    }

    @Test("What Latin-1 has no letters for is read where it is said to be UTF-8")
    func cyrillic() throws {
        let words = try words(["-IPTC:CodedCharacterSet=UTF8", "-IPTC:Caption-Abstract=Київ, 東京"])
        #expect(words.caption == "Київ, 東京")
    }

    @Test(
        "XMP says the same and alternative text; of several languages, the one that is for all",
        arguments: [PictureFormat.jpeg, .png, .webP])
    func xmp(_ format: PictureFormat) throws {
        let words = try words(
            [
                "-XMP-dc:Description-de=Auf Deutsch", "-XMP-dc:Description=For all", "-XMP-dc:Creator=A One",
                "-XMP-dc:Creator=B Two", "-XMP-photoshop:Credit=AFP", "-XMP-dc:Rights=© AFP <all> & more",
                "-XMP-iptcCore:AltTextAccessibility=A man on a bridge", "-XMP-photoshop:Instructions=Embargo",
            ], format: format)
        #expect(
            words
                == PictureWords(
                    caption: "For all", creator: "A One, B Two", credit: "AFP", copyright: "© AFP <all> & more",
                    alternative: "A man on a bridge", instructions: "Embargo"))
    }

    @Test("XMP comes before IIM, and that before Exif; what is empty says nothing")
    func order() throws {
        let words = try words([
            "-XMP-dc:Description=From XMP", "-XMP-photoshop:Credit=  ", "-IPTC:Caption-Abstract=From IIM",
            "-IPTC:Credit=IIM", "-IPTC:By-line=IIM's", "-Artist=Exif's", "-Copyright=Exif's own",
            "-ImageDescription=From Exif",
        ])
        #expect(words == PictureWords(caption: "From XMP", creator: "IIM's", credit: "IIM", copyright: "Exif's own"))
    }

    @Test("Exif is the last resort, but what the camera wrote by itself is no caption", arguments: ["II", "MM"])
    func exif(_ order: String) throws {
        let arguments = ["-ExifByteOrder=\(order)", "-Artist=Jö", "-Copyright=(c) Jö", "-Model=X"]
        #expect(
            try words(arguments + ["-ImageDescription=A street"])
                == PictureWords(caption: "A street", creator: "Jö", copyright: "(c) Jö"))
        #expect(try words(arguments + ["-ImageDescription=SONY DSC"]).caption == nil)
        #expect(try words(["-Artist=Al"]).creator == "Al")
    }

    @Test("A text is one line without what cannot be printed")
    func lines() throws {
        #expect(
            try words(["-IPTC:Caption-Abstract=  One\r\ntwo\n\n  three\u{7}\u{0B}four "]).caption
                == "One two three four")
        #expect("\u{0}\u{1} \n".asLine() == nil)
        #expect(String(repeating: "a", count: 20_000).asLine()?.count == 10_000)
    }

    @Test("XMP may say a thing in an attribute")
    func attributes() {
        let packet = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF \
            xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="" \
            xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:Credit="Getty &amp; Co"/><r:Description r:about="" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights>Plain</dc:rights><dc:creator><r:Seq><r:li>\
            Ann</r:li></r:Seq></dc:creator></r:Description></r:RDF></x:xmpmeta><?xpacket end="w"?>
            """
        #expect(XMP.words(Array(packet.utf8)) == PictureWords(creator: "Ann", credit: "Getty & Co", copyright: "Plain"))
        // One that breaks off says what it said before.
        let cut = packet.prefix(packet.count - 60)
        #expect(XMP.words(Array(cut.utf8)).credit == "Getty & Co")
    }

    @Test("XMP with a document type, and so with entities, says nothing")
    func entities() {
        let doctype = """
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
            """
        func packet(_ start: String, _ credit: String) -> [UInt8] {
            let text = """
                \(start)<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description \
                xmlns:p="http://ns.adobe.com/photoshop/1.0/"><p:Credit>\(credit)</p:Credit></r:Description></r:RDF>
                """
            return Array(text.utf8)
        }
        #expect(XMP.words(packet("", "AP")).credit == "AP")
        #expect(XMP.words(packet(doctype, "AP")).isEmpty)
        #expect(XMP.words(packet(doctype, "&c;")).isEmpty)
    }

    @Test("Lengths of IIM may be long, and may lie")
    func lengths() {
        func resources(_ datasets: [UInt8]) -> [UInt8] {
            let length = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: datasets.count >> $0) }
            return Array("Photoshop 3.0\0".utf8) + Array("8BIM".utf8) + [4, 0, 3, 65, 66, 67, 0, 0, 0, 1, 9, 0]
                + Array("8BIM".utf8) + [4, 4, 0, 0] + length + datasets
        }
        let credit: [UInt8] = [0x1C, 2, 110, 0, 2, 65, 80]
        #expect(IIM.words(resources(credit)).credit == "AP")
        #expect(IIM.words(credit).credit == "AP")
        #expect(
            IIM.words(resources([0x1C, 2, 120, 0x80, 4, 0, 0, 0, 3] + Array("Yes".utf8) + credit)).caption == "Yes")
        for lie: [UInt8] in [
            [0xFF, 0xFF], [0x80, 0], [0x80, 4, 0xFF, 0xFF, 0xFF, 0xFF], [0x80, 5, 0, 0, 0, 0, 1], [0x7F, 0xFF],
        ] {
            let words = IIM.words(resources(credit + [0x1C, 2, 120] + lie + [65, 66, 67]))
            #expect(words.credit == "AP")
            #expect(words.caption == nil)
        }
        // A letter that did not fit into the field is cut in its middle.
        let cut = [0x1C, 1, 90, 0, 3, 0x1B, 0x25, 0x47, 0x1C, 2, 80, 0, 4] + Array("Mü".utf8) + [0xC3]
        #expect(IIM.words(cut).creator == "Mü")
    }

    @Test("What is broken on purpose is read to some end")
    func fuzz() throws {
        let exif = Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x3B, 1, 2, 0, 9, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]
        let seeds: [[UInt8]] = [
            exif + Array("Somebody\0".utf8), PictureWords(creator: "A", credit: "B", copyright: "C").packet,
            Array("Photoshop 3.0\08BIM".utf8) + [4, 4, 0, 0, 0, 0, 0, 14] + [0x1C, 2, 120, 0, 2, 65, 80]
                + [0x1C, 2, 110, 0, 2, 65, 80],
        ]
        #expect(Exif.words(seeds[0]).creator == "Somebody")
        #expect(XMP.words(seeds[1]) == PictureWords(creator: "A", credit: "B", copyright: "C"))
        #expect(IIM.words(seeds[2]) == PictureWords(caption: "AP", credit: "AP"))
        var random = Seeded(7)
        for round in 0..<3000 {
            var bytes = seeds[round % 3]
            for _ in 0...Int.random(in: 0...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            if round % 2 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            let words = PictureWords(xmp: bytes, iim: bytes, exif: bytes)
            #expect((words.creator ?? "").utf8.count < 200)
        }
    }

    @Test(
        "Creator, credit and copyright are in every rendition, and nothing else is",
        arguments: PictureFormat.allCases.filter(\.isForBrowsers))
    func renditions(_ format: PictureFormat) throws {
        let original = try ExifTool.writing(
            [
                "-GPSLatitude=50.45", "-GPSLongitude=30.52", "-GPSLatitudeRef=N", "-Make=Canon", "-Model=EOS",
                "-SerialNumber=0123456", "-Exif:LensModel=L", "-Comment=secret", "-XMP-exif:GPSLatitude=50.45",
                "-XMP-dc:Creator=Ann <Ünal>", "-XMP-photoshop:Credit=Reuters & AP", "-XMP-dc:Rights=© 2014",
                "-XMP-dc:Description=Somewhere", "-IPTC:City=Kyiv", "-IPTC:By-line=Ann",
                "-IFD1:ThumbnailImage<=\(try thumbnail())", "-XMP-xmp:CreateDate=2014:07:21 10:00:00",
            ], into: plain)
        let facts = try darkroom.examine(original)
        #expect(facts.hasMetadata)
        #expect(try ExifTool.tags(of: original, ending: "jpg")["GPS:GPSLatitude"] != nil)

        let made = try darkroom.make(format, width: 40, of: original, keeping: facts.words)
        var tags = try ExifTool.tags(of: made, ending: format.ending)
        #expect(tags["XMP-dc:Creator"] == "Ann <Ünal>")
        #expect(tags["XMP-photoshop:Credit"] == "Reuters & AP")
        #expect(tags["XMP-dc:Rights"] == "© 2014")
        for name in ["XMP-dc:Creator", "XMP-photoshop:Credit", "XMP-dc:Rights"] { tags[name] = nil }
        // Of the picture itself, and of the file that it was read from.
        let allowed = [
            "ExifTool:", "System:", "File:", "JFIF:", "PNG:", "PNG-pHYs:", "GIF:", "RIFF:", "QuickTime:", "Meta:",
            "Composite:",
        ]
        // libheif writes an Exif block of its own making beside XMP, which says how large the picture is.
        let byEncoder =
            ["ImageSize", "Megapixels"]
            + (format == .avif
                ? [
                    "Orientation", "XResolution", "YResolution", "ResolutionUnit", "YCbCrPositioning", "ExifVersion",
                    "ComponentsConfiguration", "FlashpixVersion", "ColorSpace", "ExifImageWidth", "ExifImageHeight",
                ] : [])
        for (tag, value) in tags {
            let name = tag.split(separator: ":").last.map(String.init) ?? ""
            #expect(allowed.contains { tag.hasPrefix($0) } || byEncoder.contains(name), "\(tag) is \(value)")
            for secret in ["GPS", "Serial", "Comment", "Thumbnail", "Create", "City", "XMPToolkit", "Lens", "Make"] {
                #expect(!name.contains(secret), "\(tag) is \(value)")
            }
        }
        #expect(try darkroom.examine(made).words.credit == (format == .gif ? nil : "Reuters & AP"))

        let bare = try darkroom.make(format, width: 40, of: original)
        #expect(try !darkroom.examine(bare).hasMetadata)
        #expect(
            try ExifTool.tags(of: bare, ending: format.ending).keys.filter { $0.hasPrefix("XMP") || $0.contains("IFD") }
                == [])
    }

    private func thumbnail() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "stet-thumbnail-\(UUID().uuidString).jpg")
            .path
        try Data(Drawing.photograph(16, 12).file(.jpeg)).write(to: URL(filePath: path))
        return path
    }

    @Test("Names of any length find room in a JPEG")
    func longWords() throws {
        let long = String(repeating: "&", count: 100_000)
        let made = try darkroom.make(
            .jpeg, width: 40, of: plain, keeping: PictureWords(creator: long, credit: long, copyright: long))
        #expect(try darkroom.examine(made).words.credit?.count == 2000)
    }
}
