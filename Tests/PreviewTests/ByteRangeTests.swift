import Testing

@testable import Preview

@Suite struct ByteRangeTests {
    @Test(
        "One range of a file of ten bytes",
        arguments: [
            ("bytes=0-3", 0..<4), ("bytes=4-", 4..<10), ("bytes=-3", 7..<10), ("bytes=9-9", 9..<10),
            ("bytes=5-99", 5..<10), ("bytes=-99", 0..<10), ("bytes=0-99999999999999999999", 0..<10),
        ])
    func parts(header: String, range: Range<Int>) {
        #expect(ByteRange(header, size: 10) == .part(range))
    }

    @Test(arguments: ["bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999-"])
    func unsatisfiable(header: String) {
        #expect(ByteRange(header, size: 10) == .unsatisfiable)
    }

    @Test(
        "What is no single range is as if nothing had been asked",
        arguments: [
            nil, "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=3-1", "bytes=0-1,3-4", "lines=0-1", "bytes=--1",
            "bytes=+1-2",
        ])
    func whole(header: String?) {
        #expect(ByteRange(header, size: 10) == .whole)
    }

    @Test("Of an empty file there is no part")
    func empty() {
        #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
    }
}
