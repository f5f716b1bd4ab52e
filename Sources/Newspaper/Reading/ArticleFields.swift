import Diagnostics
import FrontMatter

/// An article's fields, each under the one name that stet has for it.
struct ArticleFields {
    private let all: [Fields.Field]
    /// Where the field of each key stands among them.
    private var known = [Int?](repeating: nil, count: ArticleKey.allCases.count)
    /// What stet does not know.
    private(set) var extras = Fields()

    /// Sorts fields by what they mean. Where two names of one key stand together, the likelier one counts.
    init(_ fields: Fields, in decoder: inout FieldDecoder) {
        all = fields.all
        var ranks = [Int](repeating: .max, count: known.count)
        for (position, field) in all.enumerated() {
            guard let (key, rank) = ArticleKey.byName[field.name] ?? ArticleKey.byName[field.name.lowercased()] else {
                extras.all.append(field)
                continue
            }
            if rank < ranks[key.rawValue], !field.isBlank {
                known[key.rawValue] = position
                ranks[key.rawValue] = rank
            }
        }
        for field in extras.all {
            guard let near = nearMiss(field.name, among: ArticleFields.spellings) else { continue }
            decoder.note(
                .warning(
                    "there is no field \(quoted(field.name))", at: field.place,
                    hint: "Is \(near) meant? It is kept for themes as it is."))
        }
    }

    subscript(key: ArticleKey) -> Fields.Field? { known[key.rawValue].map { all[$0] } }

    private static let spellings = ArticleKey.allCases.flatMap(\.names)
}

extension Fields.Field {
    /// Whether nothing was written: a form leaves the fields empty that nobody filled in.
    fileprivate var isBlank: Bool {
        switch node.value {
        case .null: true
        case .scalar(let text, _): text.trimmingSpaces.isEmpty
        case .list, .map: false
        }
    }
}
