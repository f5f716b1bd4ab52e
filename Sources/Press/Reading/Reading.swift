import Diagnostics
import FrontMatter
import Newspaper

/// What reading Content gives.
struct ReadContent: Sendable {
    var material = Material()
    var skipped: [Skipped] = []
    var diagnostics: [Diagnostic] = []
}

extension SiteFolder {
    /// Reads the facts of every Markdown file, on all cores. The texts stay on disk.
    func read(_ listing: ContentListing, site: Site) -> ReadContent {
        let reader = ArticleReader(site: site)
        let files = parallelMap(listing.articles.count) { read(listing.articles[$0], with: reader) }
        var result = ReadContent(diagnostics: listing.diagnostics)
        for file in files { result.add(file) }
        return result
    }

    private func read(_ file: String, with reader: ArticleReader) -> ReadFile {
        let source = source(file)
        let path = ContentPath(file)
        do {
            let bytes = try FileSystem.read(content + "/" + file)
            let document = Document(parsing: bytes)
            switch path.role {
            case .article:
                let (article, diagnostics) = reader.read(bytes, document, source: source, path: path)
                return ReadFile(source, article.map { .article($0) }, diagnostics)
            case .standalone:
                let (article, diagnostics) = reader.read(bytes, document, source: source, path: path)
                return ReadFile(source, article.map { .standalone($0) }, diagnostics)
            case .section:
                let (section, diagnostics) = SectionFile.read(document, source: source, path: path)
                return ReadFile(source, .section(section), diagnostics)
            case .author:
                let (author, diagnostics) = AuthorFile.read(document, source: source, path: path)
                return ReadFile(source, .author(author), diagnostics)
            }
        } catch {
            return ReadFile(source, nil, [.error(error)])
        }
    }
}

/// What one file gives.
private struct ReadFile: Sendable {
    enum Content: Sendable {
        case article(Article)
        case standalone(Article)
        case section(SectionFile)
        case author(AuthorFile)
    }

    var source: String
    var content: Content?
    var diagnostics: [Diagnostic]

    init(_ source: String, _ content: Content?, _ diagnostics: [Diagnostic]) {
        self.source = source
        self.content = content
        self.diagnostics = diagnostics.map { $0.at(path: source) }
    }
}

extension ReadContent {
    fileprivate mutating func add(_ file: ReadFile) {
        diagnostics += file.diagnostics
        switch file.content {
        case .article(let article): material.articles.append(article)
        case .standalone(let page): material.standalone.append(page)
        case .section(let section):
            material.sections.append(section)
            skipped.append(Skipped(source: file.source, reason: .sectionIndex))
        case .author(let author):
            material.authors.append(author)
            skipped.append(Skipped(source: file.source, reason: .author))
        case nil: break
        }
    }
}
