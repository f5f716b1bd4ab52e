import Markdown
import Markup

/// All topics, or all authors.
public struct DirectoryPage: Page {
    public var info: PageInfo
    /// By initial, in alphabetical order.
    public var groups: [Group]
    /// Whether it lists authors.
    public var isOfPeople: Bool

    public struct Group: Sendable {
        public var initial: String
        public var entries: [Entry]
    }

    public struct Entry: Sendable {
        public var link: Link
        /// How many stories there are.
        public var count: Int
        public var role: String?
        public var picture: Picture?
    }
}

extension Edition {
    /// The page of all topics.
    public func topicsPage() -> DirectoryPage {
        directory(
            Edition.topicsPath, isOfPeople: false, title: site.words[.topics],
            entries: topics.map { DirectoryPage.Entry(link: $0.link, count: $0.stories.count) })
    }

    /// The page of all authors.
    public func authorsPage() -> DirectoryPage {
        directory(
            Edition.authorsPath, isOfPeople: true, title: site.words[.authors],
            entries: authors.map {
                DirectoryPage.Entry(
                    link: Link($0.byline.name, $0.byline.address), count: $0.stories.count, role: $0.byline.role,
                    picture: $0.byline.picture)
            })
    }

    private func directory(
        _ path: SitePath, isOfPeople: Bool, title: String, entries: [DirectoryPage.Entry]
    ) -> DirectoryPage {
        var groups: [DirectoryPage.Group] = []
        for entry in entries {
            let initial = entry.link.name.first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
            if groups.last?.initial != initial { groups.append(DirectoryPage.Group(initial: initial, entries: [])) }
            groups[groups.count - 1].entries.append(entry)
        }
        var info = PageInfo(site.address(path), title: title)
        info.breadcrumb = [home, Link(title, site.address(path))]
        return DirectoryPage(info: info, groups: groups, isOfPeople: isOfPeople)
    }
}
