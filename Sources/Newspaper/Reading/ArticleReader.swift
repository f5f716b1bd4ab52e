import Diagnostics
import FrontMatter
import Markdown

/// Reads an article's facts from its file.
public struct ArticleReader: Sendable {
    private let site: Site

    public init(site: Site) {
        self.site = site
    }

    /// The facts, and what is wrong with them. No article is given for a file whose facts cannot be trusted: then
    /// there is an error among the diagnostics that says why.
    /// - Parameters:
    ///   - file: the file's bytes, and what front matter was found in them.
    ///   - source: its path from the site's folder, `Content/war/ceasefire.md`; `path` the same from the content's.
    public func read(
        _ file: [UInt8], _ document: Document, source: String, path: ContentPath
    ) -> (article: Article?, diagnostics: [Diagnostic]) {
        var decoder = FieldDecoder(document.fields)
        document.diagnostics.forEach { decoder.note($0) }
        let fields = ArticleFields(document.fields, in: &decoder)

        var article = Article(source: source, path: path.page, headline: path.name, section: path.section)
        article.bodyOffset = document.bodyOffset
        article.bodyLine = document.bodyLine
        article.extras = fields.extras
        readTimes(fields, path, into: &article, with: &decoder)
        let headline = decoder.text(fields[.headline])
        if let headline { article.headline = headline.onOneLine }
        readWords(fields, into: &article, with: &decoder)
        readPlace(fields, path, into: &article, with: &decoder)
        readPeople(fields, into: &article, with: &decoder)
        readRest(fields, into: &article, with: &decoder)
        let isBroken = decoder.diagnostics.contains { $0.severity == .error }
        if !isBroken { completeFromText(&article, file, hasHeadline: headline != nil, with: &decoder) }
        if isBroken { return (nil, decoder.diagnostics) }
        return (article, decoder.diagnostics)
    }

    private func readWords(_ fields: ArticleFields, into article: inout Article, with decoder: inout FieldDecoder) {
        article.deck = decoder.text(fields[.deck])
        article.kicker = decoder.text(fields[.kicker])
        article.summary = decoder.text(fields[.summary]) ?? article.deck
        article.dateline = decoder.text(fields[.dateline])
        article.series = decoder.text(fields[.series])
        article.origin = decoder.text(fields[.source])
        if let kind: Kind = decoder.choice(fields[.kind]) { article.kind = kind }
    }

    private func readTimes(
        _ fields: ArticleFields, _ path: ContentPath, into article: inout Article, with decoder: inout FieldDecoder
    ) {
        article.date = decoder.timestamp(fields[.date], in: site.zone)
        // `published` is a date in some systems, and in others says whether the article is a draft.
        if let field = fields[.published], let text = decoder.text(field) {
            switch text.lowercased() {
            case "true", "yes", "on": break
            case "false", "no", "off": article.isDraft = true
            default:
                let date = decoder.timestamp(field, in: site.zone)
                article.date = article.date ?? date
            }
        }
        article.date = article.date ?? Timestamp(fileName: path.name, in: site.zone)
        article.updated = decoder.timestamp(fields[.updated], in: site.zone)
        article.embargo = decoder.timestamp(fields[.embargo], in: site.zone)
        article.expires = decoder.timestamp(fields[.expires], in: site.zone)
        // Where nothing else dates it, the day on which it may be published does.
        article.date = article.date ?? article.embargo
        if decoder.flag(fields[.draft]) == true || decoder.text(fields[.status])?.lowercased() == "draft" {
            article.isDraft = true
        }
    }

    private func readPlace(
        _ fields: ArticleFields, _ path: ContentPath, into article: inout Article, with decoder: inout FieldDecoder
    ) {
        // In Eleventy `permalink: false` means that there is no page; here every article has one.
        if let field = fields[.permalink], let text = decoder.text(field), text != "false" {
            if let path = decoder.path(text, field) { article.path = path }
            article.pathPlace = field.node.place
        } else if let field = fields[.slug], let text = decoder.text(field) {
            let parent = article.path.path.split(separator: "/").dropLast().joined(separator: "/")
            if text.contains("/") {
                decoder.wrongType(field, expected: "one part of a path")
            } else if let name = decoder.path(text + "/", name: field.name, written: text, at: field.node.place) {
                if name.path.contains("/") { decoder.wrongType(field, expected: "one part of a path") }
                article.path = SitePath(folder: parent.isEmpty ? name.path : parent + "/" + name.path)
            }
            article.pathPlace = field.node.place
        }
        for (text, place) in decoder.placedTexts(fields[.aliases]) {
            if let path = decoder.path(text, name: fields[.aliases]?.name ?? "aliases", at: place) {
                article.aliases.append(Alias(path: path, place: place))
            }
        }
        if let section = decoder.text(fields[.section]) ?? decoder.texts(fields[.categories]).first,
            decoder.isSection(section, fields[.section] ?? fields[.categories])
        {
            article.section = section
            article.namesSection = true
        }
    }

    private func readPeople(_ fields: ArticleFields, into article: inout Article, with decoder: inout FieldDecoder) {
        article.authors = distinct(decoder.texts(fields[.authors]))
        article.authorsPlace = fields[.authors]?.node.place ?? .none
        article.topics = distinct(decoder.texts(fields[.topics], splittingAtCommas: true))
    }

