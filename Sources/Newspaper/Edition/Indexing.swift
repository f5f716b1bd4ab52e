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
    public init(
        _ material: Material, site: Site, now: Timestamp, includesDrafts: Bool = false, pictures: some PictureSource,
        report: inout Report
    ) {
        var indexer = Indexer(material, site: site, pictures: pictures)
        self = indexer.index(Selection(now: now, includesDrafts: includesDrafts, zone: site.zone))
        report.skipped += indexer.skipped
        report.diagnostics += indexer.diagnostics
    }
}

/// Makes an edition from what was read.
private struct Indexer<Pictures: PictureSource> {
    private let material: Material
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
        sections = Sections(site: site, files: material.sections)
        people = People(site: site, files: material.authors)
        topics = Topics(site: site)
    }

    mutating func index(_ selection: Selection) -> Edition {
        warnOfFutureDates(now: selection.now)
        let articles = newestFirst(select(material.articles, selection))
        let standalone = select(material.standalone, selection).sorted { $0.path.path < $1.path.path }
        for (file, number) in zip(material.authors, people.numbersOfFiles) {
            if let image = file.image { people.setPicture(picture(image, of: file.source), of: number) }
        }

        let facts = resolve(articles)
        var (sectionList, positions) = sections.sorted()
        let headlines = zip(articles, facts).map { article, facts in
            makeHeadline(article, facts, section: facts.section.map { sectionList[positions[$0]].link })
        }

        var lists = Lists(topics: topics.count, authors: people.count)
        var places: [(section: Int, position: Int)?] = []
        places.reserveCapacity(headlines.count)
        for (headline, facts) in zip(headlines, facts) {
            let own = facts.section.map { positions[$0] }
            places.append(own.map { ($0, sectionList[$0].headlines.count) })
            var section = own
            while let current = section {
                sectionList[current].headlines.append(headline)
                section = sectionList[current].parent
            }
            lists.add(headline, topics: facts.topics, authors: facts.authors)
        }

        return Edition(
            site: site, headlines: headlines, sections: sectionList, topics: topics.list(lists.topics),
            authors: people.list(lists.authors), months: lists.months,
            years: Edition.years(of: lists.months, on: site),
            standalone: standalone.map { page in
                Edition.Standalone(page: page, picture: page.image.flatMap { picture($0, of: page.source) })
            }, places: places,
            series: lists.series.mapValues { $0.reversed() })
    }

    /// What is published now; the rest is noted with the reason.
    private mutating func select(_ articles: [Article], _ selection: Selection) -> [Article] {
        articles.filter { article in
            guard let reason = selection.reasonToSkip(article) else { return true }
            skipped.append(Skipped(source: article.source, reason: reason))
            return false
        }
    }

    private mutating func warnOfFutureDates(now: Timestamp) {
        for article in material.articles {
            guard let date = article.date, now < date, !article.isDraft else { continue }
            if let embargo = article.embargo, now < embargo { continue }
            diagnostics.append(
                .warning(
                    "the date \(site.zone.local(date).iso) is in the future, and the article is published all the same",
                    path: article.source, hint: "Write embargo: with that date if it is to wait until then."))
        }
    }

    /// By date, then by path, so that the order depends on nothing else.
    private func newestFirst(_ articles: [Article]) -> [Article] {
        let keys = articles.map { $0.date?.seconds ?? .min }
        let order = articles.indices.sorted { one, other in
            keys[one] != keys[other] ? keys[one] > keys[other] : articles[one].source < articles[other].source
        }
        return order.map { articles[$0] }
    }

    /// The numbers of the names that an article gives.
    private struct Facts {
        var section: Int?
        var topics: [Int]
        var authors: [Int]
    }

    /// From the oldest to the newest: what is named first keeps its spelling and its address, whatever comes later.
    private mutating func resolve(_ articles: [Article]) -> [Facts] {
        var result: [Facts] = []
        result.reserveCapacity(articles.count)
        for article in articles.reversed() {
            result.append(
                Facts(
                    section: sections.number(of: article), topics: article.topics.map { topics.number(of: $0) },
                    authors: authors(of: article)))
        }
        return result.reversed()
    }

    /// Each once, though one may be named by key and by name.
    private mutating func authors(of article: Article) -> [Int] {
        var numbers: [Int] = []
        for name in article.authors {
            let number = author(named: name, in: article)
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    private mutating func author(named name: String, in article: Article) -> Int {
        let number = people.number(of: name)
        if people.isUnknownKey(name, number: number) {
            diagnostics.append(
                Diagnostic.error(
                    "there is no author \(quoted(name)) in Content/authors", at: article.authorsPlace,
                    path: article.source,
                    hint: people.nearMiss(of: name).map { "Is \($0) meant?" }
                        ?? "Add Content/authors/\(name).md, or write the name as it is to be printed."))
        }
        return number
    }

    private mutating func makeHeadline(_ article: Article, _ facts: Facts, section: Link?) -> Headline {
        Headline(
            article, url: site.address(article.path), section: section,
            authors: facts.authors.map { people.byline($0) },
            topics: facts.topics.map { topics.link($0) },
            picture: article.image.flatMap { picture($0, of: article.source) }, zone: site.zone)
    }

    /// The picture that front matter names; an error if it is not there.
    private mutating func picture(_ image: ArticleImage, of source: String) -> Picture? {
        switch pictures.picture(image.source, in: source) {
        case .found(var picture):
            picture.alternative = image.alternative ?? ""
            picture.focus = image.focus ?? ""
            return picture
        case .missing(let message):
            diagnostics.append(
                .error(message, at: image.place, path: source, hint: "Put the picture there, or correct its path."))
            return nil
        }
    }
}

/// Lists that grow as the headlines are gone through, the newest first.
private struct Lists {
    var topics: [[Headline]]
    var authors: [[Headline]]
    var months: [Edition.Month] = []
    var series: [String: [Headline]] = [:]

    init(topics: Int, authors: Int) {
        self.topics = Array(repeating: [], count: topics)
        self.authors = Array(repeating: [], count: authors)
    }

    mutating func add(_ headline: Headline, topics: [Int], authors: [Int]) {
        for topic in topics { self.topics[topic].append(headline) }
        for author in authors { self.authors[author].append(headline) }
        if let series = headline.article.series { self.series[folded(series), default: []].append(headline) }
        guard let date = headline.published?.date else { return }
        let month = month(of: date)
        months[month].headlines.append(headline)
    }

    /// The position of a day's month. It is the last, but for clocks that are set back over midnight: then an earlier
    /// story can have a later day.
    private mutating func month(of date: CivilDate) -> Int {
        let later = months.lastIndex { ($0.year, $0.month) >= (date.year, date.month) }
        if let later, months[later].year == date.year, months[later].month == date.month { return later }
        let position = later.map { $0 + 1 } ?? 0
        months.insert(Edition.Month(year: date.year, month: date.month), at: position)
        return position
    }
}
