import Markup
import Testing

struct EscapingTests {
    /// Bytes are looked at eight at a time: what must be escaped is found in each place of each length.
    @Test(arguments: ["&", "<", ">", "\"", "'"])
    func isFoundWhereverItStands(sign: Character) {
        let references: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
        for length in 1...40 {
            for places in [[0], [length - 1], [length / 2], [0, length - 1], [length / 3, length / 2]] {
                var text = [Character](repeating: "a", count: length)
                for place in places { text[place] = sign }
                let expected = text.map { references[$0] ?? String($0) }.joined()
                #expect(HTML(text: String(text)).description == expected)
            }
        }
    }

    @Test func everyOtherByteStands() {
        let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init)))
        let expected = text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: String(scalar)
            }
        }.joined()
        #expect(HTML(text: text).description == expected)
    }

    @Test(arguments: [0, 9, 10, 99, 100, 999, 1000, 2026, 9999, 10_000, -1, -2026, .max, .min])
    func numbersAreDecimal(number: Int) {
        let page: HTML = "<b>\(number)</b>"
        #expect(page.description == "<b>\(number)</b>")
    }
}
