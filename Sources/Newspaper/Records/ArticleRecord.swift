import Diagnostics
import FrontMatter
import Markup

/// The texts of an article that lists show: each can be read from its record without the others.
enum ArticleText: Int, CaseIterable {
    case source, path, headline, deck, kicker, summary, origin, language, imageAlternative, imageFocus
    case section, series, dateline, imageSource, imageCaption, imageCredit, id
}

/// How an article lies in a record: a table of where each text ends, the texts, then everything else.
enum ArticleRecord {
    /// Set for a text that there is not: nothing is something else than an empty text.
    private static let absent: UInt32 = 1 << 31
    private static let tableSize = 4 * ArticleText.allCases.count

    static func pack(_ article: Article, into packer: inout Packer) {
        let start = packer.bytes.count
        for _ in ArticleText.allCases { packer.put(UInt32(0)) }
        for text in ArticleText.allCases {
            let value = article[text]
            if let value { packer.append(value) }
            packer.overwrite(
                UInt32(packer.bytes.count - start) | (value == nil ? absent : 0), at: start + 4 * text.rawValue)
        }
        packRest(article, into: &packer)
    }

    /// One of the texts.
    @inline(__always)
    static func text(_ text: ArticleText, in record: UnsafeRawBufferPointer) -> String? {
        withBytes(of: text, in: record) { $0.map { String(decoding: $0, as: UTF8.self) } }
    }

    /// The bytes of one of the texts; nil if there is none.
    @inline(__always)
    static func withBytes<Result>(
        of text: ArticleText, in record: UnsafeRawBufferPointer, _ read: (UnsafeRawBufferPointer?) -> Result
    ) -> Result {
        let end = end(of: text.rawValue, in: record)
        guard end & absent == 0 else { return read(nil) }
        let start = text.rawValue == 0 ? tableSize : Int(self.end(of: text.rawValue - 1, in: record) & ~absent)
        guard start <= Int(end), Int(end) <= record.count else { return read(nil) }
        return read(UnsafeRawBufferPointer(rebasing: record[start..<Int(end)]))
    }

    @inline(__always)
    private static func end(of text: Int, in record: UnsafeRawBufferPointer) -> UInt32 {
        guard record.count >= tableSize else { return absent }
        return record.loadUnaligned(fromByteOffset: 4 * text, as: UInt32.self)
    }

    /// How long the table and the texts are: the part of the record that lists show.
    static func sizeOfTexts(in record: UnsafeRawBufferPointer) -> Int {
        Int(end(of: ArticleText.allCases.count - 1, in: record) & ~absent)
    }

    static func article(in record: UnsafeRawBufferPointer) -> Article {
        var rest = Unpacker(record, from: sizeOfTexts(in: record))
        return Article.read(record, rest: &rest)
    }

    private static func packRest(_ article: Article, into packer: inout Packer) {
        packer.put(article.path.isFolder)
        packer.put(article.pathPlace)
        packer.put(Kind.allCases.firstIndex(of: article.kind) ?? 0)
        packer.put(article.date)
        packer.put(article.updated)
        packer.put(article.embargo)
        packer.put(article.expires)
        packer.put(article.isDraft)
        packer.put(article.namesSection)
        packer.put(article.topics) { $0.put($1) }
        packer.put(article.authors) { $0.put($1) }
        packer.put(article.authorsPlace)
        packer.put(article.image?.place ?? .none)
        packer.put(article.aliases) {
            $0.put($1.path.path)
            $0.put($1.path.isFolder)
            $0.put($1.place)
        }
        packer.put(article.access?.rawValue)
        packer.put(article.corrections) {
            $0.put($1.date)
            $0.put($1.text)
        }
        packer.put(article.translations) {
            $0.put($1.language)
            $0.put($1.address.text)
        }
        packer.put(article.priority)
        packer.put(article.extras)
        packer.put(article.bodyOffset)
        packer.put(article.bodyLine)
        packer.put(article.headlineIsInBody)
    }
}

extension Article {
    fileprivate subscript(text: ArticleText) -> String? {
        switch text {
        case .source: source
        case .path: path.path
        case .headline: headline
        case .deck: deck
        case .kicker: kicker
        case .summary: summary
        case .origin: origin
        case .language: language
        case .imageAlternative: image?.alternative
        case .imageFocus: image?.focus
        case .section: section
        case .series: series
        case .dateline: dateline
        case .imageSource: image?.source
        case .imageCaption: image?.caption
        case .imageCredit: image?.credit
        case .id: id
        }
    }

    /// Reads in the order in which `packRest` writes.
    ///
    /// No initializer: that would copy the article to its end, and count all its references once more.
    fileprivate static func read(_ record: UnsafeRawBufferPointer, rest: inout Unpacker) -> Article {
        func text(_ text: ArticleText) -> String? { ArticleRecord.text(text, in: record) }
        let path = text(.path) ?? ""
        var article = Article(
            source: text(.source) ?? "", path: rest.flag() ? SitePath(folder: path) : SitePath(file: path),
            headline: text(.headline) ?? "", section: text(.section) ?? "")
        article.deck = text(.deck)
        article.kicker = text(.kicker)
        article.summary = text(.summary)
        article.origin = text(.origin)
        article.language = text(.language)
        article.series = text(.series)
        article.dateline = text(.dateline)
        article.id = text(.id)
        article.pathPlace = rest.place()
        article.kind = Kind(number: rest.int())
        article.date = rest.timestamp()
        article.updated = rest.timestamp()
        article.embargo = rest.timestamp()
        article.expires = rest.timestamp()
        article.isDraft = rest.flag()
        article.namesSection = rest.flag()
        article.topics = rest.list { $0.text() }
        article.authors = rest.list { $0.text() }
        article.authorsPlace = rest.place()
        let imagePlace = rest.place()
        article.image = text(.imageSource).map {
            ArticleImage(
                source: $0, place: imagePlace, alternative: text(.imageAlternative), caption: text(.imageCaption),
                credit: text(.imageCredit), focus: text(.imageFocus))
        }
        article.aliases = rest.list {
            let path = $0.text()
            return Alias(path: $0.flag() ? SitePath(folder: path) : SitePath(file: path), place: $0.place())
        }
        article.access = rest.optionalText().flatMap(Access.init)
        article.corrections = rest.list {
            let date = $0.timestamp()
            return Correction(date: date, text: $0.text())
        }
        article.translations = rest.list {
            let language = $0.text()
            return Translation(language: language, address: Address(trusted: $0.text()))
        }
        article.priority = rest.int()
        article.extras = rest.fields()
        article.bodyOffset = rest.int()
        article.bodyLine = rest.int()
        article.headlineIsInBody = rest.flag()
        return article
    }
}

extension Kind {
    /// The kind with that number among all cases.
    init(number: Int) {
        self = Kind.allCases.indices.contains(number) ? Kind.allCases[number] : .news
    }
}
