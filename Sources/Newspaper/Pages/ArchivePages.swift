import Markup

/// All years and months that have stories.
public struct ArchivePage: Page {
    public var info: PageInfo
    /// The newest first.
    public var years: [Year]

    public struct Year: Sendable {
        public var year: Int
        public var address: Address
        public var count: Int
        /// In the order of the calendar.
        public var months: [Month]
    }

    public struct Month: Sendable {
        public var month: Int
        public var name: String
        public var address: Address
        public var count: Int
    }
}

/// One page of a month's headlines.
public struct MonthPage: Page {
    public var info: PageInfo
    /// `November 2026`.
    public var name: String
    public var headlines: [Headline]
    public var pagination: Pagination
}

extension Edition {
    static let archivePath = SitePath(folder: "archive")

    /// The page of all years.
    public func archivePage() -> ArchivePage {
        let link = archiveLink
        var info = PageInfo(link.address, title: link.name)
        info.breadcrumb = [home, link]
        return ArchivePage(info: info, years: years)
    }

    /// The years that months belong to, in the same order.
    static func years(of months: [Month], on site: Site) -> [ArchivePage.Year] {
        var years: [ArchivePage.Year] = []
        for month in months {
            if years.last?.year != month.year {
                let address = site.address(Edition.path(ofYear: month.year))
                years.append(ArchivePage.Year(year: month.year, address: address, count: 0, months: []))
            }
            years[years.count - 1].count += month.stories.count
            years[years.count - 1].months.insert(
                ArchivePage.Month(
                    month: month.month, name: site.words.months[month.month - 1], address: site.address(month.path),
                    count: month.stories.count), at: 0)
        }
        return years
    }

    /// The page of one year.
    public func yearPage(_ year: ArchivePage.Year) -> ArchivePage {
        var info = PageInfo(year.address, title: "\(site.words[.archive]): \(year.year)")
        info.breadcrumb = [home, archiveLink, Link(String(year.year), year.address)]
        return ArchivePage(info: info, years: [year])
    }

    /// A page of the month with that number; no page number means the newest.
    public func monthPage(_ number: Int, page: Int?) -> MonthPage {
        let month = months[number]
        let pages = ListPages(count: month.stories.count, size: site.pageSize)
        let name = "\(site.words.months[month.month - 1]) \(month.year)"
        var info = listInfo(month.path, page: page, title: name)
        info.breadcrumb = [
            home, archiveLink,
            Link(String(month.year), site.address(Edition.path(ofYear: month.year))),
            Link(site.words.months[month.month - 1], site.address(month.path)),
        ]
        return MonthPage(
            info: info, name: name, headlines: headlines(month.stories[pages.range(ofPage: page)]),
            pagination: pages.pagination(ofPage: page, of: month.path, site: site))
    }

    private var archiveLink: Link { Link(site.words[.archive], site.address(Edition.archivePath)) }

    static func path(ofYear year: Int) -> SitePath {
        SitePath(folder: "archive/\(padded(year, to: 4))")
    }
}

extension Edition.Month {
    /// `archive/2026/11`.
    var path: SitePath {
        SitePath(folder: "archive/\(padded(year, to: 4))/\(padded(month))")
    }
}
