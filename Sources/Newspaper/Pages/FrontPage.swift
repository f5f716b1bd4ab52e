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
        let stories = frontPageStories()
        var info = PageInfo(site.address(.front), title: site.name, description: site.description ?? site.tagline)
        info.feeds = feedLinks(.site)
        return FrontPage(
            info: info, date: count > 0 ? headline(0).published : nil, lead: stories.top.first.map(headline),
            secondary: stories.top.dropFirst().map(headline),
            blocks: stories.blocks.map {
                FrontPage.Block(section: sections[$0.section].link, headlines: headlines($0.stories))
            })
    }

    /// What stands on the front page: the stories at its top, and those of each section that has more.
    func frontPageStories() -> (top: [Int], blocks: [(section: Int, stories: [Int32])]) {
        let lifted = cards.indices.filter { cards[$0].priority > 0 }
            .sorted { (cards[$0].priority, $1) > (cards[$1].priority, $0) }
        let others = cards.indices.lazy.filter { [cards] in cards[$0].priority == 0 }.prefix(
            1 + Edition.secondaryStories)
        let top = Array((lifted + others).prefix(1 + Edition.secondaryStories))
        var shown = Set(top.map(Int32.init))

        let blocks = sections.indices.filter { sections[$0].parent == nil }.map {
            number -> (section: Int, stories: [Int32]) in
            let others = self.sections[number].stories.lazy.filter { !shown.contains($0) }
            let stories = Array(others.prefix(Edition.storiesInBlock))
            shown.formUnion(stories)
            return (section: number, stories: stories)
        }
        return (top, blocks.filter { !$0.stories.isEmpty })
    }
}
