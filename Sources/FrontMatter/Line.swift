import CYAML

/// One line of a text.
struct Line {
    var start: Int
    /// Where its line break stands.
    var end: Int
    /// Where the next line begins.
    var next: Int

    init(of text: ArraySlice<UInt8>, at start: Int) {
        self.start = start
        let feed = text.firstIndex(of: newline, from: start, upTo: text.endIndex)
        end = text.firstIndex(of: carriageReturn, from: start, upTo: feed)
        next = end
        if next < text.endIndex, text[next] == carriageReturn { next += 1 }
        if next < text.endIndex, text[next] == newline { next += 1 }
    }

    func isBlank(in text: ArraySlice<UInt8>) -> Bool {
        text[start..<end].allSatisfy(\.isBlank)
    }

    /// Whether the line is three of `mark`, with nothing after them but blanks.
    func holds(_ mark: UInt8, in text: ArraySlice<UInt8>) -> Bool {
        guard end - start >= 3, text[start] == mark, text[start + 1] == mark, text[start + 2] == mark else {
            return false
        }
        return text[(start + 3)..<end].allSatisfy(\.isBlank)
    }
}

extension ArraySlice<UInt8> {
    /// The index of the first such byte in a part of the text, or the part's end: by C's search, which looks at many
    /// bytes in one step.
    fileprivate func firstIndex(of byte: UInt8, from start: Int, upTo end: Int) -> Int {
        self[start..<end].withUnsafeBytes { part in
            guard let base = part.baseAddress, let found = memchr(base, Int32(byte), part.count) else { return end }
            return start + base.distance(to: UnsafeRawPointer(found))
        }
    }
}
