import Markup

/// Finds the topics that articles name.
struct Topics {
    private struct Entry {
        var path: SitePath
        var link: Link
    }

    private let site: Site
    private var register = Register<Entry>()
    private var slugs = Slugs()

    init(site: Site) {
        self.site = site
    }

    var count: Int { register.entries.count }

    mutating func number(of name: String) -> Int {
        register.number(of: name) {
            let path = SitePath(folder: "topics/" + slugs.slug(for: $0))
            return Entry(path: path, link: Link($0, site.address(path)))
        }
    }

    /// All topics by name, each with its stories, and where each number went.
    func list(_ stories: [[Int32]]) -> (list: [Edition.Topic], positions: [Int]) {
        let entries = register.entries
        let keys = entries.map { (folded($0.link.name), $0.link.address.text) }
        let order = entries.indices.sorted { keys[$0] < keys[$1] }
        let list = order.map { Edition.Topic(path: entries[$0].path, link: entries[$0].link, stories: stories[$0]) }
        return (list, positions(order))
    }
}

/// Where each number went that an order names.
func positions(_ order: [Int]) -> [Int] {
    var positions = [Int](repeating: 0, count: order.count)
    for (position, number) in order.enumerated() { positions[number] = position }
    return positions
}
