import Diagnostics
import FrontMatter

/// A format in which a list's newest stories are offered to feed readers.
public enum FeedFormat: String, Sendable, CaseIterable {
    /// RSS 2.0.
    case rss
    /// Atom (RFC 4287).
    case atom
    /// JSON Feed 1.1.
    case json

    /// The name of the file, in the folder of the list.
    public var fileName: String {
        switch self {
        case .rss: "feed.xml"
        case .atom: "atom.xml"
        case .json: "feed.json"
        }
    }

    /// The media type under which it is known.
    public var mediaType: String {
        switch self {
        case .rss: "application/rss+xml"
        case .atom: "application/atom+xml"
        case .json: "application/feed+json"
        }
    }
}

/// Which feeds there are, and what is in them: `feeds:` in site.yml.
public struct FeedSettings: Sendable, Hashable {
    /// The kinds of lists that can have feeds.
    public enum Lists: String, Sendable, CaseIterable {
        case site, sections, topics, authors
    }

    /// The formats for each kind of list.
    public var formats: [Lists: [FeedFormat]] = [
        .site: FeedFormat.allCases, .sections: [.rss], .topics: [.rss], .authors: [.rss],
    ]
    /// The lists whose feeds carry whole texts; the others carry summaries.
    ///
    /// A newspaper has so many topics and authors that their texts would be most of the site.
    public var fullText: Set<Lists> = [.site, .sections]
    /// How many stories a feed carries.
    public var count = 20

    public init() {}

    /// The formats for lists of that kind.
    public func formats(for lists: Lists) -> [FeedFormat] { formats[lists] ?? [] }
}

extension FeedSettings {
    /// Reads `feeds:`; `none` stands for no feeds at all.
    init(decoding field: Fields.Field, with decoder: inout FieldDecoder) {
        self.init()
        if case .scalar(let text, _) = field.node.value, ["none", "false", "no"].contains(text.lowercased()) {
            formats = [:]
            return
        }
        guard let fields = decoder.map(field) else { return }
        self = decoder.nested(fields, of: "feeds") { [self] decoder, fields in
            var settings = self
            warnOfUnknown(
                fields, known: Set(Lists.allCases.map(\.rawValue) + ["fullText", "items"]), in: &decoder)
            for lists in Lists.allCases {
                if let field = fields[lists.rawValue] { settings.formats[lists] = decoder.choices(field) }
            }
            if let field = fields["fullText"] { settings.fullText = Set(decoder.choices(field)) }
            if let count = decoder.integer(fields["items"], in: 1...200) { settings.count = count }
            return settings
        }
    }
}

extension FieldDecoder {
    /// Some of an enumeration's names, in the enumeration's order, each once; `none` and an empty list are none of them.
    fileprivate mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
        _ field: Fields.Field
    ) -> [Choice] {
        var chosen: Set<Choice> = []
        for (text, place) in placedTexts(field) where text.lowercased() != "none" {
            if let choice = Choice(rawValue: text.lowercased()) {
                chosen.insert(choice)
            } else {
                let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                note(
                    .error(
                        "\(name(field)) cannot be \(quoted(text))", at: place,
                        hint: "Write a list of some of these: \(names); or none."))
            }
        }
        return Choice.allCases.filter { chosen.contains($0) }
    }
}
