/// One line of a text.
struct Line {
    var start: Int
    /// Where its line break stands.
    var end: Int
    /// Where the next line begins.
    var next: Int

    init(of text: ArraySlice<UInt8>, at start: Int) {
        self.start = start
        end = start
        while end < text.endIndex, text[end] != newline, text[end] != carriageReturn { end += 1 }
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
