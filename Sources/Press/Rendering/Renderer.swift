import Diagnostics
import Markdown
import Markup
import Newspaper

/// Turns planned pages into bytes. Any thread may ask it for any page, in any order.
struct Renderer<Look: Theme>: Sendable {
    let folder: SiteFolder
    let edition: Edition
    let content: ContentIndex
    let links: LinkIndex
    let theme: Look

    /// A page's bytes, and what was found wrong in the text on it.
    func render(_ content: PlannedPage.Content, at path: SitePath) throws(MachineError) -> (
        html: HTML, diagnostics: [Diagnostic]
    ) {
        switch content {
        case .front: return (theme.front(edition.frontPage()), [])
        case .article(let number):
            let article = edition.headlines[number].article
            let body = try body(article)
            return (theme.article(edition.articlePage(number, body: body.html)), body.diagnostics)
        case .section(let number, let page): return (theme.section(edition.sectionPage(number, page: page)), [])
        case .topic(let number, let page): return (theme.topic(edition.topicPage(number, page: page)), [])
        case .author(let number, let page):
            let body = try page == nil ? biography(edition.authors[number].file) : (.empty, [])
            return (theme.author(edition.authorPage(number, page: page, biography: body.html)), body.diagnostics)
        case .topics: return (theme.directory(edition.topicsPage()), [])
        case .authors: return (theme.directory(edition.authorsPage()), [])
        case .archive: return (theme.archive(edition.archivePage()), [])
        case .year(let number): return (theme.archive(edition.yearPage(edition.years[number])), [])
        case .month(let number, let page): return (theme.month(edition.monthPage(number, page: page)), [])
        case .standalone(let number):
            let body = try body(edition.standalone[number].page)
            return (theme.standalone(edition.standalonePage(number, body: body.html)), body.diagnostics)
        case .notFound: return (theme.notFound(edition.notFoundPage()), [])
        case .redirect(let target, _, _): return (theme.redirect(edition.redirectPage(from: path, to: target)), [])
        }
    }

    private func body(_ article: Article) throws(MachineError) -> (html: HTML, diagnostics: [Diagnostic]) {
        try body(
            of: article.source, from: article.bodyOffset, line: article.bodyLine,
            options: options(
                dropsLeadingHeadline: article.headlineIsInBody, hasDateline: true, dateline: article.dateline))
    }

    private func biography(_ author: AuthorFile?) throws(MachineError) -> (html: HTML, diagnostics: [Diagnostic]) {
        guard let author else { return (.empty, []) }
        return try body(
            of: author.source, from: author.bodyOffset, line: author.bodyLine,
            options: options())
    }

    /// The page has the first heading, so the text's begin with the second.
    private func options(
        dropsLeadingHeadline: Bool = false, hasDateline: Bool = false, dateline: String? = nil
    ) -> BodyOptions {
        let words = edition.site.words
        return BodyOptions(
            rawHTML: edition.site.rawHTML, topHeading: 2, dropsLeadingHeadline: dropsLeadingHeadline,
            hasDateline: hasDateline, dateline: dateline, reservedIDs: theme.ids,
            words: BodyOptions.Words(
                notes: words[.notes], note: words[.note], backToText: words[.backToText], table: words[.table]))
    }

    private func body(
        of source: String, from offset: Int, line: Int, options: BodyOptions
    ) throws(MachineError) -> (html: HTML, diagnostics: [Diagnostic]) {
        let bytes = try FileSystem.read(folder.path + "/" + source)
        let body = Body(
            rendering: bytes[min(offset, bytes.count)...], firstLine: line, options: options,
            surroundings: ArticleSurroundings(source: source, site: edition.site, content: content, links: links),
            pieces: theme)
        return (body.html, body.diagnostics.map { $0.at(path: source) })
    }
}
