import Diagnostics

/// Says in a sentence what libyaml could not read, and what to do about it.
func explain(_ failure: YAMLFailure, in text: ArraySlice<UInt8>, firstLine: Int) -> Diagnostic {
    if let offset = failure.offset { return explainCharacter(at: offset, in: text, firstLine: firstLine) }

    let line = text[lineRange(of: failure.place, in: text, firstLine: firstLine)]
    let contextLine = text[lineRange(of: failure.contextPlace, in: text, firstLine: firstLine)]
    let quotes = quotedHint(line)
    let character = offset(of: failure.place, in: line).flatMap { scalar(at: $0, in: line) }
    let isAtLineStart = offset(of: failure.place, in: line).map { line[..<$0].allSatisfy(\.isBlank) } ?? true

    switch failure.problem {
    case "mapping values are not allowed in this context":
        let before = offset(of: failure.place, in: line).map { line[..<$0] } ?? line
        if hasColon(before) {
            return .error("a colon and a space stand inside a value", at: failure.place, hint: quotes)
        }
        return .error(
            "a field cannot begin here", at: failure.place,
            hint: "Indent it like the fields around it, and write the line above as `name: value`.")

    case "found character that cannot start any token" where character == "\t",
        "found a tab character that violates indentation",
        "found a tab character where an indentation space is expected":
        return .error("the line is indented with a tab", at: failure.place, hint: "Indent with spaces.")

    case "found character that cannot start any token":
        let name = character.map { "`\($0)`" } ?? "this character"
        return .error("a value cannot begin with \(name)", at: failure.place, hint: quotes)

    case "did not find expected key" where isAtLineStart,
        "did not find expected '-' indicator" where isAtLineStart,
        "did not find expected <document start>" where isAtLineStart:
        return .error(
            "the line is not indented like the lines before it", at: failure.place,
            hint: "Indent all fields of a map, and all items of a list, equally.")

    case "did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>":
        return .error("something follows the end of the value", at: failure.place, hint: quotes)

    case "could not find expected ':'":
        return .error(
            "a colon is missing after the name of a field", at: failure.contextPlace,
            hint: "Write `name: value`, or indent the line if it goes on with the value above.")

    case "found unexpected end of stream", "found unexpected document indicator":
        return .error(
            "the quotation mark that opens here is not closed", at: failure.contextPlace,
            hint: "Close it; `\"` inside double quotes is written `\\\"`, and `'` inside single quotes `''`.")

    case "did not find expected ',' or ']'":
        return .error(
            "the list that opens here is not closed, or a comma is missing in it", at: failure.contextPlace,
            hint: contextLine.contains(UInt8(ascii: "]"))
                ? quotedHint(contextLine) : "Close it with `]`, or put the value in quotes if it is text.")

    case "did not find expected ',' or '}'":
        return .error(
            "the map that opens here is not closed, or a comma is missing in it", at: failure.contextPlace,
            hint: contextLine.contains(UInt8(ascii: "}"))
                ? quotedHint(contextLine) : "Close it with `}`, or put the value in quotes if it is text.")

    case "block sequence entries are not allowed in this context":
        return .error("a list cannot begin on the line of its field's name", at: failure.place, hint: quotes)

    case "found unknown escape character", "did not find expected hexdecimal number",
        "found invalid Unicode character escape code":
        return .error(
            "a backslash in double quotes stands before something that is no escape", at: failure.place,
            hint: "Write `\\\\` for a backslash, or put the value in single quotes.")

    case "did not find expected comment or line break":
        return .error("text follows `|` or `>` on its line", at: failure.place, hint: quotes)

    case "did not find expected alphabetic or numeric character":
        return .error(
            "`*` and `&` at the beginning of a value have a meaning of their own", at: failure.contextPlace,
            hint: quotes)

    case "did not find expected node content":
        let name = character.map { "`\($0)`" } ?? "this character"
        return .error("a value cannot begin with \(name)", at: failure.place, hint: quotes)

    default:
        let context = failure.context.isEmpty ? "" : " \(failure.context)"
        return .error("the YAML cannot be read: \(failure.problem)\(context)", at: failure.place, hint: quotes)
    }
}

private func explainCharacter(at offset: Int, in text: ArraySlice<UInt8>, firstLine: Int) -> Diagnostic {
    let index = text.startIndex + min(max(offset, 0), text.count)
    var places = Places(of: text, firstLine: firstLine)
    let number = scalar(at: index, in: text).map { hexadecimal($0.value) } ?? ""
    return .error(
        "the control character U+\(number) cannot stand in YAML", at: places[index],
        hint: "Delete it; editors show it as a box or not at all.")
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

private func scalar(at index: Int, in text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: text[index...].prefix(4), as: UTF8.self).unicodeScalars.first
}

/// Whether a name and a colon stand in the text.
private func hasColon(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.dropLast().contains { text[$0] == UInt8(ascii: ":") && text[$0 + 1].isBlank }
}
