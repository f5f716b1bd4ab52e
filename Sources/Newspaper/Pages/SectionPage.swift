import Markup

/// One page of a section's headlines.
public struct SectionPage: Page {
    public var info: PageInfo
    public var section: Link
    public var description: String?
    public var subsections: [Link]
    /// The newest first; none for a section that is still empty.
    public var headlines: [Headline]
    public var pagination: Pagination
}

extension Edition {
    /// A page of the section with that number; no page number means the newest.
    public func sectionPage(_ number: Int, page: Int?) -> SectionPage {
        let section = sections[number]
        let path = SitePath(folder: section.path)
        let pages = ListPages(count: section.stories.count, size: site.pageSize)
        var info = listInfo(path, page: page, title: section.link.name, description: section.description)
        info.breadcrumb = breadcrumb(toSection: number)
        info.section = topSection(of: number)
        info.feeds = feedLinks(.section(number))
        return SectionPage(
            info: info, section: section.link, description: section.description,
            subsections: section.children.map { sections[$0].link },
            headlines: headlines(section.stories[pages.range(ofPage: page)]),
            pagination: pages.pagination(ofPage: page, of: path, site: site))
    }

    /// What every page of a list has.
    func listInfo(_ path: SitePath, page: Int?, title: String, description: String? = nil) -> PageInfo {
        PageInfo(
            site.address(ListPages.path(ofPage: page, of: path)),
            title: page.map { "\(title), \(site.words[.page]) \($0)" } ?? title, description: description)
    }
}
