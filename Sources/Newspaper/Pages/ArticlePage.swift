import Markdown
import Markup

/// An article's own page.
public struct ArticlePage: Page {
    public var info: PageInfo
    public var headline: Headline
    /// The lead picture.
    public var lead: Figure?
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

    /// A correction, ready to print.
    public struct PrintedCorrection: Sendable {
        public var date: LocalTime?
        public var text: HTML
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
        let headline = headlines[number]
        let article = headline.article
        let access = article.access ?? site.access
        let section = places[number]?.section
        var info = PageInfo(headline.url, title: headline.headline, description: article.summary)
        info.breadcrumb = breadcrumb(toSection: section)
        info.section = topSection(of: section)
        info.language = article.language
        return ArticlePage(
            info: info, headline: headline, lead: figure(article.image, headline.picture),
            body: access == .members ? .empty : body,
            corrections: article.corrections.map {
                ArticlePage.PrintedCorrection(date: $0.date.map(site.zone.local), text: HTML(inlineMarkdown: $0.text))
            },
            series: series(of: article), moreHeadlines: moreHeadlines(than: number),
            meter: access == .metered ? site.meter : nil, invitation: access == .members ? site.meter : nil,
            isForMembers: access == .members)
    }

    /// The picture with what the front matter says of it; the credit may stand at the end of the caption.
    func figure(_ image: ArticleImage?, _ picture: Picture?) -> Figure? {
        guard let image, let picture else { return nil }
        guard let text = image.caption else { return Figure(picture: picture, credit: image.credit) }
        let caption = Caption(parsing: text)
        let sentence = caption.text.isEmpty ? nil : HTML(inlineMarkdown: caption.text)
        return Figure(picture: picture, caption: sentence, credit: image.credit ?? caption.credit)
    }

    private func series(of article: Article) -> ArticlePage.Series? {
        guard let name = article.series, let parts = series[folded(name)], parts.count > 1 else { return nil }
        return ArticlePage.Series(name: parts[0].article.series ?? name, parts: parts)
    }

    private func moreHeadlines(than number: Int) -> [Headline] {
        guard let (section, position) = places[number] else { return [] }
        let list = sections[section].headlines
        if position < Edition.recent {
            return list.prefix(Edition.moreHeadlines + 1).filter { $0 !== headlines[number] }
                .prefix(Edition.moreHeadlines).map { $0 }
        }
        let half = Edition.moreHeadlines / 2
        let newer = list[max(0, position - half)..<position]
        let older = list[(position + 1)..<min(list.count, position + 1 + half)]
        return Array(newer) + Array(older)
    }
}
