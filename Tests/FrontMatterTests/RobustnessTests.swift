import FrontMatter
import Testing

/// No input traps, and what comes out always fits the file.
@Suite struct RobustnessTests {
    @Test func randomAndMutatedFiles() {
        var random = Generator(state: 20140721)
        for _ in 0..<20_000 {
            let file = Self.file(from: &random)
            let document = Document(parsing: file)
            let lines = file.count { $0 == 0x0A || $0 == 0x0D } + 2
            let isSound =
                document.bodyOffset <= file.count && document.bodyLine <= lines
                && document.diagnostics.allSatisfy { $0.line <= lines }
            if !isSound { Issue.record("\(file)") }
        }
    }

    private static let seeds = [
        "\u{FEFF}\r\n---\r\ntitle: \"Café: the sequel\"\r\ntopics: [a, &x b, *x]\r\nimage:\r\n  <<: {alt: x}\r\n---\r\nBody",
        "---\n- |\n  a\n-\tb\n\t\n? [c]\n: {d: 'e'}\nf: >-\n  g\n...\n",
        "+++\ntitle = \"Café\"\na.b = { c = [1, 2.5] }\n[[d]]\ne = 2014-07-21T09:00:00Z\nf = '''g'''\n+++\nBody",
        "{\"title\": \"Caf\\u00e9 \\ud83d\\ude00\", \"a\": [1, -2.5e3, {\"b\": null}]}\nBody",
    ].map { Array($0.utf8) }

    private static let alphabet =
        Array("---\n+++\r\n\t {}[]\"':,&*!|>%@`#?.=\\u0é\u{FEFF}ab1<~".utf8) + [0x00, 0x92, 0xFF]

    private static func file(from random: inout Generator) -> [UInt8] {
        var file = seeds[Int.random(in: 0..<seeds.count, using: &random)]
        if Int.random(in: 0..<4, using: &random) == 0 {
            let delimiter = ["---\n", "+++\n", "{\"", ""].randomElement(using: &random) ?? ""
            file = Array(delimiter.utf8) + (0..<40).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            file += Array("\n\(delimiter)".utf8)
        }
        for _ in 0..<Int.random(in: 1...6, using: &random) where !file.isEmpty {
            let index = Int.random(in: 0..<file.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: file.remove(at: index)
            case 1: file.insert(alphabet.randomElement(using: &random) ?? 0, at: index)
            case 2: file[index] = UInt8.random(in: .min ... .max, using: &random)
            default: file.removeSubrange(index..<min(file.count, index + 12))
            }
        }
        return file
    }

    /// The same numbers at every run (SplitMix64), so that a failure can be seen again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
