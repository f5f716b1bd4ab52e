import Diagnostics

/// Where the names and values of a TOML text stand, which TOMLKit does not tell.
///
/// It reads no values: it goes past them to the next name. A text that is not TOML gives a wrong outline, which nobody
/// uses, since the parser refuses that text.
struct TOMLOutline {
    struct Entry {
        var name: Place
        var value: Place
    }

    /// By path: names, and `item(…)` for the tables of an array.
    private(set) var entries: [[String]: Entry] = [:]
    /// What the parser would not report but die of: names of so many parts that it runs out of stack, and mistakes that
    /// toml++ asserts to be impossible: `[=`, `[}`, `2014-07-21T:`, `2014-07-21 1` and Unicode's line separators.
    private(set) var problem: Diagnostic?

    private let text: ArraySlice<UInt8>
    private var index: Int
    private var places: Places
    private var table: [String] = []
    private var itemCounts: [[String]: Int] = [:]

    static func item(_ number: Int) -> String { "[\(number)]" }

    init(of text: ArraySlice<UInt8>, firstLine: Int) {
        self.text = text
        index = text.startIndex
        places = Places(of: text, firstLine: firstLine)
        while index < text.endIndex && problem == nil { readLine() }
    }

    private mutating func readLine() {
        skipBlanks()
        switch peek() {
        case UInt8(ascii: "["): readHeader()
        case UInt8(ascii: "#"), newline, carriageReturn, nil: break
        default: readField()
        }
        skipLine()
    }

    /// Reads `[table]` or `[[array of tables]]`.
    private mutating func readHeader() {
        let start = places[index]
        index += 1
        let isArray = peek() == UInt8(ascii: "[")
        if isArray { index += 1 }
        skipBlanks()
        guard let first = peek(), Self.canBeginName(first) else {
            problem = .error("the name of a table is expected here", at: places[index], hint: "Write `[name]`.")
            return
        }
        var path: [String] = []
        for name in readName() {
            path.append(name.text)
            note(path, name: name.place, value: start)
            if let count = itemCounts[path], !(isArray && name.isLast) { path.append(Self.item(count - 1)) }
        }
        if isArray {
            let count = itemCounts[path, default: 0]
            itemCounts[path] = count + 1
            path.append(Self.item(count))
            note(path, name: start, value: start)
        }
        table = path
    }

    /// Reads `name = ` or `name.of.many.parts = `, and leaves the value.
    private mutating func readField() {
        guard let first = peek(), Self.canBeginName(first) else {
            problem = .error(
                "the name of a field is expected here", at: places[index],
                hint: "Names with other characters than a to z, 0 to 9, - and _ are written in quotes.")
            return
        }
        let names = readName()
        skipBlanks()
        guard peek() == UInt8(ascii: "=") else { return }
        index += 1
        skipBlanks()
        let value = places[index]
        var path = table
        for name in names {
            path.append(name.text)
            note(path, name: name.place, value: name.isLast ? value : name.place)
        }
    }

    private mutating func note(_ path: [String], name: Place, value: Place) {
        if entries[path] == nil { entries[path] = Entry(name: name, value: value) }
    }

    private struct Name {
        var text: String
        var place: Place
        var isLast: Bool
    }

    /// Reads the parts of a name, which points separate.
    private mutating func readName() -> [Name] {
        var names: [Name] = []
        repeat {
            skipBlanks()
            let start = index
            let place = places[start]
            if names.count == maximumNesting {
                problem = .nestedTooDeeply(at: place)
                return []
            }
            let isQuoted = peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'")
            if isQuoted { skipString() } else { skipBareName() }
            let bytes = text[start..<index].dropFirst(isQuoted ? 1 : 0).dropLast(isQuoted ? 1 : 0)
            names.append(Name(text: String(decoding: bytes, as: UTF8.self), place: place, isLast: false))
            skipBlanks()
        } while skip(UInt8(ascii: "."))
        names[names.count - 1].isLast = true
        return names
    }

    /// Goes past the rest of a value, which may be of many lines, and its line break.
    private mutating func skipLine() {
        var brackets: [UInt8] = []
        var points = 0
        while problem == nil, let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
            case UInt8(ascii: "#"): skipComment()
            default:
                index += 1
                if byte == newline && brackets.isEmpty { return }
                points = byte == UInt8(ascii: ".") ? points + 1 : Self.marks.contains(byte) ? 0 : points
                if points > maximumNesting { problem = .nestedTooDeeply(at: places[index - 1]) }
                balance(&brackets, with: byte)
                if isBrokenTime(at: index - 1) {
                    problem = .error("a time is expected after the date", at: places[index], hint: "Write `09:00:00`.")
                }
                if byte >= 0x80 {
                    problem = .error(
                        "this is no value of TOML", at: places[index - 1],
                        hint: "Text is written in quotes: `name = \"value\"`.")
                }
            }
        }
    }

    /// Keeps account of the brackets that are open.
    private mutating func balance(_ brackets: inout [UInt8], with byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(byte)
        case UInt8(ascii: "]"): _ = brackets.popLast()
        case UInt8(ascii: "}"):
            if brackets.popLast() == UInt8(ascii: "[") {
                problem = .error("`]` is expected here", at: places[index - 1], hint: "Close the list with `]`.")
            }
        default: break
        }
    }

    /// Whether at `middle`, between a date and its time, a `T` or a space stands that no hour of two digits follows.
    private func isBrokenTime(at middle: Int) -> Bool {
        func isDigit(_ index: Int) -> Bool {
            text.indices.contains(index) && UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[index]
        }
        switch text[middle] {
        case UInt8(ascii: "T"), UInt8(ascii: "t"): return isDigit(middle - 1) && !isDigit(middle + 1)
        case space where middle > text.startIndex:
            return Self.canBeginName(text[middle - 1]) && isDigit(middle + 1) && !isDigit(middle + 2)
        default: return false
        }
    }

    private mutating func skipComment() {
        while let byte = peek(), byte != newline { index += 1 }
    }

    /// What ends a name in a value.
    private static let marks = [UInt8]("=,[]{}\n".utf8)

    /// Goes past a string of any of the four kinds.
    private mutating func skipString() {
        guard let mark = peek() else { return }
        let isLong = text[index...].starts(with: [mark, mark, mark])
        let end = isLong ? [mark, mark, mark] : [mark]
        index += end.count
        while let byte = peek() {
            if byte == UInt8(ascii: "\\") && mark == UInt8(ascii: "\"") {
                index = min(index + 2, text.endIndex)
            } else if text[index...].starts(with: end) {
                index += end.count
                // A long string may end with quotation marks of its own.
                while isLong, peek() == mark { index += 1 }
                return
            } else if byte == newline && !isLong {
                return
            } else {
                index += 1
            }
        }
    }

    private mutating func skipBareName() {
        while let byte = peek(), !byte.isBlank, !Self.endsOfBareName.contains(byte) { index += 1 }
    }

    private static let endsOfBareName = [UInt8](".=[]{}\"'#,\r\n".utf8)

    private static func canBeginName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private func peek() -> UInt8? { index < text.endIndex ? text[index] : nil }

    private mutating func skipBlanks() {
        while let byte = peek(), byte.isBlank { index += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        index += 1
        return true
    }
}
