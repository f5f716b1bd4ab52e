import Testing

@testable import Press

@Suite struct PathTableTests {
    @Test("It finds what was put into it, and the first stays")
    func sameAsADictionary() {
        var random = Seeded(1)
        var table = PathTable(capacity: 3)
        var expected: [UInt64: Int] = [:]
        for number in 0..<2000 {
            // Few low bits, so that many want the same place; and zero, which is a key like all others.
            let path = UInt64.random(in: 0..<3000, using: &random) << 20
            let known = table.insert(number, at: path)
            #expect(known == expected[path])
            if expected[path] == nil { expected[path] = number }
        }
        for path in (0..<3000).map({ UInt64($0) << 20 }) { #expect(table[path] == expected[path]) }
    }
}
