/// Shows how a line `name: value` or `- value` is written with its value in quotes; says it in general where the line
/// is not of that form.
func quotedHint(_ line: ArraySlice<UInt8>) -> String {
    guard let value = valueRange(of: line), value.count <= 72 else { return "Put the value in quotes." }
    let before = String(decoding: line[..<value.lowerBound].drop(while: \.isBlank), as: UTF8.self)
    return "Put the value in quotes: `\(before)\(quoted(line[value]))`."
}

/// Where the value of a line lies, less the blanks around it; nil if there is no name or no value.
private func valueRange(of line: ArraySlice<UInt8>) -> Range<Int>? {
    let colon = line.indices.dropLast().first { line[$0] == UInt8(ascii: ":") && line[$0 + 1].isBlank }
    let dash = line.firstIndex { !$0.isBlank }.flatMap { line[$0] == UInt8(ascii: "-") ? $0 : nil }
    guard let marker = colon ?? dash,
        let start = line[(marker + 1)...].firstIndex(where: { !$0.isBlank }),
        let last = line.lastIndex(where: { !$0.isBlank })
    else { return nil }
    return start..<(last + 1)
}

/// The value in the quotation marks that need the fewest escapes.
private func quoted(_ value: ArraySlice<UInt8>) -> String {
    let text = String(decoding: withoutOuterQuotes(value), as: UTF8.self)
    if !text.contains("\"") && !text.contains("\\") { return "\"\(text)\"" }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}

/// `'it's'` is meant to be `it's`.
private func withoutOuterQuotes(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.count >= 2, let mark = value.first, mark == value.last,
        mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    else { return value }
    return value.dropFirst().dropLast()
}
