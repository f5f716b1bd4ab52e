import Markup

/// One page of the headlines about a topic.
public struct TopicPage: Page {
    public var info: PageInfo
    public var topic: Link
    public var headlines: [Headline]
    public var pagination: Pagination
}

extension Edition {
    /// All topics.
    static let topicsPath = SitePath(folder: "topics")

    /// A page of the topic with that number; no page number means the newest.
    public func topicPage(_ number: Int, page: Int?) -> TopicPage {
        let topic = topics[number]
        let pages = ListPages(count: topic.stories.count, size: site.pageSize)
        var info = listInfo(topic.path, page: page, title: topic.link.name)
        info.breadcrumb = [home, Link(site.words[.topics], site.address(Edition.topicsPath)), topic.link]
        info.feeds = feedLinks(.topic(number))
        return TopicPage(
            info: info, topic: topic.link, headlines: headlines(topic.stories[pages.range(ofPage: page)]),
            pagination: pages.pagination(ofPage: page, of: topic.path, site: site))
    }
}
