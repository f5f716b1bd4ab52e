import Diagnostics
import FrontMatter
import Markdown
import Markup
import Testing

@testable import Newspaper

/// A little newspaper in memory: files by their paths under Content, and what the model makes of them.
struct Newsroom {
    var site = Site()
    var files: [String: String] = [:]
    /// The pictures that exist, as articles name them.
    var pictures: Set<String> = []
    var now = "2026-11-18T12:00:00Z"
    var includesDrafts = false
    var includesScheduled = false

    init(_ files: [String: String] = [:]) {
        self.files = files
    }

    /// Articles that are nothing but a headline and a date: `war/a` with `2026-11-18`.
    init(dates: [String: String]) {
        files = Dictionary(
            uniqueKeysWithValues: dates.map { ($0 + ".md", "---\nheadline: \($0)\ndate: \($1)\n---\n") })
    }

    struct Printed {
        var edition: Edition
        var skipped: [String: String]
        var problems: [String]
    }

    func print() throws -> Printed {
        var material = Material()
        var articles: [Article] = []
        var problems: [Diagnostic] = []
        let reader = ArticleReader(site: site)
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let bytes = Array(text.utf8)
            let document = Document(parsing: bytes)
            let path = ContentPath(name)
            let source = "Content/" + name
            switch path.role {
            case .article, .standalone:
                let (article, found) = reader.read(bytes, document, source: source, path: path)
                problems += found.map { $0.at(path: source) }
                guard let article else { continue }
                if path.role == .article {
                    articles.append(article)
                } else {
                    material.standalone.append(article)
                }
            case .section: material.sections.append(SectionFile.read(document, source: source, path: path).section)
            case .author: material.authors.append(AuthorFile.read(document, source: source, path: path).author)
            }
        }
        material.catalogue = Catalogue(articles)
        var report = Edition.Report()
        let edition = Edition.index(
            material, site: site,
            selection: Selection(
                now: try Timestamp(parsing: now, in: .utc), includesDrafts: includesDrafts,
                includesScheduled: includesScheduled, zone: site.zone),
            pictures: FewPictures(names: pictures), report: &report)
        return Printed(
            edition: edition,
            skipped: Dictionary(uniqueKeysWithValues: report.skipped.map { ($0.source, $0.reason) }),
            problems: (problems + report.diagnostics).map(\.description))
    }

    func edition() throws -> Edition {
        try print().edition
    }
}

private struct FewPictures: PictureSource {
    var names: Set<String>

    func picture(_ name: String, in source: String) -> PictureTarget {
        names.contains(name)
            ? .found(Picture(address: SitePath(file: name).address(), width: 4, height: 3))
            : .missing("there is no picture \(name)")
    }
}

/// What one file's front matter says.
struct OneArticle {
    var article: Article?
    /// `2:1: error: …`, with the hint on a line of its own.
    var problems: [String]

    init(_ text: String, at path: String = "war/ceasefire.md", site: Site = Site()) {
        let bytes = Array(text.utf8)
        let (article, diagnostics) = ArticleReader(site: site).read(
            bytes, Document(parsing: bytes), source: "Content/" + path, path: ContentPath(path))
        self.article = article
        problems = diagnostics.map { String($0.description.trimmingPrefix(":")) }
    }

    /// An article with these fields, a line each, beside a headline.
    init(fields: String, at path: String = "war/ceasefire.md", site: Site = Site()) {
        self.init("---\nheadline: A headline\n\(fields)\n---\nText.\n", at: path, site: site)
    }
}

extension Site {
    init(yaml: String) {
        self = Site.read(Array(yaml.utf8)).site
    }
}

extension Edition {
    /// All headlines, the newest first.
    var headlines: [Headline] { (0..<count).map(headline) }
}

extension [Headline] {
    /// Names for short comparisons.
    var names: [String] { map(\.headline) }
}
