import Diagnostics

/// A value of front matter or of a settings file, and where it stands.
public struct Node: Sendable, Hashable {
    public var value: Value
    public var place: Place

    public init(_ value: Value, at place: Place = .none) {
        self.value = value
        self.place = place
    }
}

/// What was written, before anyone has asked for a type: `2014` may be a number, a year or a headline, and only the
/// reader of the field knows which.
public enum Value: Sendable, Hashable {
    /// Nothing was written, or `null`, or `~`.
    case null
    /// The text of a scalar as its author wrote it (escapes resolved): `007` stays `007`, `1.10` stays `1.10`.
    /// `isQuoted` tells `"true"` from `true`.
    case scalar(String, isQuoted: Bool)
    case list([Node])
    case map(Fields)
}

/// The fields of a map in the order in which they were written. No name stands twice.
public struct Fields: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public var name: String
        /// Where the name stands; the value knows its own place.
        public var place: Place
        public var node: Node

        public init(name: String, place: Place, node: Node) {
            self.name = name
            self.place = place
            self.node = node
        }
    }

    public var all: [Field]

    public init(_ all: [Field] = []) {
        self.all = all
    }

    /// The field of that name, if it was written.
    public subscript(name: String) -> Field? {
        all.first { $0.name == name }
    }
}
