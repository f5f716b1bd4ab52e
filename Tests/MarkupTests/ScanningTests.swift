import Testing

@testable import Markup

/// Many bytes are looked at in one step; what is found is what looking at each would find.
struct ScanningTests {
    @Test func inHTML() {
        expectSameAsOneByOne({ "&<>\"'".utf8.contains($0) }, { $0.firstToEscape(from: $1) })
    }

    @Test func inJSON() {
        expectSameAsOneByOne(
            { $0 < 0x20 || $0 == 0xE2 || "\"\\&<>".utf8.contains($0) }, { $0.firstSpecialInJSON(from: $1) })
    }

    @Test func inXML() {
        expectSameAsOneByOne({ $0 < 0x20 || $0 == 0xEF }, { text, start in start == 0 ? text.firstOddInXML : nil }, 0)
    }

    /// Each byte at each place of texts about as long as one step or several, looked for from some places on.
    private func expectSameAsOneByOne(
        _ isLookedFor: (UInt8) -> Bool, _ find: (UnsafeBufferPointer<UInt8>, Int) -> Int?, _ lastStart: Int = 50
    ) {
        var mistakes: [String] = []
        for byte in UInt8.min...UInt8.max {
            for count in [0, 1, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 50] {
                for place in 0..<max(count, 1) {
                    var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                    if place < count { text[place] = byte }
                    let found = place < count && isLookedFor(byte) ? place : nil
                    for start in Set([0, place / 2, place, place + 1, count]) where start <= min(lastStart, count) {
                        let expected = found.flatMap { $0 >= start ? $0 : nil }
                        if text.withUnsafeBufferPointer({ find($0, start) }) != expected {
                            mistakes.append("\(byte) at \(place) of \(count), from \(start)")
                        }
                    }
                }
            }
        }
        #expect(mistakes.isEmpty)
    }
}
