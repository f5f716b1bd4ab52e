import Diagnostics

/// Collects the fields of one map. Of two fields with one name the last counts, with a warning.
struct FieldList {
    private(set) var fields: [Fields.Field] = []
    /// Where each name stands in `fields`; filled only for large maps, since a search through a few is quicker.
    private var positions: [String: Int] = [:]

    /// Puts the field into the list; the warning, if it was there already.
    mutating func add(_ field: Fields.Field) -> Diagnostic? {
        guard let position = position(of: field.name) else {
            append(field)
            return nil
        }
        let earlier = fields[position]
        fields[position] = field
        return .warning(
            "the field `\(field.name)` stands here a second time, and this one counts", at: field.place,
            hint: "Remove the one that is wrong; the earlier stands on line \(earlier.place.line).")
    }

    /// Adds those of `others` whose names are not there yet.
    mutating func merge(_ others: Fields) {
        for field in others.all where position(of: field.name) == nil { append(field) }
    }

    private mutating func append(_ field: Fields.Field) {
        if fields.isEmpty { fields.reserveCapacity(8) }
        fields.append(field)
        if fields.count == Self.manyFields {
            for (position, field) in fields.enumerated() { positions[field.name] = position }
        } else if fields.count > Self.manyFields {
            positions[field.name] = fields.count - 1
        }
    }

    private func position(of name: String) -> Int? {
        fields.count < Self.manyFields ? fields.firstIndex { $0.name == name } : positions[name]
    }

    private static let manyFields = 32
}

/// How deep lists and maps may stand in one another: far more than anybody writes, and few enough for any stack.
let maximumNesting = 32

extension Diagnostic {
    static func nestedTooDeeply(at place: Place) -> Diagnostic {
        .error("lists and maps are nested more than \(maximumNesting) deep", at: place, hint: "Write it flatter.")
    }
}
