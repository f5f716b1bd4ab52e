import Markup

extension Edition {
    /// The front page.
    var home: Link { Link(site.words[.home], site.address(.front)) }

    /// From the front page down to a section.
    func breadcrumb(toSection section: Int?) -> [Link] {
        var links: [Link] = []
        var current = section
        while let number = current {
            links.append(sections[number].link)
            current = sections[number].parent
        }
        return [home] + links.reversed()
    }

    /// The section of the menu in which a section lies.
    func topSection(of section: Int?) -> Address? {
        guard var number = section else { return nil }
        while let parent = sections[number].parent { number = parent }
        return sections[number].link.address
    }
}
