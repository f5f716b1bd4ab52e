import Newspaper

/// A new article: a file with complete front matter, in the way in which the site's newest articles are written.
public struct NewArticle: Sendable {
    /// The folder that has Content in it.
    public var site: String
    public var headline: String
    /// A section's folder or name; one that there is not is made.
    public var section: String?
    /// The key of a file in Content/authors, or a name.
    public var author: String?
    public var date: Now
    /// The file's name; nil for one made of the headline.
    public var slug: String?
    public var isDraft = true

    public init(site: String, headline: String, date: Now) {
        self.site = site
        self.headline = headline
        self.date = date
    }

    /// What the front matter says.
    struct Facts {
        var headline: String
        var date: Timestamp
        var zone: Zone
        /// Only where articles name their sections themselves.
        var section: String?
        var author: String?
    }

    /// Writes the file, and returns its path. A file that is there is left as it is.
    public func write(themes: [any Theme.Type]) throws(BuildFailure) -> String {
        try BuildFailure.catching {
            let site = try ReadSite(site, now: date, themes: themes)
            let samples = try site.samples(9)
            let filing = Filing(samples, zone: site.site.zone)
            let section = try section.map { try site.section($0) }
            let name = try fileName()
            let folder = filing.commonFolder ?? section?.folder ?? ""
            let file = filing.file(name, in: folder, at: site.site.zone.local(site.now))
            let facts = Facts(
                headline: try headlineOnOneLine(), date: site.now, zone: site.site.zone, section: section?.name,
                author: try author.map { try site.author($0) })
            return try write(facts, Dialect(samples), to: file, of: site.folder)
        }
    }

    private func headlineOnOneLine() throws -> String {
        let words = headline.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else {
            throw BuildFailure.call("the headline is empty\n    Write it in quotation marks, after “article”.")
        }
        return words.joined(separator: " ")
    }

    private func fileName() throws -> String {
        var name = Newspaper.slug(slug ?? headline)
        // A long one was cut.
        while name.hasSuffix("-") { name.removeLast() }
        guard !["index", "_index"].contains(name) else {
            throw BuildFailure.call("\(name) is the name of a folder's own page\n    Name the file with --slug.")
        }
        guard !name.isEmpty else { throw BuildFailure.call("the slug is empty\n    Name the file with --slug.") }
        return name
    }

    private func write(_ facts: Facts, _ dialect: Dialect, to file: String, of folder: SiteFolder) throws -> String {
        for rival in Filing.rivals(of: file) where try FileSystem.found(at: folder.content + "/" + rival) != nil {
            throw BuildFailure.call(
                "\(folder.shown(rival)) is there already\n    Write another headline, or name the file with --slug.")
        }
        let dialect = isDraft ? dialect : dialect.published
        try FileSystem.writeNew(dialect.frontMatter(facts), to: folder.content + "/" + file)
        return folder.shown(file)
    }
}

extension SiteFolder {
    /// A file of Content as the person who called names it, from where they are.
    func shown(_ file: String) -> String { (path == "." ? "" : path + "/") + source(file) }
}

extension ReadSite {
    /// A section by its folder or its name: its folder, and its name as articles give it.
    fileprivate func section(_ given: String) throws -> (folder: String, name: String) {
        let parts = try sectionParts(given)
        let catalogue = content.material.catalogue
        let folders = catalogue.names.sections.names.filter { $0.hasPrefix("p") }.map { String($0.dropFirst()) }
        let known = Set(folders + content.material.sections.map(\.path)).subtracting([""]).sorted()
        let named = content.material.sections.first { $0.name.map(folded) == folded(given) }?.path
        let slugs = parts.map(slug)
        if let folder = named ?? known.first(where: { $0.split(separator: "/").map { slug(String($0)) } == slugs }) {
            return (folder, given)
        }
        let folder = slugs.joined(separator: "/")
        let isThere = try FileSystem.found(at: self.folder.content + "/" + folder)?.kind == .folder
        if isThere { return (folder, given) }
        if let near = nearMiss(folder, among: known) {
            throw BuildFailure.call(
                "there is no section \(quoted(given))\n"
                    + "    Is \(near) meant? If not, make the folder \(self.folder.shown(folder)) first.")
        }
        return (folder, given)
    }

    private func sectionParts(_ given: String) throws -> [String] {
        let parts = given.pathParts
        guard let first = parts.first, (try? SitePath(parsing: given)) != nil else {
            throw BuildFailure.call("\(quoted(given)) is no section\n    Write its folder, such as war or science/sea.")
        }
        guard !["pages", "authors"].contains(first) else {
            throw BuildFailure.call("\(first) is no section\n    Write the folder of one, such as war.")
        }
        return parts
    }

    /// An author; what can only be the key of a file has to be one.
    fileprivate func author(_ given: String) throws -> String {
        let keys = content.material.authors.map(\.key)
        let isKey = given.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) && $0 != 0x20 }
        guard !keys.isEmpty, isKey, !keys.contains(given) else { return given }
        let near = nearMiss(given, among: keys).map { "Is \($0) meant?" }
        throw BuildFailure.call(
            "there is no author \(quoted(given))\n    "
                + (near ?? "It is one of: \(keys.sorted().joined(separator: ", ")); or write the whole name."))
    }
}
