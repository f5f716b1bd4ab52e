import Diagnostics
import Markdown
import Markup
import Newspaper

/// Turns planned pages into bytes. Any thread may ask it for any page, in any order.
struct Renderer<Look: Theme>: Sendable {
    /// The site's folder.
    private let files: OpenFolder
    /// Texts that need not be read from there.
    private let texts: KeptTexts?
    let edition: Edition
    let content: ContentIndex
    let links: LinkIndex
    let theme: Look
    /// How every text is to be read, but for what differs from article to article.
    private let options: BodyOptions

    /// - Parameter listsReferences: whether `text` is to say what texts refer to.
    init(
        _ files: OpenFolder, edition: Edition, content: ContentIndex, links: LinkIndex, theme: Look,
        texts: KeptTexts? = nil, listsReferences: Bool = false
    ) {
        self.files = files
        self.texts = texts
        self.edition = edition
        self.content = content
        self.links = links
        self.theme = theme
        let words = edition.site.words
        // The page has the first heading, so the text's begin with the second.
        var options = BodyOptions(
            rawHTML: edition.site.rawHTML, topHeading: 2, reservedIDs: theme.ids,
            words: BodyOptions.Words(
                notes: words[.notes], note: words[.note], backToText: words[.backToText], table: words[.table]))
        options.listsReferences = listsReferences
        self.options = options
    }

    /// A page's bytes, and what is to be noted of the text on it.
    func render(_ page: PlannedPage) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        switch page {
        case .front: return (theme.front(edition.frontPage()), PageNotes())
        case .article(let number):
            let article = edition.article(number)
            let body = try body(article, texts?.take(edition.cards[number].text))
            return (theme.article(edition.articlePage(number, article, body: body.html)), body.notes)
        case .section(let number, let page):
            return (theme.section(edition.sectionPage(number, page: page)), PageNotes())
        case .topic(let number, let page): return (theme.topic(edition.topicPage(number, page: page)), PageNotes())
        case .author(let number, let page):
            let body = try page == nil ? biography(edition.authors[number].file) : (.empty, PageNotes())
            return (theme.author(edition.authorPage(number, page: page, biography: body.html)), body.notes)
        case .topics: return (theme.directory(edition.topicsPage()), PageNotes())
        case .authors: return (theme.directory(edition.authorsPage()), PageNotes())
        case .archive: return (theme.archive(edition.archivePage()), PageNotes())
        case .year(let number): return (theme.archive(edition.yearPage(edition.years[number])), PageNotes())
        case .month(let number, let page): return (theme.month(edition.monthPage(number, page: page)), PageNotes())
        case .standalone(let number):
            let body = try body(edition.standalone[number].page)
            return (theme.standalone(edition.standalonePage(number, body: body.html)), body.notes)
        case .notFound: return (theme.notFound(edition.notFoundPage()), PageNotes())
        case .redirect(let redirect):
            let page = edition.redirectPage(
                from: edition.alias(of: redirect).path, to: edition.target(of: redirect).path)
            return (theme.redirect(page), PageNotes())
        }
    }

    /// Whether all that a page's text asked for is still what it was.
    func hold(_ notes: PageNotes) -> Bool {
        guard !notes.lookups.isEmpty else { return true }
        let surroundings = surroundings(of: notes.source)
        return notes.lookups.allSatisfy { $0.holds(in: surroundings) }
    }

    private func surroundings(of source: String) -> ArticleSurroundings {
        ArticleSurroundings(source: source, site: edition.site, content: content, links: links)
    }

    /// - Parameter file: the file's bytes, if they are at hand.
    private func body(
        _ article: Article, _ file: [UInt8]? = nil
    ) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        try noted(article.source) { surroundings throws(MachineError) in
            try text(of: article, file, in: surroundings)
        }
    }

    private func biography(_ author: AuthorFile?) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        guard let author else { return (.empty, PageNotes()) }
        return try noted(author.source) { surroundings throws(MachineError) in try text(of: author, in: surroundings) }
    }

    /// A text's HTML, and what it asked and what was wrong with it.
    private func noted(
        _ source: String, _ text: (LookupNotes) throws(MachineError) -> Body
    ) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        let surroundings = LookupNotes(surroundings(of: source))
        let body = try text(surroundings)
        var notes = PageNotes()
        notes.source = source
        notes.lookups = surroundings.lookups
        notes.diagnostics = body.diagnostics.map { $0.at(path: source) }
        return (body.html, notes)
    }

    /// An article's text.
    func text(of article: Article) throws(MachineError) -> Body {
        try text(of: article, nil, in: surroundings(of: article.source))
    }

    /// What an author's file tells of them.
    func text(of author: AuthorFile) throws(MachineError) -> Body {
        try text(of: author, in: surroundings(of: author.source))
    }

    private func text(
        of article: Article, _ file: [UInt8]?, in surroundings: some Surroundings
    ) throws(MachineError) -> Body {
        var options = options
        options.dropsLeadingHeadline = article.headlineIsInBody
        options.hasDateline = true
        options.dateline = article.dateline
        let bytes = if let file { file } else { try files.read(article.source).bytes }
        return text(in: bytes, from: article.bodyOffset, line: article.bodyLine, options, surroundings)
    }

    private func text(of author: AuthorFile, in surroundings: some Surroundings) throws(MachineError) -> Body {
        text(
            in: try files.read(author.source).bytes, from: author.bodyOffset, line: author.bodyLine, options,
            surroundings)
    }

    private func text(
        in file: [UInt8], from offset: Int, line: Int, _ options: BodyOptions, _ surroundings: some Surroundings
    ) -> Body {
        Body(
            rendering: file[min(offset, file.count)...], firstLine: line, options: options,
            surroundings: surroundings, pieces: theme)
    }
}
