import FrontMatter
import Newspaper

/// How a site writes its front matter, as its newest articles show: the format, which fields there are, what they are
/// called and in which order they stand.
struct Dialect {
    private(set) var writer = FieldWriter()
    private(set) var dates: DateStyle
    /// In their order.
    private var keys: [ArticleKey] = [.headline, .deck, .date, .authors, .topics, .image, .draft]
    private var names: [ArticleKey: String] = [:]
    private var draft = (name: "draft", value: "true", isText: false)
    /// Whether authors are a list, however few they are.
    private var listsAuthors = true
    private var listsTopics = true
    /// What is said of a picture; nothing where it is a path alone.
    private var picture = ["src", "alt", "caption"]

    /// What a new article has whatever others have.
    private static let always: Set<ArticleKey> = [.headline, .date, .authors, .topics]
    /// What it may have, in the order in which it stands if nobody shows another.
    private static let known: [ArticleKey] = [
        .headline, .kicker, .deck, .summary, .kind, .date, .section, .categories, .authors, .topics, .image,
        .imageAlternative, .imageCaption, .imageCredit, .access,
    ]

    private static let ofPictures: Set<String> = ["src", "url", "path", "alt", "caption", "credit", "focus"]

    /// - Parameter samples: the newest first. Of a site without any, the dialect is stet's own.
    init(_ samples: [Sample]) {
        writer.format = majority(samples.compactMap(\.document.format)) ?? .yaml
        let format = writer.format
        let samples = samples.filter { $0.document.format == format }
        dates = DateStyle(samples.compactMap(\.writtenDate), in: format)
        guard !samples.isEmpty else { return }
        learnWriting(samples)
        learnFields(samples)
        learnDraft(samples)
    }

    /// An article's facts as the dialect has them.
    func frontMatter(_ facts: NewArticle.Facts) -> String {
        writer.frontMatter(Fields(keys.map { field($0, facts) }))
    }

    // MARK: What is learned

    private mutating func learnWriting(_ samples: [Sample]) {
        writer.quotesTexts = isMajority(samples.compactMap { $0.field(.headline)?.node.isQuotedThoughPlain })
        let lists = samples.flatMap { sample in [ArticleKey.authors, .topics].compactMap(sample.field) }
        writer.hasBlockLists = isMajority(lists.compactMap(\.isBlockList))
        listsAuthors = majority(samples.compactMap { $0.field(.authors)?.node.isList }) ?? true
        listsTopics = majority(samples.compactMap { $0.field(.topics)?.node.isList }) ?? true
        let pictures = samples.compactMap { $0.field(.image)?.node.names.filter(Dialect.ofPictures.contains) }
        picture = majority(pictures) ?? picture
    }

    private mutating func learnFields(_ samples: [Sample]) {
        for key in Dialect.known {
            names[key] = majority(samples.compactMap { $0.field(key)?.name })
        }
        // Some call the date `published`.
        if names[.date] == nil { names[.date] = majority(samples.compactMap(\.publishedDate?.name)) }
        let isDatedByName = isMajority(samples.map { $0.writtenDate == nil && $0.article.date != nil })
        let used = Dialect.known.filter { key in
            if key == .date, isDatedByName { return false }
            return Dialect.always.contains(key) || isMajority(samples.map { $0.field(key) != nil })
        }
        keys = []
        for key in samples[0].keys where used.contains(key) && !keys.contains(key) { keys.append(key) }
        // What the newest has not stands behind all that comes before it by our own order.
        for (index, key) in used.enumerated() where !keys.contains(key) {
            let before = keys.lastIndex { used[..<index].contains($0) }
            keys.insert(key, at: before.map { $0 + 1 } ?? 0)
        }
        keys.append(.draft)
    }

    private mutating func learnDraft(_ samples: [Sample]) {
        if samples.contains(where: { $0.field(.status) != nil }) {
            draft = ("status", "draft", true)
        } else if let flag = samples.lazy.compactMap(\.publishedFlag).first {
            draft = (flag.name, "false", false)
        } else if let name = majority(samples.compactMap { $0.field(.draft)?.name }) {
            draft.name = name
        }
    }

    // MARK: What is written

    private func field(_ key: ArticleKey, _ facts: NewArticle.Facts) -> Fields.Field {
        let name = names[key] ?? key.names[0]
        switch key {
        case .headline: return name.field(.text(facts.headline))
        case .date: return name.field(dates.value(facts.date, in: facts.zone))
        case .kind: return name.field(.text("news"))
        case .section: return name.field(facts.section.map(Value.text) ?? .null)
        case .categories: return name.field(.texts([facts.section].compactMap { $0 }))
        case .authors: return name.field(people(facts.author))
        case .topics: return name.field(listsTopics ? .texts([]) : .null)
        case .image where !picture.isEmpty: return name.field(.map(Fields(picture.map { $0.field(.null) })))
        case .draft: return draft.name.field(.scalar(draft.value, isQuoted: draft.isText))
        default: return name.field(.null)
        }
    }

    private func people(_ author: String?) -> Value {
        listsAuthors ? .texts([author].compactMap { $0 }) : author.map(Value.text) ?? .null
    }

    /// The same without the field that says it is a draft.
    var published: Dialect {
        var copy = self
        copy.keys.removeAll { $0 == .draft }
        return copy
    }
}

extension Sample {
    /// What its fields mean, in their order.
    fileprivate var keys: [ArticleKey] {
        document.fields.all.compactMap { ArticleKey.byName[$0.name.lowercased()]?.key }
            .map { $0 == .published ? .date : $0 }
    }

    /// `published:` where it is a date.
    fileprivate var publishedDate: Fields.Field? { publishedFlag == nil ? field(.published) : nil }

    /// `published:` where it says whether the article is a draft.
    fileprivate var publishedFlag: Fields.Field? {
        guard let field = field(.published), let text = text(.published)?.lowercased() else { return nil }
        return ["true", "false", "yes", "no", "on", "off"].contains(text) ? field : nil
    }

    /// The date as its author wrote it.
    fileprivate var writtenDate: DateStyle.Written? {
        guard case .scalar(let text, let isQuoted) = (field(.date) ?? publishedDate)?.node.value else { return nil }
        return DateStyle.Written(text: text, isQuoted: isQuoted)
    }
}

extension Fields.Field {
    /// Whether a list's items stand on lines of their own; nil for an empty list, and for what is none.
    fileprivate var isBlockList: Bool? {
        guard case .list(let items) = node.value, let first = items.first else { return nil }
        return first.place.line > place.line
    }
}

extension Node {
    /// Whether a text has quotation marks that it does not need; nil for one that needs them.
    fileprivate var isQuotedThoughPlain: Bool? {
        guard case .scalar(let text, let isQuoted) = value, !FieldWriter.needsQuotes(text) else { return nil }
        return isQuoted
    }

    fileprivate var isList: Bool { if case .list = value { true } else { false } }

    /// Those of a map's fields; none for what is no map.
    fileprivate var names: [String] { if case .map(let fields) = value { fields.all.map(\.name) } else { [] } }
}

extension String {
    fileprivate func field(_ value: Value) -> Fields.Field {
        Fields.Field(name: self, place: .none, node: Node(value))
    }
}

extension Value {
    fileprivate static func text(_ text: String) -> Value { .scalar(text, isQuoted: true) }
    fileprivate static func texts(_ texts: [String]) -> Value { .list(texts.map { Node(.text($0)) }) }
}
