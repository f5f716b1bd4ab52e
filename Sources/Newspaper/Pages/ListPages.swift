import Markup

/// How a list that only grows at its newest end is spread over pages: full pages are numbered from the oldest and never
/// change; what is left, from one page's worth to just under two, stands at the list's own address.
struct ListPages {
    let count: Int
    let size: Int

    /// How many full pages there are beside the newest one.
    var numbered: Int { max(0, count / size - 1) }

    /// What stands on a page, as positions in the list, the newest first. No number means the newest page.
    func range(ofPage number: Int?) -> Range<Int> {
        guard let number else { return 0..<(count - numbered * size) }
        return (count - number * size)..<(count - (number - 1) * size)
    }

    /// Where a page stands, below the list's own path.
    static func path(ofPage number: Int?, of list: SitePath) -> SitePath {
        guard let number else { return list }
        return SitePath(folder: "\(list.path)/page/\(number)")
    }

    /// The way from a page to the next.
    func pagination(ofPage number: Int?, of list: SitePath, site: Site) -> Pagination {
        func address(_ number: Int?) -> Address { site.address(ListPages.path(ofPage: number, of: list)) }
        guard let number else {
            return Pagination(number: nil, newer: nil, older: numbered > 0 ? address(numbered) : nil)
        }
        return Pagination(
            number: number, newer: address(number < numbered ? number + 1 : nil),
            older: number > 1 ? address(number - 1) : nil)
    }
}