    private func readRest(_ fields: ArticleFields, into article: inout Article, with decoder: inout FieldDecoder) {
        article.access = decoder.choice(fields[.access])
        article.priority = decoder.integer(fields[.priority]) ?? 0
        if let field = fields[.language], let language = decoder.text(field) {
            if isLanguageTag(language) {
                article.language = language
            } else {
                decoder.note(.languageTag(language, at: field.node.place, name: field.name))
            }
        }
        article.id = decoder.text(fields[.id])?.onOneLine
        article.translations = readTranslations(fields[.translations], with: &decoder)
        article.image = readImage(fields, with: &decoder)
        article.corrections = readCorrections(fields[.corrections], with: &decoder)
    }

    private func readImage(_ fields: ArticleFields, with decoder: inout FieldDecoder) -> ArticleImage? {
        guard var image = decoder.image(fields[.image]) else { return nil }
        image.alternative = image.alternative ?? decoder.text(fields[.imageAlternative])
        image.caption = image.caption ?? decoder.text(fields[.imageCaption])
        image.credit = image.credit ?? decoder.text(fields[.imageCredit])
        return image
    }

    /// A map from languages to addresses.
    private func readTranslations(
        _ field: Fields.Field?, with decoder: inout FieldDecoder
    ) -> [Translation] {
        guard let field, let fields = decoder.map(field) else { return [] }
        return decoder.nested(fields, of: field.name) { decoder, fields in
            fields.all.compactMap { field in
                guard isLanguageTag(field.name) else {
                    decoder.note(.languageTag(field.name, at: field.place, name: "translations"))
                    return nil
                }
                return decoder.address(field).map {
                    Translation(language: field.name, address: site.address(written: $0))
                }
            }
        }
    }

    private func readCorrections(_ field: Fields.Field?, with decoder: inout FieldDecoder) -> [Correction] {
        guard let field else { return [] }
        let nodes = if case .list(let nodes) = field.node.value { nodes } else { [field.node] }
        return nodes.compactMap { node in
            let item = Fields.Field(name: field.name, place: field.place, node: node)
            guard case .map(let fields) = node.value else { return decoder.text(item).map { Correction(text: $0) } }
            return decoder.nested(fields, of: field.name) { decoder, fields in
                let date = decoder.timestamp(fields["date"], in: site.zone)
                guard let text = decoder.text(fields["text"]) else {
                    decoder.note(.error("a correction needs a text", at: node.place, hint: "Write date: and text:."))
                    return nil
                }
                return Correction(date: date, text: text)
            }
        }
    }

    /// What the front matter does not say, the first lines of the text may.
    private func completeFromText(
        _ article: inout Article, _ file: [UInt8], hasHeadline: Bool, with decoder: inout FieldDecoder
    ) {
        guard !hasHeadline || article.summary == nil, article.bodyOffset <= file.count else { return }
        let excerpt = Excerpt(of: file[article.bodyOffset...])
        article.summary = article.summary ?? excerpt.summary
        guard !hasHeadline else { return }
        if let headline = excerpt.headline {
            article.headline = headline
            article.headlineIsInBody = true
        } else {
            decoder.note(
                .warning(
                    "no headline; the file's name stands in for it", at: Place(line: 1),
                    hint: "Write headline: in the front matter, or begin the text with “# The headline”."))
        }
    }
}

extension FieldDecoder {
    /// Whether a text can be a section's name or path: each of its parts becomes a folder in Output, so there are
    /// bounds.
    fileprivate mutating func isSection(_ text: String, _ field: Fields.Field?) -> Bool {
        if text.utf8.count <= 250, text.utf8.count(where: { $0 == UInt8(ascii: "/") }) < 8 { return true }
        note(
            .error(
                "\(field?.name ?? "section"): \(quoted(text)) is too long, or nested too deep",
                at: field?.node.place ?? .none, hint: "Keep it under 250 bytes and within eight folders."))
        return false
    }

    /// A path inside the site; an error for one that leads out of it.
    mutating func path(_ text: String, _ field: Fields.Field) -> SitePath? {
        path(text, name: field.name, at: field.node.place)
    }

    /// - Parameter written: the text as messages cite it, if not as it is.
    mutating func path(_ text: String, name: String, written: String? = nil, at place: Place) -> SitePath? {
        let cited = quoted(written ?? text)
        do throws(SitePath.ParseError) {
            return try SitePath(parsing: text)
        } catch {
            switch error {
            case .leavesSite:
                note(
                    .error(
                        "\(name): \(cited) leads out of the site", at: place,
                        hint: "Write a path inside the site, such as /war/ceasefire/, without .., \\, ? or #."))
            case .tooLong:
                note(
                    .error(
                        "\(name): \(cited) is too long for a file's name", at: place,
                        hint: "Keep each part of a path under 250 bytes, and all of it under 1000."))
            }
            return nil
        }
    }
}

/// The texts, each once, compared without case, in the order in which they first stand.
private func distinct(_ texts: [String]) -> [String] {
    guard texts.count > 1 else { return texts }
    // A set takes longer than a search through the few there are; but nobody bounds their number.
    var few: [String] = []
    var many: Set<String> = []
    return texts.filter { text in
        let text = folded(text)
        if few.contains(text) { return false }
        if few.count == 16 { return many.insert(text).inserted }
        few.append(text)
        return true
    }
}

extension String {
    var onOneLine: String {
        hasByte { $0 == 0x0A || $0 == 0x0D }
            ? split(whereSeparator: \.isWhitespace).joined(separator: " ") : self
    }
}
