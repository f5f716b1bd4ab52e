/// What part of a file a request asks for (RFC 9110, 14): one range of bytes. Whoever asks for several gets all of it.
enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    /// It begins behind the file's end.
    case unsatisfiable

    init(_ header: String?, size: Int) {
        self = header.flatMap { ByteRange.parsed($0, size: size) } ?? .whole
    }

    /// Nil for what is no range, which is as if nothing had been asked.
    private static func parsed(_ header: String, size: Int) -> ByteRange? {
        guard header.lowercased().hasPrefix("bytes=") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        switch (number(ends[0]), number(ends[1])) {
        case (let first?, nil) where ends[1].isEmpty:
            return first < size ? .part(first..<size) : .unsatisfiable
        case (nil, let count?) where ends[0].isEmpty:
            return count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        case (let first?, let last?) where first <= last:
            return first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        default: return nil
        }
    }

    /// Digits alone; one that is too large for any file is as large as any.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(text) ?? .max
    }
}
