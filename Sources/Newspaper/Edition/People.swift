import Markdown
import Markup

/// Finds the authors that articles name, by key or by name.
struct People {
    private struct Entry {
        var path: SitePath
        var byline: Byline
        var file: AuthorFile?

        init(path: SitePath, name: String, file: AuthorFile?, site: Site) {
            self.path = path
            byline = Byline(name: name, role: file?.role, address: site.address(path))
            self.file = file
        }
    }

    private let site: Site
    private var register = Register<Entry>()
    private var slugs = Slugs()
    private let keys: [String]
    /// The numbers of the authors who have files, in the files' order.
    private(set) var numbersOfFiles: [Int] = []

    init(site: Site, files: [AuthorFile]) {
        self.site = site
        keys = files.map(\.key)
        for file in files {
            let path = SitePath(folder: "authors/" + slugs.slug(for: file.key))
            let number = register.add(Entry(path: path, name: file.name, file: file, site: site), named: file.key)
            register.addName(file.name, for: number)
            numbersOfFiles.append(number)
        }
    }

    var count: Int { register.entries.count }

    mutating func number(of name: String) -> Int {
        register.number(of: name) {
            Entry(path: SitePath(folder: "authors/" + slugs.slug(for: $0)), name: $0, file: nil, site: site)
        }
    }

    mutating func setPicture(_ picture: Picture?, of number: Int) {
        register.update(number) { $0.byline.picture = picture }
    }

    /// Whether a name can only be the key of a file that is not there: on a site that describes its authors, a name in
    /// lower case without a space.
    func isUnknownKey(_ name: String, number: Int) -> Bool {
        guard !keys.isEmpty, register.entries[number].file == nil else { return false }
        return name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
    }

    func nearMiss(of key: String) -> String? {
        Newspaper.nearMiss(key, among: keys)
    }

    /// All authors by name, each with their stories, and where each number went.
    func list(_ stories: [[Int32]]) -> (list: [Edition.Author], positions: [Int]) {
        let entries = register.entries
        let keys = entries.map { ($0.byline.name, $0.byline.address.text) }
        let order = entries.indices.sorted { keys[$0] < keys[$1] }
        let list = order.map {
            Edition.Author(
                path: entries[$0].path, byline: entries[$0].byline, file: entries[$0].file, stories: stories[$0])
        }
        return (list, positions(order))
    }
}
