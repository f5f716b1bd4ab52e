import Markdown
import Markup

/// An article's own page.
public struct ArticlePage: Page {
    public var info: PageInfo
    public var headline: Headline
    /// The lead picture.
    public var lead: Figure?
    /// Its caption without markup.
    public var leadCaption: String?
    /// The text, with its dateline; for an article that is for members, nothing.
    public var body: HTML
    public var corrections: [PrintedCorrection]
    public var series: Series?
    /// Other stories of its section: the latest while it is recent, its neighbours in time once it is archive.
    public var moreHeadlines: [Headline]
    /// Set if reading it counts.
    public var meter: Meter?
    /// Set if only members read the text: what invites others.
    public var invitation: Meter?
    public var isForMembers: Bool
    public var access: Access
    /// Where the text says that the report comes from: `CAIRO`.
    public var dateline: String?
    /// Where it can be read in other languages.
    public var translations: [Translation]

    /// A correction, ready to print.
    public struct PrintedCorrection: Sendable {
        public var date: LocalTime?
        public var text: HTML
        /// The same without markup.
        public var plainText: String
    }

    /// The series that the article is part of, the oldest part first.
    public struct Series: Sendable {
        public var name: String
        public var parts: [Headline]
    }
}

extension Edition {
    /// How many of a section's newest articles show its latest headlines.
    static let recent = 20
    static let moreHeadlines = 8

    /// The page of the article with that number, with `body` for its text.
    public func articlePage(_ number: Int, body: HTML) -> ArticlePage {
        articlePage(number, article(number), body: body)
    }

    /// The same for an article whose facts have been read already.
    /// - Parameter dateline: the one that stands in the text.
    package func articlePage(
        _ number: Int, _ article: Article, body: HTML, dateline: String? = nil
    ) -> ArticlePage {
        let headline = headline(number)
        let access = article.access ?? site.access
        let section = section(ofArticle: number)
        let picture = headline.picture
        let caption = article.image.flatMap { self.caption(of: $0, picture) }
        let sentence = caption.flatMap { $0.text.isEmpty ? nil : MarkdownLine($0.text) }
        var info = PageInfo(site.address(article.path), title: article.headline, description: article.summary)
        info.breadcrumb = breadcrumb(toSection: section)
        info.section = topSection(of: section)
        info.language = article.language
        return ArticlePage(
            info: info, headline: headline,
            lead: picture.map { Figure(picture: $0, caption: sentence?.html, credit: caption?.credit) },
            leadCaption: sentence?.plain,
            body: access == .members ? .empty : body,
            corrections: article.corrections.map {
                let text = MarkdownLine($0.text)
                return ArticlePage.PrintedCorrection(
                    date: $0.date.map(site.zone.local), text: text.html, plainText: text.plain)
            },
            series: series(of: number), moreHeadlines: headlines(moreHeadlines(than: number)),
            meter: access == .metered ? site.meter : nil, invitation: access == .members ? site.meter : nil,
            isForMembers: access == .members, access: access, dateline: dateline ?? article.dateline,
            translations: article.translations)
    }

    /// An article's section; nil for one in none.
    func section(ofArticle number: Int) -> Int? {
        let section = places[number].section
        return section < 0 ? nil : Int(section)
    }

    /// What stands under a lead picture.
    func caption(of image: ArticleImage, _ picture: Picture?) -> Caption? {
        picture.flatMap { Caption(image.caption.map { Caption(parsing: $0) }, credit: image.credit, of: $0) }
    }

    /// The picture with its caption.
    func figure(_ picture: Picture?, _ caption: Caption?) -> Figure? {
        guard let picture else { return nil }
        guard let caption else { return Figure(picture: picture) }
        let sentence = caption.text.isEmpty ? nil : HTML(inlineMarkdown: caption.text)
        return Figure(picture: picture, caption: sentence, credit: caption.credit)
    }

    private func series(of number: Int) -> ArticlePage.Series? {
        let parts = headlines(seriesParts(of: number))
        guard let oldest = parts.first else { return nil }
        return ArticlePage.Series(name: oldest.article.series ?? "", parts: parts)
    }

    /// All parts of the series that an article is part of, the oldest first; none if there are no others.
    func seriesParts(of number: Int) -> [Int32] {
        let parts = series[cards[number].series] ?? []
        return parts.count > 1 ? parts : []
    }

    /// The latest of its section while it is recent, its neighbours in time once it is archive.
    func moreHeadlines(than number: Int) -> [Int32] {
        guard let section = section(ofArticle: number) else { return [] }
        let stories = sections[section].stories
        let position = Int(places[number].position)
        if position < Edition.recent {
            let latest = stories.prefix(Edition.moreHeadlines + 1).filter { $0 != number }
            return Array(latest.prefix(Edition.moreHeadlines))
        }
        let half = Edition.moreHeadlines / 2
        let newer = stories[max(0, position - half)..<position]
        let older = stories[(position + 1)..<min(stories.count, position + 1 + half)]
        return Array(newer) + Array(older)
    }
}
