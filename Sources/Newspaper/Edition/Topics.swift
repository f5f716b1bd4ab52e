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

    func link(_ number: Int) -> Link { register.entries[number].link }

    /// All topics by name, each with its headlines.
    func list(_ headlines: [[Headline]]) -> [Edition.Topic] {
        zip(register.entries, headlines)
            .map { Edition.Topic(path: $0.path, link: $0.link, headlines: $1) }
            .sorted { (folded($0.link.name), $0.link.address.text) < (folded($1.link.name), $1.link.address.text) }
    }
}
