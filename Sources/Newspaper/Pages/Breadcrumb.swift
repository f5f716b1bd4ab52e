import Markup

extension Edition {
    /// The front page.
    var home: Link { Edition.home(of: site) }

    static func home(of site: Site) -> Link { Link(site.words[.home], site.address(.front)) }

    /// From the front page down to a section.
    func breadcrumb(toSection section: Int?) -> [Link] {
        section.map { breadcrumbs[$0] } ?? [home]
    }

    /// The way to each of these sections.
    static func breadcrumbs(to sections: [Section], from home: Link) -> [[Link]] {
        var breadcrumbs: [[Link]] = []
        // A section comes before its subsections.
        for section in sections {
            breadcrumbs.append((section.parent.map { breadcrumbs[$0] } ?? [home]) + [section.link])
        }
        return breadcrumbs
    }

    /// The section of the menu in which a section lies.
    func topSection(of section: Int?) -> Address? {
        guard var number = section else { return nil }
        while let parent = sections[number].parent { number = parent }
        return sections[number].link.address
    }
}
