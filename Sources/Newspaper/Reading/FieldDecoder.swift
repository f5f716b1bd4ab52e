import Diagnostics
import FrontMatter
import Markup

/// Takes typed values out of fields, and remembers everything that was wrong with them: one bad field does not hide
/// the next.
struct FieldDecoder {
    private let fields: Fields
    /// What the fields belong to, before their names in messages: `meter.` for `meter.views`.
    private let prefix: String
    private(set) var diagnostics: [Diagnostic] = []

    init(_ fields: Fields, prefix: String = "") {
        self.fields = fields
        self.prefix = prefix
    }

    mutating func note(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Text of any kind: a number is the text it was written as. Blank text is none.
    mutating func text(_ field: Fields.Field?) -> String? {
        guard let field else { return nil }
        switch field.node.value {
        case .null: return nil
        case .scalar(let text, _):
            let trimmed = text.trimmingSpaces
            return trimmed.isEmpty ? nil : trimmed
        case .list, .map:
            wrongType(field, expected: "text")
            return nil
        }
    }

    /// The same where nothing between quotation marks says something as well.
    mutating func textOrEmpty(_ field: Fields.Field?) -> String? {
        if case .scalar(let text, isQuoted: true) = field?.node.value, text.trimmingSpaces.isEmpty { return "" }
        return text(field)
    }

    /// A list of texts; a single text is a list of one. What is empty is left out.
    mutating func texts(_ field: Fields.Field?, splittingAtCommas: Bool = false) -> [String] {
        if splittingAtCommas, let field, case .scalar(let text, _) = field.node.value {
            return text.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
        }
        return placedTexts(field).map(\.text)
    }

    /// The same, each with its place.
    mutating func placedTexts(_ field: Fields.Field?) -> [(text: String, place: Place)] {
        guard let field else { return [] }
        let nodes = if case .list(let nodes) = field.node.value { nodes } else { [field.node] }
        return nodes.compactMap { node in
            text(Fields.Field(name: field.name, place: field.place, node: node)).map { ($0, node.place) }
        }
    }

    /// A whole number within `range`.
    mutating func integer(_ field: Fields.Field?, in range: ClosedRange<Int> = -1_000_000...1_000_000) -> Int? {
        guard let field, let text = text(field) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            wrongType(
                field,
                expected: range.lowerBound < 0
                    ? "a whole number" : "a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// True or false, in YAML 1.1's spellings.
    mutating func flag(_ field: Fields.Field?) -> Bool? {
        guard let field, let text = text(field) else { return nil }
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            wrongType(field, expected: "true or false")
            return nil
        }
    }

    /// One of an enumeration's names.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ field: Fields.Field?) -> Choice? {
        guard let field, let text = text(field) else { return nil }
        guard let choice = Choice(rawValue: text.lowercased()) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            note(
                .error(
                    "\(name(field)) cannot be \(quoted(text))", at: field.node.place, hint: "It is one of: \(names)."))
            return nil
        }
        return choice
    }

    /// Several of an enumeration's names, each once.
    mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
        _ field: Fields.Field?
    ) -> [Choice]? {
        guard let field else { return nil }
        let nodes = if case .list(let nodes) = field.node.value { nodes } else { [field.node] }
        return nodes.reduce(into: []) { choices, node in
            let choice: Choice? = choice(Fields.Field(name: field.name, place: field.place, node: node))
            if let choice, !choices.contains(choice) { choices.append(choice) }
        }
    }

    /// A date; what is wrong with it is an error with its place.
    mutating func timestamp(_ field: Fields.Field?, in zone: Zone) -> Timestamp? {
        guard let field, let text = text(field) else { return nil }
        do throws(Timestamp.ParseError) {
            return try Timestamp(parsing: text, in: zone)
        } catch {
            switch error {
            case .impossible:
                note(
                    .error(
                        "\(name(field)): there is no such date as \(quoted(text))", at: field.node.place,
                        hint: "Write a day and a time that exist."))
            case .unreadable:
                note(
                    .error(
                        "\(name(field)): \(quoted(text)) is not a date", at: field.node.place,
                        hint: "Write it as 2026-11-18, 2026-11-18 07:30 or 2026-11-18T07:30:00+01:00."))
            }
            return nil
        }
    }

    /// An address with a scheme that pages may link to.
    mutating func address(_ field: Fields.Field?) -> Address? {
        guard let field, let text = text(field) else { return nil }
        guard let address = Address(text) else {
            note(
                .error(
                    "\(name(field)) cannot lead to \(quoted(text))", at: field.node.place,
                    hint: "Write a path such as /about/, or an address that begins with https:, mailto: or tel:."))
            return nil
        }
        return address
    }

    /// The fields of a map.
    mutating func map(_ field: Fields.Field?) -> Fields? {
        guard let field else { return nil }
        switch field.node.value {
        case .null: return nil
        case .map(let fields): return fields
        case .scalar, .list:
            wrongType(field, expected: "a map of names and values")
            return nil
        }
    }

    /// The maps in a list; a single map is a list of one.
    mutating func maps(_ field: Fields.Field?) -> [(fields: Fields, place: Place)] {
        guard let field else { return [] }
        switch field.node.value {
        case .null: return []
        case .map(let fields): return [(fields, field.node.place)]
        case .scalar:
            wrongType(field, expected: "a list of maps")
            return []
        case .list(let nodes):
            return nodes.compactMap { node in
                map(Fields.Field(name: field.name, place: field.place, node: node)).map { ($0, node.place) }
            }
        }
    }

    /// Decodes a map's fields in a decoder of their own, and keeps what it found wrong.
    mutating func nested<Result>(
        _ fields: Fields, of name: String, decode: (inout FieldDecoder, Fields) -> Result
    ) -> Result {
        var decoder = FieldDecoder(fields, prefix: prefix + name + ".")
        let result = decode(&decoder, fields)
        diagnostics += decoder.diagnostics
        return result
    }

    mutating func wrongType(_ field: Fields.Field, expected: String) {
        let found =
            switch field.node.value {
            case .null: "nothing"
            case .scalar(let text, _): quoted(text)
            case .list: "a list"
            case .map: "a map"
            }
        note(
            .error(
                "\(name(field)) must be \(expected), not \(found)", at: field.node.place,
                hint: "Correct the value, or remove the field."))
    }

    /// The field's name as messages give it: `meter.views`.
    func name(_ field: Fields.Field) -> String { prefix + field.name }
}

/// `text` in quotation marks, shortened, on one line: how a message cites what was written.
package func quoted(_ text: String) -> String {
    let line = text.prefix(60).map { $0.isNewline ? " " : String($0) }.joined()
    return "“\(line)\(text.count > 60 ? "…" : "")”"
}
