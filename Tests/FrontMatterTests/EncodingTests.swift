import FrontMatter
import Testing

/// Text that is not UTF-8 is an error with a place, wherever in the file it stands.
@Suite struct EncodingTests {
    private let advice = "\n    Convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`."

    @Test func inTheBodyTheFieldsAreReadAllTheSame() {
        let document = Document(parsing: Array("---\ntitle: Foo\n---\nCafé ".utf8) + [0xE9, 0x74] + Array("é".utf8))
        #expect(document.problems == [":4:6: error: text is not UTF-8" + advice])
        #expect(document.values == "title = Foo")
    }

    @Test func inTheFrontMatterNothingIsRead() {
        let document = Document(parsing: Array("\u{FEFF}---\r\ntitle: Café".utf8) + [0x92] + Array("s\r\n---\r\n".utf8))
        #expect(document.problems == [":2:12: error: text is not UTF-8" + advice])
        #expect(document.fields.all.isEmpty)
    }

    @Test func inASettingsFile() {
        let document = Document(parsingYAML: Array("title: A\nurl: ".utf8) + [0xFF])
        #expect(document.problems == [":2:6: error: text is not UTF-8" + advice])
    }

    @Test func aFileInUTF16() {
        #expect(
            Document(parsing: [0xFF, 0xFE, 0x23, 0x00]).problems == [
                """
                :1:1: error: text is not UTF-8
                    Convert the file, for example with `iconv -f UTF-16 -t UTF-8`.
                """
            ])
    }

    /// As the standard library sees it: every sequence of one to three bytes from those at which the rules change,
    /// behind texts of different lengths.
    @Test func whatIsValidIsWhatTheStandardLibrarySaysIsValid() {
        let edges: [UInt8] = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
            0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        var differences: [[UInt8]] = []
        for first in edges {
            for second in edges {
                for third in edges {
                    for tail in [[], [0x80], [0xBF, 0x20, 0x20, 0x20, 0x20]] as [[UInt8]] {
                        let bytes = [0x61, 0x61, 0x61, first, second, third] + tail
                        let isValid = String(validating: bytes, as: UTF8.self) != nil
                        if Document(parsing: bytes).diagnostics.isEmpty != isValid { differences.append(bytes) }
                    }
                }
            }
        }
        #expect(differences == [])
    }
}
