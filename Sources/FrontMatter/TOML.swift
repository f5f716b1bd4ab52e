import Diagnostics
import TOMLKit

/// Reads `text`, which is UTF-8 and begins on line `firstLine`, as the fields of a TOML table.
func readTOML(_ text: ArraySlice<UInt8>, firstLine: Int) -> Reading {
    var places = Places(of: text, firstLine: firstLine)
    // The parser is written in C, where a text ends at its first null.
    if let null = text.firstIndex(of: 0) {
        return Reading(diagnostics: [
            .error("the control character U+0000 cannot stand in TOML", at: places[null], hint: "Delete it.")
        ])
    }
    let outline = TOMLOutline(of: text, firstLine: firstLine)
    if let problem = outline.problem { return Reading(diagnostics: [problem]) }

    do {
        let table = try TOMLTable(string: String(decoding: text, as: UTF8.self))
        // TOMLKit frees no table of itself.
        defer { table.clear() }
        let tree = TOMLTree(outline: outline)
        return Reading(fields: try tree.fields(of: table, at: [], Place(line: firstLine, column: 1)))
    } catch let error as TOMLParseError {
        return Reading(diagnostics: [explain(error, firstLine: firstLine)])
    } catch let diagnostic as Diagnostic {
        return Reading(diagnostics: [diagnostic])
    } catch {
        return Reading(diagnostics: [.error("the TOML cannot be read: \(error)", at: Place(line: firstLine))])
    }
}

private func explain(_ error: TOMLParseError, firstLine: Int) -> Diagnostic {
    let place = Place(line: firstLine + max(error.source.begin.line, 1) - 1, column: error.source.begin.column)
    let lead = "Error while parsing "
    // It quotes what it saw, line breaks and all.
    let line = error.description.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    let description = String(String.UnicodeScalarView(line))
    let text = description.hasPrefix(lead) ? String(description.dropFirst(lead.count)) : description
    if text.contains("could not determine value type") || text.hasPrefix("boolean: expected") {
        return .error(
            "this is no value of TOML", at: place, hint: "Text is written in quotes: `name = \"value\"`.")
    }
    if text.contains("cannot redefine existing") {
        return .error(
            "a field stands here a second time, which TOML does not allow", at: place,
            hint: "Remove the one that is wrong.")
    }
    return .error("the TOML cannot be read: \(text)", at: place)
}

/// Turns TOMLKit's values into ours.
private struct TOMLTree {
    var outline: TOMLOutline

    /// - Parameter place: where values stand of which the outline knows nothing.
    func fields(of table: TOMLTable, at path: [String], _ place: Place) throws -> Fields {
        if path.count >= maximumNesting { throw Diagnostic.nestedTooDeeply(at: place) }
        var fields: [Fields.Field] = []
        for name in table.keys {
            guard let value = table[name] else { continue }
            let known = outline.entries[path + [name]]
            let node = try node(of: value, at: path + [name], known?.value ?? place)
            fields.append(Fields.Field(name: name, place: known?.name ?? place, node: node))
        }
        // TOMLKit sorts by name.
        let order = fields.enumerated().sorted {
            ($0.element.place.line, $0.element.place.column, $0.offset)
                < ($1.element.place.line, $1.element.place.column, $1.offset)
        }
        return Fields(order.map(\.element))
    }

    private func node(of value: any TOMLValueConvertible, at path: [String], _ place: Place) throws -> Node {
        if let table = value.table {
            return Node(.map(try fields(of: table, at: path, place)), at: place)
        }
        if let array = value.array {
            if path.count >= maximumNesting { throw Diagnostic.nestedTooDeeply(at: place) }
            let nodes = try array.enumerated().map { index, item in
                let path = path + [TOMLOutline.item(index)]
                return try node(of: item, at: path, outline.entries[path]?.value ?? place)
            }
            return Node(.list(nodes), at: place)
        }
        if let string = value.string { return Node(.scalar(string, isQuoted: true), at: place) }
        return Node(.scalar(text(of: value), isQuoted: false), at: place)
    }
}

/// A number, a boolean or a date as TOML writes it. (TOMLKit's own description gives every time an offset.)
private func text(of value: any TOMLValueConvertible) -> String {
    if let bool = value.bool { return String(bool) }
    if let int = value.int { return String(int) }
    if let double = value.double { return String(double) }
    if let date = value.date { return text(of: date) }
    if let time = value.time { return text(of: time) }
    if let dateTime = value.dateTime {
        return text(of: dateTime.date) + "T" + text(of: dateTime.time)
            + (dateTime.offset.map { text(ofOffset: $0.offset) } ?? "")
    }
    return ""
}

private func text(of date: TOMLDate) -> String {
    "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))"
}

private func text(of time: TOMLTime) -> String {
    let seconds = "\(digits(time.hour, 2)):\(digits(time.minute, 2)):\(digits(time.second, 2))"
    if time.nanoSecond == 0 { return seconds }
    var fraction = digits(time.nanoSecond, 9)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(seconds).\(fraction)"
}

private func text(ofOffset minutes: Int) -> String {
    if minutes == 0 { return "Z" }
    return "\(minutes < 0 ? "-" : "+")\(digits(abs(minutes) / 60, 2)):\(digits(abs(minutes) % 60, 2))"
}

private func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
}
