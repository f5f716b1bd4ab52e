import Markdown

/// All articles: a card for each, their names and their records.
public struct Catalogue: Sendable {
    package var cards: [Card] = []
    /// The numbers of the cards' topics and authors.
    package var nameNumbers: [Int32] = []
    package var names = Names()
    package var records = Records()

    public init() {}

    package init(cards: [Card], nameNumbers: [Int32], names: Names, records: Records) {
        self.cards = cards
        self.nameNumbers = nameNumbers
        self.names = names
        self.records = records
    }

    /// Of articles in memory.
    public init(_ articles: [Article]) {
        var bytes: [UInt8] = []
        for article in articles {
            var packer = Packer()
            article.pack(into: &packer)
            var card = packer.bytes.withUnsafeBytes { Card(article, record: $0, at: bytes.count) }
            add(&card, of: article)
            bytes += packer.bytes
        }
        records = Records(bytes)
    }

    private mutating func add(_ card: inout Card, of article: Article) {
        let numbers = names.add(article, to: &card)
        card.names = UInt32(nameNumbers.count)
        nameNumbers += numbers
        cards.append(card)
    }

    func topics(of card: Card) -> Range<Int> {
        let start = Int(card.names)
        return start..<min(start + Int(card.topics), nameNumbers.count)
    }

    func authors(of card: Card) -> Range<Int> {
        let start = min(Int(card.names) + Int(card.topics), nameNumbers.count)
        return start..<min(start + Int(card.authors), nameNumbers.count)
    }

    @inline(__always)
    func text(_ text: ArticleText, of card: Card) -> String? {
        records.withRecord(at: card.offset, count: Int(card.count)) { ArticleRecord.text(text, in: $0) }
    }

    /// The article's file, relative to the site's folder.
    package func source(of card: Card) -> String { text(.source, of: card) ?? "" }

    /// Where its page stands.
    package func path(of card: Card) -> SitePath {
        let path = text(.path, of: card) ?? ""
        return card.has(Card.Flag.folder) ? SitePath(folder: path) : SitePath(file: path)
    }

    /// Everything that its record holds.
    package func article(_ card: Card) -> Article {
        records.withRecord(at: card.offset, count: Int(card.count)) { Article.unpacked($0) }
    }

    /// Whether one article's file comes before another's, by the bytes of their paths.
    func isBefore(_ one: Card, _ other: Card) -> Bool {
        func source<Result>(_ card: Card, _ read: (UnsafeRawBufferPointer) -> Result) -> Result {
            records.withRecord(at: card.offset, count: Int(card.count)) {
                ArticleRecord.withBytes(of: .source, in: $0) {
                    read($0 ?? UnsafeRawBufferPointer(start: nil, count: 0))
                }
            }
        }
        return source(one) { one in source(other) { one.lexicographicallyPrecedes($0) } }
    }
}
