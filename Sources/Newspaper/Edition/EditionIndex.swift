import Markdown
import Markup

/// What indexing found, as it can be kept: numbers as they lie in memory, and the tables that they are numbers of. With
/// the catalogue that it was made from it is the edition again.
package struct EditionIndex: Sendable {
    /// For each article, its position among the catalogue's cards, its section and its place in that, and its
    /// fingerprint in lists.
    package var order: [Int32] = []
    package var places: [Int32] = []
    package var fingerprints: [UInt64] = []
    /// For each of the catalogue's numbers of names, the topic or the author.
    package var resolved: [Int32] = []
    /// The stories of all sections, topics, authors, months and series, one list after the other.
    package var stories: [Int32] = []
    /// Everything else, packed.
    package var tables: [UInt8] = []

    package init() {}
}

extension Edition {
    /// What it takes to have this edition again without indexing.
    package var index: EditionIndex {
        var index = EditionIndex()
        index.order = order
        index.places.reserveCapacity(2 * places.count)
        for place in places { index.places += [place.section, place.position] }
        index.fingerprints = fingerprints.map(\.value)
        index.resolved = resolved
        var packer = Packer()
        func put(_ stories: [Int32], _ packer: inout Packer) {
            packer.put(stories.count)
            index.stories += stories
        }
        packer.put(sections) {
            $0.put($1.path)
            $0.put($1.link)
            $0.put($1.description)
            $0.put($1.parent)
            $0.put($1.children) { $0.put($1) }
            put($1.stories, &$0)
        }
        packer.put(topics) {
            $0.put($1.path)
            $0.put($1.link)
            put($1.stories, &$0)
        }
        packer.put(authors) {
            $0.put($1.path)
            $0.put($1.byline)
            $0.put($1.file != nil)
            $1.file?.pack(into: &$0)
            put($1.stories, &$0)
        }
        packer.put(months) {
            $0.put($1.year)
            $0.put($1.month)
            put($1.stories, &$0)
        }
        packer.put(series.sorted { $0.key < $1.key }) {
            $0.put(Int($1.key))
            put($1.value, &$0)
        }
        packer.put(pictures) { $0.put($1) }
        packer.put(standalone) {
            var record = Packer()
            $1.page.pack(into: &record)
            $0.put(record.bytes)
            $0.put($1.picture)
        }
        packer.put(due)
        packer.put(nextChange)
        packer.put(news.lowerBound)
        packer.put(news.upperBound)
        index.tables = packer.bytes
        return index
    }

    /// The edition again.
    /// - Parameter catalogue: what it was indexed from; texts may be others.
    package convenience init(_ index: EditionIndex, catalogue: Catalogue, site: Site) {
        let rest = index.tables.withUnsafeBytes { EditionTables(Unpacker($0), index.stories, site.pictures.sizes) }
        self.init(
            site: site, sections: rest.sections, topics: rest.topics, authors: rest.authors, months: rest.months,
            standalone: rest.standalone, due: rest.due, nextChange: rest.nextChange, news: rest.news,
            catalogue: catalogue,
            cards: OrderedCards(catalogue.cards, order: index.order), order: index.order,
            places: stride(from: 0, to: index.places.count - 1, by: 2).map {
                Place(section: index.places[$0], position: index.places[$0 + 1])
            },
            resolved: index.resolved, pictures: rest.pictures, series: rest.series,
            fingerprints: index.fingerprints.map(Fingerprint.init(kept:)))
    }
}

/// The tables of an index, read in the order in which they were packed.
private struct EditionTables {
    var sections: [Edition.Section] = []
    var topics: [Edition.Topic] = []
    var authors: [Edition.Author] = []
    var months: [Edition.Month] = []
    var series: [Int32: [Int32]] = [:]
    var pictures: [Picture?] = []
    var standalone: [Edition.Standalone] = []
    var due: Timestamp?
    var nextChange: Timestamp?
    var news = 0..<0

