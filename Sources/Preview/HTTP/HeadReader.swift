/// Takes the heads of requests out of what a client sends, in whatever pieces that comes.
struct HeadReader {
    private let limits: Limits
    /// What has come and belongs to no head yet.
    private var bytes: [UInt8] = []

    init(_ limits: Limits) {
        self.limits = limits
    }

    mutating func add(_ piece: some Sequence<UInt8>) {
        bytes += piece
    }

    /// The next head, up to the empty line that ends it; nil if that has not come yet.
    mutating func next() throws(RequestError) -> [UInt8]? {
        guard (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) <= limits.line else { throw .lineTooLong }
        let end = headEnd(in: bytes)
        guard end?.upperBound ?? bytes.count <= limits.head else { throw .headersTooLarge }
        guard let end else { return nil }
        defer { bytes.removeFirst(end.upperBound) }
        return Array(bytes[..<end.lowerBound])
    }
}

/// Where the empty line is that ends a head.
private func headEnd(in bytes: [UInt8]) -> Range<Int>? {
    var start = 0
    while let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        let next = bytes[(newline + 1)...]
        if next.first == UInt8(ascii: "\n") { return newline..<newline + 2 }
        if next.starts(with: "\r\n".utf8) { return newline..<newline + 3 }
        start = newline + 1
    }
    return nil
}
