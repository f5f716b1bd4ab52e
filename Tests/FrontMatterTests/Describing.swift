import Diagnostics
import FrontMatter

extension Document {
    init(_ text: String) {
        self.init(parsing: Array(text.utf8))
    }

    /// The fields, one a line, with the places of names and values: `title 2:1 = Foo 2:8`.
    var outline: String {
        fields.all.map { "\($0.name) \(describe($0.place)) = \($0.node.outline)" }.joined(separator: "\n")
    }

    /// The fields without places: `title = Foo`.
    var values: String {
        fields.all.map { "\($0.name) = \($0.node.text)" }.joined(separator: "\n")
    }

    var problems: [String] { diagnostics.map(\.description) }

    func body(of text: String) -> String {
        String(decoding: Array(text.utf8)[bodyOffset...], as: UTF8.self)
    }
}

extension Node {
    fileprivate var outline: String {
        switch value {
        case .null, .scalar: "\(text) \(describe(place))"
        case .list(let nodes): "[\(nodes.map(\.outline).joined(separator: ", "))] \(describe(place))"
        case .map(let fields):
            "{\(fields.all.map { "\($0.name) \(describe($0.place)) = \($0.node.outline)" }.joined(separator: ", "))} "
                + describe(place)
        }
    }

    /// Quoted scalars stand in quotation marks, nothing is a hyphen.
    var text: String {
        switch value {
        case .null: "-"
        case .scalar(let text, let isQuoted): isQuoted ? "\"\(text)\"" : text
        case .list(let nodes): "[\(nodes.map(\.text).joined(separator: ", "))]"
        case .map(let fields): "{\(fields.all.map { "\($0.name) = \($0.node.text)" }.joined(separator: ", "))}"
        }
    }
}

private func describe(_ place: Place) -> String { "\(place.line):\(place.column)" }
