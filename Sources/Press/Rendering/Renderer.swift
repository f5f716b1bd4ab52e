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
    private let surroundings: SiteSurroundings
    var content: ContentIndex { surroundings.content }
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
        surroundings = SiteSurroundings(site: edition.site, content: content, links: links)
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

    /// A page's bytes, and what is to be noted of the texts on it.
    func render(_ page: PlannedPage) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        try draw(page, try text(on: page))
    }

    /// The first half of rendering a page: what cmark makes of the text on it, if there is one.
    func text(on page: PlannedPage) throws(MachineError) -> PageText {
        switch page {
        case .article(let number):
            let article = edition.article(number)
            let text = try body(article, texts?.take(edition.cards[number].text))
            return PageText(text, of: consume article)
        case .author(let number, page: nil):
            guard let file = edition.authors[number].file else { return .none }
            return PageText(try biography(file))
        case .standalone(let number):
            return PageText(try body(edition.standalone[number].page))
        default: return .none
        }
    }

    /// The second half: what the theme makes of the page.
    func draw(_ page: PlannedPage, _ text: PageText) throws(MachineError) -> (html: HTML, notes: PageNotes) {
        if case .syndicated(let file) = page { return try render(file) }
        return (draw(page, text), text.notes)
    }

    private func draw(_ page: PlannedPage, _ text: PageText) -> HTML {
        switch page {
        case .front: return theme.front(syndication.describing(edition.frontPage()))
        case .article(let number):
            var page = edition.articlePage(
                number, text.article ?? edition.article(number), body: text.html, dateline: text.dateline)
            page.info.metadata = syndication.metadata(of: page)
            return theme.article(page)
        case .section(let number, let page):
            return theme.section(syndication.describing(edition.sectionPage(number, page: page)))
        case .topic(let number, let page):
            return theme.topic(syndication.describing(edition.topicPage(number, page: page)))
        case .author(let number, let page):
            return theme.author(
                syndication.describing(edition.authorPage(number, page: page, biography: text.html)))
        case .topics: return theme.directory(syndication.describing(edition.topicsPage()))
        case .authors: return theme.directory(syndication.describing(edition.authorsPage()))
        case .archive: return theme.archive(syndication.describing(edition.archivePage()))
        case .year(let number): return theme.archive(syndication.describing(edition.yearPage(edition.years[number])))
        case .month(let number, let page):
            return theme.month(syndication.describing(edition.monthPage(number, page: page)))
        case .standalone(let number):
            return theme.standalone(syndication.describing(edition.standalonePage(number, body: text.html)))
        case .notFound: return theme.notFound(syndication.describing(edition.notFoundPage()))
        case .redirect(let redirect):
            return theme.redirect(
                edition.redirectPage(from: edition.alias(of: redirect).path, to: edition.target(of: redirect).path))
        case .syndicated: return .empty
        }
    }

    /// Whether all that a page's text asked for is still what it was.
    func hold(_ notes: PageNotes) -> Bool {
        guard !notes.lookups.isEmpty else { return notes.others.allSatisfy(hold) }
        let surroundings = surroundings(of: notes.source)
        return notes.lookups.allSatisfy { $0.holds(in: surroundings) } && notes.others.allSatisfy(hold)
    }

    private func surroundings(of source: String) -> ArticleSurroundings {
        ArticleSurroundings(source: source, all: surroundings)
    }

    /// - Parameter file: the file's bytes, if they are at hand.
    private func body(
        _ article: Article, _ file: [UInt8]? = nil
    ) throws(MachineError) -> (body: Body, notes: PageNotes) {
        try noted(article.source) { surroundings throws(MachineError) in
            try text(of: article, file, in: surroundings)
        }
    }

    private func biography(_ author: AuthorFile) throws(MachineError) -> (body: Body, notes: PageNotes) {
        try noted(author.source) { surroundings throws(MachineError) in try text(of: author, in: surroundings) }
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

/// What a page is drawn with besides its model: what cmark made of the text on it, and what is to be noted of that.
struct PageText: Sendable {
    static let none = PageText()

    /// The facts of the article whose page it is.
    var article: Article?
    var html = HTML.empty
    /// The one that stands in the text.
    var dateline: String?
    var notes = PageNotes()
}

extension PageText {
    fileprivate init(_ text: (body: Body, notes: PageNotes), of article: consuming Article? = nil) {
        self.init(article: article, html: text.body.html, dateline: text.body.dateline, notes: text.notes)
    }
}
