import Diagnostics
import Markdown
import Markup
import Newspaper
import Syndication

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
    let syndication: Syndication
    let feedTexts = FeedTexts()
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
        syndication = Syndication(edition, textSelector: theme.textSelector)
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
        case .front: return (theme.front(syndication.describing(edition.frontPage())), PageNotes())
        case .article(let number):
            let article = edition.article(number)
            let (body, notes) = try body(article, texts?.take(edition.cards[number].text))
            let page = edition.articlePage(number, article, body: body.html, dateline: body.dateline)
            return (theme.article(syndication.describing(page)), notes)
        case .section(let number, let page):
            return (theme.section(syndication.describing(edition.sectionPage(number, page: page))), PageNotes())
        case .topic(let number, let page):
            return (theme.topic(syndication.describing(edition.topicPage(number, page: page))), PageNotes())
        case .author(let number, let page):
            let body = try page == nil ? biography(edition.authors[number].file) : (.empty, PageNotes())
            let page = edition.authorPage(number, page: page, biography: body.html)
            return (theme.author(syndication.describing(page)), body.notes)
        case .topics: return (theme.directory(syndication.describing(edition.topicsPage())), PageNotes())
        case .authors: return (theme.directory(syndication.describing(edition.authorsPage())), PageNotes())
        case .archive: return (theme.archive(syndication.describing(edition.archivePage())), PageNotes())
        case .year(let number):
            return (theme.archive(syndication.describing(edition.yearPage(edition.years[number]))), PageNotes())
        case .month(let number, let page):
            return (theme.month(syndication.describing(edition.monthPage(number, page: page))), PageNotes())
        case .standalone(let number):
            let (body, notes) = try body(edition.standalone[number].page)
            let page = edition.standalonePage(number, body: body.html)
            return (theme.standalone(syndication.describing(page)), notes)
        case .notFound: return (theme.notFound(syndication.describing(edition.notFoundPage())), PageNotes())
        case .redirect(let redirect):
            let page = edition.redirectPage(
                from: edition.alias(of: redirect).path, to: edition.target(of: redirect).path)
            return (theme.redirect(page), PageNotes())
        case .syndicated(let file): return try render(file)
        }
    }

    /// Whether all that a page's text asked for is still what it was.
    func hold(_ notes: PageNotes) -> Bool {
        guard !notes.lookups.isEmpty else { return notes.others.allSatisfy(hold) }
        let surroundings = surroundings(of: notes.source)
        return notes.lookups.allSatisfy { $0.holds(in: surroundings) } && notes.others.allSatisfy(hold)
    }

    private func surroundings(of source: String) -> ArticleSurroundings {
        ArticleSurroundings(source: source, site: edition.site, content: content, links: links)
    }

    /// - Parameter file: the file's bytes, if they are at hand.
    private func body(
        _ article: Article, _ file: [UInt8]? = nil
    ) throws(MachineError) -> (body: Body, notes: PageNotes) {
        try noted(article.source) { surroundings throws(MachineError) in
            try text(of: article, file, in: surroundings)
        }
    }

    private func biography(_ author: AuthorFile?) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        guard let author else { return (.empty, PageNotes()) }
        let (body, notes) = try noted(author.source) { surroundings throws(MachineError) in
            try text(of: author, in: surroundings)
        }
        return (body.html, notes)
    }

    /// A text's HTML, and what it asked and what was wrong with it.
    func noted(
        _ source: String, _ text: (LookupNotes) throws(MachineError) -> Body
    ) throws(MachineError) -> (body: Body, notes: PageNotes) {
        let surroundings = LookupNotes(surroundings(of: source))
        let body = try text(surroundings)
        var notes = PageNotes()
        notes.source = source
        notes.lookups = surroundings.lookups
        notes.pictures = surroundings.pictures
        notes.diagnostics = body.diagnostics.map { $0.at(path: source) }
        return (body, notes)
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
        try text(of: article, file, at: "", in: surroundings, pieces: theme)
    }

    /// - Parameters:
    ///   - file: the file's bytes, if they are at hand.
    ///   - address: the page's, for those who read the text elsewhere; empty for the page itself.
    func text(
        of article: Article, _ file: [UInt8]? = nil, at address: String, in surroundings: some Surroundings,
        pieces: some Pieces
    ) throws(MachineError) -> Body {
        var options = options
        options.ownAddress = address
        options.dropsLeadingHeadline = article.headlineIsInBody
        options.hasDateline = true
        options.dateline = article.dateline
        let bytes = if let file { file } else { try files.read(article.source).bytes }
        return text(in: bytes, from: article.bodyOffset, line: article.bodyLine, options, surroundings, pieces)
    }

    private func text(of author: AuthorFile, in surroundings: some Surroundings) throws(MachineError) -> Body {
        text(
            in: try files.read(author.source).bytes, from: author.bodyOffset, line: author.bodyLine, options,
            surroundings, theme)
    }

    private func text(
        in file: [UInt8], from offset: Int, line: Int, _ options: BodyOptions, _ surroundings: some Surroundings,
        _ pieces: some Pieces
    ) -> Body {
        Body(
            rendering: file[min(offset, file.count)...], firstLine: line, options: options,
            surroundings: surroundings, pieces: pieces)
    }
}
