import Markup

/// Finds each article's section, and makes those that nobody described.
struct Sections {
    private struct Entry {
        var path: String
        var name: String
        var description: String?
        var order: Int?
    }

    private let site: Site
    /// By path.
    private var register = Register<Entry>()
    /// The numbers of those that call themselves something.
    private var names: [String: Int] = [:]

    init(site: Site, files: [SectionFile]) {
        self.site = site
        for file in files {
            // Folders of pages and of authors are no sections, although other systems describe them like some.
            guard !["pages", "authors"].contains(file.path), let number = number(ofPath: file.path) else { continue }
            register.update(number) {
                $0.name = file.name ?? $0.name
                $0.description = file.description
                $0.order = file.order
            }
            if let name = file.name, names[folded(name)] == nil { names[folded(name)] = number }
        }
        for name in site.sectionOrder { _ = number(named: name) }
    }

    /// The number of the section that an article names, or whose folder it lies in; nil for one in none.
    mutating func number(of section: String, isNamed: Bool) -> Int? {
        isNamed ? number(named: section) : number(ofPath: section)
    }

    /// A section that is known, by path or by name.
    private func known(_ section: String) -> Int? {
        register.number(of: section) ?? names[folded(section)]
    }

    private mutating func number(named section: String) -> Int? {
        known(section) ?? number(ofPath: section)
    }

    /// The number of the section with that path; it and those around it are made if need be. Nil for no path at all.
    private mutating func number(ofPath path: String) -> Int? {
        if let known = register.number(of: path) { return known }
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return nil }
        let slugs = parts.map(slug)
        let address = slugs.joined(separator: "/")
        let number = register.number(of: address) ?? add(address, named: slugs == parts ? name.spacedOut : name, parts)
        register.addName(path, for: number)
        return number
    }

    private mutating func add(_ address: String, named name: String, _ parts: [String]) -> Int {
        _ = number(ofPath: parts.dropLast().joined(separator: "/"))
        return register.add(Entry(path: address, name: name), named: address)
    }

    /// All sections in the site's order, each before its subsections, and where each number went.
    func sorted() -> (sections: [Edition.Section], positions: [Int]) {
        let entries = register.entries
        let numbers = Dictionary(entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
        let parents = entries.map { numbers[$0.path.parentPath] }
        var sections: [Edition.Section] = []
        var positions = [Int](repeating: 0, count: entries.count)

        func place(_ number: Int, below parent: Int?) {
            let entry = entries[number]
            let position = sections.count
            positions[number] = position
            sections.append(
                Edition.Section(
                    path: entry.path, link: Link(entry.name, site.address(SitePath(folder: entry.path))),
                    description: entry.description, parent: parent))
            if let parent { sections[parent].children.append(position) }
            for child in inOrder(entries.indices.filter { parents[$0] == number }) { place(child, below: position) }
        }

        for number in inOrder(entries.indices.filter { parents[$0] == nil }) { place(number, below: nil) }
        return (sections, positions)
    }

    /// First those that site.yml names, then by their own order, then by name.
    private func inOrder(_ numbers: [Int]) -> [Int] {
        let named = site.sectionOrder.map { known($0) }
        let keys = numbers.map { number in
            let entry = register.entries[number]
            return (
                named.firstIndex(of: number) ?? .max, entry.order ?? .max, entry.name.lowercased(), entry.path, number
            )
        }
        return keys.sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }.map(\.4)
    }
}

extension String {
    /// `science` for `science/sea`; empty at the top.
    fileprivate var parentPath: String {
        lastIndex(of: "/").map { String(self[..<$0]) } ?? ""
    }
}
