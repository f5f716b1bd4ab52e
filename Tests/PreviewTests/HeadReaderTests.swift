import Testing

@testable import Preview

@Suite struct HeadReaderTests {
    private func heads(_ text: String, piece: Int) throws -> [String] {
        var reader = HeadReader(Limits(line: 20, head: 40))
        var heads: [String] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            reader.add(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            while let head = try reader.next() { heads.append(String(decoding: head, as: UTF8.self)) }
        }
        return heads
    }

    @Test("A head is the same in whatever pieces it comes", arguments: [1, 2, 3, 7, 100])
    func pieces(size: Int) throws {
        #expect(try heads("GET /\r\nA: b\r\n\r\nGET /x\n\nGET", piece: size) == ["GET /\r\nA: b\r", "GET /x"])
        #expect(try heads("\r\n\r\n\n\nx", piece: size) == ["\r", ""])
    }

    @Test("What is too long is so in whatever pieces it comes", arguments: [1, 2, 3, 7, 100])
    func limits(size: Int) throws {
        let line = String(repeating: "x", count: 20)
        #expect(try heads("\(line)\n\n", piece: size) == [line])
        #expect(throws: RequestError.lineTooLong) { try heads("\(line)x\n\n", piece: size) }
        #expect(throws: RequestError.lineTooLong) { try heads("\(line)x", piece: size) }
        #expect(try heads("GET\n\(line)\(line.prefix(14))\n\n", piece: size).count == 1)
        #expect(throws: RequestError.headersTooLarge) { try heads("GET\n\(line)\(line.prefix(15))\n\n", piece: size) }
        #expect(throws: RequestError.headersTooLarge) { try heads("GET\n\(line)\(line)", piece: size) }
    }
}
