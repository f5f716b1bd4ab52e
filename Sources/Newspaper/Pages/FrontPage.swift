import Markup

/// The front page. No story stands on it twice.
public struct FrontPage: Page {
    public var info: PageInfo
    /// When the newest story was published.
    public var date: LocalTime?
    /// The story of the day; nil for a newspaper without one.
    public var lead: Headline?
    /// The next stories, the most important first.
    public var secondary: [Headline]
    /// A block for each section that has more to show, in the site's order.
    public var blocks: [Block]

    /// A section's latest stories that are not above.
    public struct Block: Sendable {
        public var section: Link
        public var headlines: [Headline]
    }
}

extension Edition {
    static let secondaryStories = 8
    static let storiesInBlock = 5

    /// The front page: `priority` lifts a story, the newest leads otherwise.
    public func frontPage() -> FrontPage {
        let lifted = headlines.filter { $0.article.priority > 0 }.sorted { $0.article.priority > $1.article.priority }
        let others = headlines.lazy.filter { $0.article.priority == 0 }.prefix(1 + Edition.secondaryStories)
        let top = (lifted + others).prefix(1 + Edition.secondaryStories)
        var shown = Set(top.map(ObjectIdentifier.init))

        let blocks = sections.filter { $0.parent == nil }.compactMap { section -> FrontPage.Block? in
            let others = section.headlines.lazy.filter { !shown.contains(ObjectIdentifier($0)) }
            let headlines = Array(others.prefix(Edition.storiesInBlock))
            shown.formUnion(headlines.map(ObjectIdentifier.init))
            return headlines.isEmpty ? nil : FrontPage.Block(section: section.link, headlines: headlines)
        }

        let info = PageInfo(site.address(.front), title: site.name, description: site.description ?? site.tagline)
        return FrontPage(
            info: info, date: headlines.first?.published, lead: top.first, secondary: Array(top.dropFirst()),
            blocks: blocks)
    }
}