    init(_ unpacker: Unpacker, _ stories: [Int32], _ sizes: PictureSizes) {
        var rest = unpacker
        var next = 0
        func list(_ rest: inout Unpacker) -> [Int32] {
            let start = min(next, stories.count)
            next = min(start + max(0, rest.int()), stories.count)
            return Array(stories[start..<next])
        }
        sections = rest.list {
            let path = $0.text()
            let link = $0.link()
            let description = $0.optionalText()
            let parent = $0.optionalInt()
            let children = $0.list { $0.int() }
            return Edition.Section(
                path: path, link: link, description: description, parent: parent, children: children, stories: list(&$0)
            )
        }
        topics = rest.list {
            let path = $0.path()
            let link = $0.link()
            return Edition.Topic(path: path, link: link, stories: list(&$0))
        }
        authors = rest.list {
            let path = $0.path()
            let byline = $0.byline(sizes)
            let file = $0.flag() ? AuthorFile(&$0) : nil
            return Edition.Author(path: path, byline: byline, file: file, stories: list(&$0))
        }
        months = rest.list {
            let year = $0.int()
            let month = $0.int()
            return Edition.Month(year: year, month: month, stories: list(&$0))
        }
        let lists = rest.list {
            let name = Int32(truncatingIfNeeded: $0.int())
            return (name, list(&$0))
        }
        series = Dictionary(lists) { $1 }
        pictures = rest.list { $0.picture(sizes) }
        standalone = rest.list {
            let page = $0.withBytes { Article.unpacked($0) }
            return Edition.Standalone(page: page, picture: $0.picture(sizes))
        }
        due = rest.timestamp()
        nextChange = rest.timestamp()
        let firstNews = rest.int()
        news = firstNews..<max(firstNews, rest.int())
    }
}

extension Packer {
    fileprivate mutating func put(_ path: SitePath) {
        put(path.path)
        put(path.isFolder)
    }

    fileprivate mutating func put(_ link: Link) {
        put(link.name)
        put(link.address.text)
    }

    fileprivate mutating func put(_ byline: Byline) {
        put(byline.name)
        put(byline.role)
        put(byline.address.text)
        put(byline.picture)
    }

    fileprivate mutating func put(_ picture: Picture?) {
        put(picture != nil)
        guard let picture else { return }
        put(picture.address.text)
        put(picture.width)
        put(picture.height)
        put(picture.alternative)
        put(picture.focus.map { $0.x << 8 | $0.y })
        put(picture.caption)
        put(picture.credit)
        put(picture.color.map { Int($0.rgb) })
        put(picture.renditions != nil)
        guard let renditions = picture.renditions else { return }
        put(renditions.stem)
        put(renditions.endings) { $0.put($1) }
        put(renditions.width)
        put(renditions.height)
    }
}

extension Unpacker {
    fileprivate mutating func path() -> SitePath {
        let path = text()
        return flag() ? SitePath(folder: path) : SitePath(file: path)
    }

    fileprivate mutating func link() -> Link {
        let name = text()
        return Link(name, Address(trusted: text()))
    }

    fileprivate mutating func byline(_ sizes: PictureSizes) -> Byline {
        let name = text()
        let role = optionalText()
        let address = Address(trusted: text())
        return Byline(name: name, role: role, address: address, picture: picture(sizes))
    }

    fileprivate mutating func picture(_ sizes: PictureSizes) -> Picture? {
        guard flag() else { return nil }
        let address = Address(trusted: text())
        let width = optionalInt()
        let height = optionalInt()
        var picture = Picture(address: address, width: width, height: height, alternative: text())
        picture.focus = optionalInt().map { FocalPoint(x: $0 >> 8, y: $0 & 0xFF) }
        picture.caption = optionalText()
        picture.credit = optionalText()
        picture.color = optionalInt().map { Color(UInt32(truncatingIfNeeded: $0)) }
        guard flag() else { return picture }
        let stem = text()
        let endings = list { $0.text() }
        let size = (int(), int())
        picture.renditions = Renditions(stem: stem, endings: endings, width: size.0, height: size.1, sizes: sizes)
        return picture
    }
}
