/// Names with numbers, so that an article's topics and authors are a few integers.
package struct NameTable: Sendable {
    package private(set) var names: [String]
    private var numbers: [String: Int32] = [:]

    package init(_ names: [String] = []) {
        self.names = names
        for (number, name) in names.enumerated() { numbers[name] = Int32(number) }
    }

    /// The number of a name, a new one if need be.
    package mutating func number(of name: String) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }
}

/// All names that articles give, as they are written.
package struct Names: Sendable {
    /// With a letter before each that says whether it is a section's name or a folder's path.
    package var sections = NameTable()
    package var topics = NameTable()
    package var authors = NameTable()
    /// Folded.
    package var series = NameTable()
    /// With the folder before each that it is looked for from, and a line break between the two.
    package var pictures = NameTable()

    package init() {}

    /// The names of one article, as numbers: topics, then authors. The rest goes to the card.
    package mutating func add(_ article: Article, to card: inout Card) -> [Int32] {
        card.section = sections.number(of: (article.namesSection ? "n" : "p") + article.section)
        if let name = article.series { card.series = series.number(of: folded(name)) }
        if let image = article.image {
            card.picture = pictures.number(of: Names.pictureKey(image.source, in: article.source))
        }
        let topics = article.topics.map { self.topics.number(of: $0) }
        let authors = article.authors.map { self.authors.number(of: $0) }
        card.topics = UInt16(clamping: topics.count)
        card.authors = UInt16(clamping: authors.count)
        return Array(topics.prefix(Int(card.topics)) + authors.prefix(Int(card.authors)))
    }

    /// What a name in `pictures` says: the picture as it was written, and where, as a file of that folder would be called.
    package static func parts(ofPicture key: String) -> (name: String, source: String) {
        let parts = key.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts.last ?? ""), String(parts.first ?? ""))
    }

    /// One that begins at Content's root, or is another host's, is the same from everywhere.
    private static func pictureKey(_ name: String, in source: String) -> String {
        if name.utf8.first == UInt8(ascii: "/") || name.contains("://") { return "\n" + name }
        let folder = source.utf8.lastIndex(of: UInt8(ascii: "/")).map { source[...$0] } ?? ""
        return folder + "\n" + name
    }
}
