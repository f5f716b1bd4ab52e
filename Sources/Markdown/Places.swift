import Diagnostics

/// Finds lines and columns in a text. Counts its lines only when it is first asked.
final class Places {
    private let text: ArraySlice<UInt8>
    private let firstLine: Int
    private var starts: [Int] = []
    /// Where the last search ended: what is looked for next stands behind it, if it stands in the same lines.
    private var cursor = 0
    /// How many bytes may still be searched. Without a bound, many searches in one long line would take a time that
    /// grows with the square of its length.
    private var budget: Int

    init(_ text: ArraySlice<UInt8>, firstLine: Int) {
        self.text = text
        self.firstLine = firstLine
        budget = text.count * 8 + 100_000
    }

    func place(of offset: Int) -> Place {
        countLines()
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        // A column is counted from the start of its line, once for each report: bounded like a search.
        let length = offset - starts[low]
        guard length <= budget else { return Place(line: low + firstLine) }
        budget -= length
        let column = text[starts[low]..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return Place(line: low + firstLine, column: column)
    }

    /// The first place of `needle` in `lines` (counted from 1) that was not found before.
    func place(of needle: [UInt8], in lines: Lines) -> Place {
        countLines()
        let first = min(max(lines.first - 1, 0), starts.count - 1)
        let start = max(starts[first], cursor)
        let end = lines.last < starts.count ? starts[max(lines.last, 0)] : text.endIndex
        if let offset = search(needle, start, end) ?? search(needle, starts[first], min(start, end)) {
            cursor = offset + needle.count
            return place(of: offset)
        }
        return Place(line: first + firstLine)
    }

    private func search(_ needle: [UInt8], _ start: Int, _ end: Int) -> Int? {
        guard let head = needle.first, start < end, end - start >= needle.count, end - start <= budget else {
            return nil
        }
        for offset in start...(end - needle.count) where text[offset] == head {
            if text[offset..<(offset + needle.count)].elementsEqual(needle) {
                budget -= offset - start
                return offset
            }
        }
        budget -= end - start
        return nil
    }

    private func countLines() {
        guard starts.isEmpty else { return }
        starts = [text.startIndex]
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "\n"): starts.append(index + 1)
            case UInt8(ascii: "\r") where index + 1 == text.endIndex || text[index + 1] != UInt8(ascii: "\n"):
                starts.append(index + 1)
            default: break
            }
        }
    }
}

/// Which line of the original a line of the prepared text is, where several were drawn together to one.
struct LineMap {
    /// The lines after which others were left out, and how many up to there, in order.
    private var steps: [(line: Int, omitted: Int)] = []

    /// Says that `count` more lines were left out after `line` of the prepared text.
    mutating func omit(_ count: Int, after line: Int) {
        steps.append((line, (steps.last?.omitted ?? 0) + count))
    }

    func original(_ line: Int) -> Int {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? line : line + steps[low - 1].omitted
    }
}
