import Diagnostics
import Markdown
import Markup

extension Edition {
    /// What indexing found beside the edition.
    public struct Report: Sendable {
        public var skipped: [Skipped] = []
        public var diagnostics: [Diagnostic] = []

        public init() {}
    }

    /// Sorts what was read and resolves its names, once.
    public static func index(
        _ material: Material, site: Site, selection: Selection, pictures: some PictureSource, report: inout Report
    ) -> Edition {
        var indexer = Indexer(material, site: site, pictures: pictures)
        let edition = indexer.index(selection)
        report.skipped += indexer.skipped
        report.diagnostics += indexer.diagnostics
        return edition
    }
}

/// Makes an edition from what was read.
private struct Indexer<Pictures: PictureSource> {
    private let material: Material
    private let catalogue: Catalogue
    private let site: Site
    private let pictures: Pictures
    private var sections: Sections
    private var people: People
    private var topics: Topics
    private(set) var skipped: [Skipped] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ material: Material, site: Site, pictures: Pictures) {
        self.material = material
        self.site = site
        self.pictures = pictures
        catalogue = material.catalogue
        sections = Sections(site: site, files: material.sections)
        people = People(site: site, files: material.authors)
        topics = Topics(site: site)
    }

    mutating func index(_ selection: Selection) -> Edition {
        warnOfFutureDates(now: selection.now)
        let order = catalogue.newestFirst(selected(selection))
        let cards = order.map { catalogue.cards[Int($0)] }
        let standalone = material.standalone.filter { isPublished($0, selection) }
            .sorted { $0.path.path < $1.path.path }
            .map { page in Edition.Standalone(page: page, picture: page.image.flatMap { picture($0, of: page.source) })
            }
        for (file, number) in zip(material.authors, people.numbersOfFiles) {
            if let image = file.image { people.setPicture(picture(image, of: file.source), of: number) }
        }
        let pictures = self.pictures(of: cards)
        let names = resolve(cards)

        var (sections, positions) = self.sections.sorted()
        var places: [Edition.Place] = []
        places.reserveCapacity(cards.count)
        for (number, section) in names.sections.enumerated() {
            guard section >= 0 else {
                places.append(Edition.Place(section: -1, position: 0))
                continue
            }
            let own = positions[Int(section)]
            places.append(Edition.Place(section: Int32(own), position: Int32(sections[own].stories.count)))
            var current: Int? = own
            while let section = current {
                sections[section].stories.append(Int32(number))
                current = sections[section].parent
            }
        }
        let topics = self.topics.list(stories(cards, names.topics, of: self.topics.count, catalogue.topics))
        let authors = people.list(stories(cards, names.authors, of: people.count, catalogue.authors))
        let resolved = numbers(cards, names, topics: topics.positions, authors: authors.positions)
        let list = HeadlineFingerprints(
            catalogue: catalogue, sections: sections, topics: topics.list, authors: authors.list, pictures: pictures)
        noteSharedIDs(cards)
        let news = Edition.news(cards, now: selection.now, on: site)
        let (due, nextChange) = moments(selection, cards[news])
        return Edition(
            site: site, sections: sections, topics: topics.list, authors: authors.list, months: months(cards),
            standalone: standalone, due: due, nextChange: nextChange, news: news, catalogue: catalogue,
            cards: OrderedCards(cards), order: order,
            places: places, resolved: resolved, pictures: pictures, series: series(cards),
            fingerprints: cards.indices.map { list.fingerprint(cards[$0], places[$0].section, resolved) })
    }

    /// What is published now; the rest is noted with the reason.
    private mutating func selected(_ selection: Selection) -> [Int32] {
        var positions: [Int32] = []
        positions.reserveCapacity(catalogue.cards.count)
        for (position, card) in catalogue.cards.enumerated() {
            if let reason = selection.reasonToSkip(card) {
                skipped.append(Skipped(source: catalogue.source(of: card), reason: reason))
            } else {
                positions.append(Int32(position))
            }
        }
        return positions
    }

    private mutating func isPublished(_ article: Article, _ selection: Selection) -> Bool {
        guard let reason = selection.reasonToSkip(article) else { return true }
        skipped.append(Skipped(source: article.source, reason: reason))
        return false
    }

    private mutating func warnOfFutureDates(now: Timestamp) {
        for card in catalogue.cards where card.date > now.seconds && !card.isDraft {
            guard let date = card.published, card.embargo <= now.seconds else { continue }
            diagnostics.append(
                .warning(
                    "the date \(site.zone.local(date).iso) is in the future, and the article is published all the same",
                    path: catalogue.source(of: card),
                    hint: "Write embargo: with that date if it is to wait until then."))
        }
    }

    /// When the next of all moments comes that are in the articles, or one of the news stories is two days old; and the
    /// next that changes what is published.
    private func moments(
        _ selection: Selection, _ news: ArraySlice<Card>
    ) -> (due: Timestamp?, nextChange: Timestamp?) {
        var (due, change) = (Int.max, Int.max)
        func look(_ seconds: Int) {
            if seconds > selection.now.seconds, seconds < due { due = seconds }
        }
        for card in catalogue.cards {
            look(card.date)
            look(card.embargo)
            look(card.expires)
            if let moment = selection.nextChange(card) { change = min(change, moment) }
        }
        for page in material.standalone {
            for time in [page.date, page.embargo, page.expires] { look(time?.seconds ?? .min) }
            if let moment = selection.nextChange(page) { change = min(change, moment) }
        }
        if let oldest = news.last { look(oldest.date + Edition.newsWindow) }
        if !site.origin.isEmpty { change = min(change, nextNews(selection, news)) }
        return (Timestamp(secondsUnlessNever: due), Timestamp(secondsUnlessNever: change))
    }

    /// When the news sitemap changes next: a story becomes news at its date, and is none two days later.
    private func nextNews(_ selection: Selection, _ news: ArraySlice<Card>) -> Int {
        let ends = news.last.map { $0.date + Edition.newsWindow }
        let begins = catalogue.cards.lazy.filter { card in
            card.date > selection.now.seconds && selection.reasonToSkip(card) == nil
        }.map(\.date)
        return min(ends ?? .max, begins.min() ?? .max)
    }

    /// The pictures that front matter names, each looked up once; an error at each article that names one which is not
    /// there.
    private mutating func pictures(of cards: [Card]) -> [Picture?] {
        let names = catalogue.names.pictures.names
        var targets = [PictureTarget?](repeating: nil, count: names.count)
        for card in cards where card.picture >= 0 {
            let number = Int(card.picture)
            if targets[number] == nil {
                let (name, source) = Names.parts(ofPicture: names[number])
                targets[number] = pictures.picture(name, in: source)
            }
            if case .missing(let message) = targets[number] {
                let article = catalogue.article(card)
                note(message, at: article.image?.place ?? .none, in: article.source)
            } else if case .unusable(let message, let hint) = targets[number] {
                let article = catalogue.article(card)
                warn(message, hint: hint, at: article.image?.place ?? .none, in: article.source)
            }
        }
        return targets.map { target in if case .found(let picture) = target { picture } else { nil } }
    }

    /// The picture that front matter names; an error if it is not there.
    private mutating func picture(_ image: ArticleImage, of source: String) -> Picture? {
        switch pictures.picture(image.source, in: source) {
        case .found(var picture):
            if let alternative = image.alternative { picture.alternative = alternative }
            if let focus = image.focus { picture.focus = FocalPoint(position: focus) }
            return picture
        case .missing(let message):
            note(message, at: image.place, in: source)
            return nil
        case .unusable(let message, let hint):
            warn(message, hint: hint, at: image.place, in: source)
            return nil
        }
    }

    private mutating func warn(_ message: String, hint: String, at place: Place, in source: String) {
        diagnostics.append(.warning(message, at: place, path: source, hint: hint))
    }

    private mutating func note(_ missingPicture: String, at place: Place, in source: String) {
        diagnostics.append(
            .error(missingPicture, at: place, path: source, hint: "Put the picture there, or correct its path."))
    }

    /// Two stories with one id are one to feed readers.
    private mutating func noteSharedIDs(_ cards: [Card]) {
        var owners: [String: Card] = [:]
        for card in cards.reversed() {
            guard let id = catalogue.text(.id, of: card) else { continue }
            guard let owner = owners[id] else {
                owners[id] = card
                continue
            }
            diagnostics.append(
                .warning(
                    "\(catalogue.source(of: owner)) has the same id, \(quoted(id))", path: catalogue.source(of: card),
                    hint: "Feed readers take the two for one story. Give this one another id, or none."))
        }
    }

    /// What the catalogue's names mean; -1 for those that no published article gives.
    private struct Resolved {
        /// For each article, the section's number.
        var sections: [Int32]
        /// For each name.
        var topics: [Int32]
        var authors: [Int32]
    }

    /// From the oldest to the newest: what is named first keeps its spelling and its address, whatever comes later.
    private mutating func resolve(_ cards: [Card]) -> Resolved {
        let names = catalogue.names
        let unknown: Int32 = -2
        var sections = [Int32](repeating: unknown, count: names.sections.names.count)
        var result = Resolved(
            sections: [Int32](repeating: -1, count: cards.count),
            topics: [Int32](repeating: -1, count: names.topics.names.count),
            authors: [Int32](repeating: -1, count: names.authors.names.count))
        var unknownAuthors: Set<Int32> = []
        for number in cards.indices.reversed() {
            let card = cards[number]
            let section = Int(card.section)
            if sections[section] == unknown { sections[section] = self.section(named: names.sections.names[section]) }
            result.sections[number] = sections[section]
            for place in catalogue.topics(of: card) {
                let name = Int(catalogue.nameNumbers[place])
                if result.topics[name] < 0 { result.topics[name] = Int32(topics.number(of: names.topics.names[name])) }
            }
            for place in catalogue.authors(of: card) {
                let name = Int(catalogue.nameNumbers[place])
                if result.authors[name] < 0 {
                    let author = people.number(of: names.authors.names[name])
                    result.authors[name] = Int32(author)
                    if people.isUnknownKey(names.authors.names[name], number: author) {
                        unknownAuthors.insert(Int32(name))
                    }
                }
                if unknownAuthors.contains(catalogue.nameNumbers[place]) {
                    noteUnknownAuthor(names.authors.names[name], in: catalogue.article(card))
                }
            }
        }
        return result
    }

    private mutating func section(named name: String) -> Int32 {
        Int32(sections.number(of: String(name.dropFirst()), isNamed: name.hasPrefix("n")) ?? -1)
    }

    private mutating func noteUnknownAuthor(_ name: String, in article: Article) {
        diagnostics.append(
            Diagnostic.error(
                "there is no author \(quoted(name)) in Content/authors", at: article.authorsPlace,
                path: article.source,
                hint: people.nearMiss(of: name).map { "Is \($0) meant?" }
                    ?? "Add Content/authors/\(name).md, or write the name as it is to be printed."))
    }

    /// For each topic or author, the articles that name it, each once, the newest first.
    private func stories(
        _ cards: [Card], _ numbers: [Int32], of count: Int, _ names: (Card) -> Range<Int>
    ) -> [[Int32]] {
        var stories = [[Int32]](repeating: [], count: count)
        for (number, card) in cards.enumerated() {
            for place in names(card) {
                let entry = Int(numbers[Int(catalogue.nameNumbers[place])])
                if stories[entry].last != Int32(number) { stories[entry].append(Int32(number)) }
            }
        }
        return stories
    }

    /// For each place among the catalogue's numbers of names, where the topic or author stands in the edition's list.
    /// One who is named twice, by key and by name, is named once.
    private func numbers(_ cards: [Card], _ names: Resolved, topics: [Int], authors: [Int]) -> [Int32] {
        var result = [Int32](repeating: -1, count: catalogue.nameNumbers.count)
        for card in cards {
            for place in catalogue.topics(of: card) {
                result[place] = Int32(topics[Int(names.topics[Int(catalogue.nameNumbers[place])])])
            }
            let range = catalogue.authors(of: card)
            for place in range {
                let author = Int32(authors[Int(names.authors[Int(catalogue.nameNumbers[place])])])
                result[place] = result[range.lowerBound..<place].contains(author) ? -1 : author
            }
        }
        return result
    }

    /// The articles of each series, the oldest first.
    private func series(_ cards: [Card]) -> [Int32: [Int32]] {
        var series: [Int32: [Int32]] = [:]
        for number in cards.indices.reversed() where cards[number].series >= 0 {
            series[cards[number].series, default: []].append(Int32(number))
        }
        return series
    }

    private func months(_ cards: [Card]) -> [Edition.Month] {
        var months = Months(zone: site.zone)
        for (number, card) in cards.enumerated() {
            if let date = card.published { months.add(Int32(number), at: date) }
        }
        return months.list
    }
}

extension Timestamp {
    fileprivate init?(secondsUnlessNever seconds: Int) {
        guard seconds < .max else { return nil }
        self.init(seconds: seconds)
    }
}
