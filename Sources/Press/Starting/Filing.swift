import Newspaper

/// Where a site puts the files of its articles, as its newest show.
struct Filing {
    /// Whether names begin with the date: `2014-07-21-slug.md`.
    private var isDated = false
    /// Whether each article has a folder with its pictures: `slug/index.md`.
    private var isBundled = false
    /// How many folders there are for years, months and days.
    private var numbers = 0
    private var suffix = ".md"
    /// Where all articles lie, if not in their section's folder: then their front matter names the section.
    private(set) var commonFolder: String?

    /// - Parameter samples: the newest first.
    init(_ samples: [Sample], zone: Zone) {
        isDated = isMajority(samples.map { Timestamp(fileName: $0.path.name, in: zone) != nil })
        isBundled = isMajority(samples.map(\.path.isBundle))
        numbers = min(
            majority(samples.map { $0.path.folders.reversed().prefix(while: ContentPath.isNumber).count }) ?? 0, 3)
        suffix = majority(samples.map(\.suffix)) ?? suffix
        let named = samples.filter(\.article.namesSection)
        if isMajority(samples.map(\.article.namesSection)) { commonFolder = majority(named.map(\.path.section)) }
    }

    /// The file of an article in a folder, both relative to Content.
    func file(_ slug: String, in folder: String, at date: LocalTime) -> String {
        let day = date.day.split(separator: "-").map(String.init)
        let name = isDated ? date.day + "-" + slug : slug
        let parts = [folder] + day.prefix(numbers) + [name]
        return parts.filter { !$0.isEmpty }.joined(separator: "/") + (isBundled ? "/index" : "") + suffix
    }

    /// Files that would have the same address.
    static func rivals(of file: String) -> [String] {
        let path = file.withoutMarkdownExtension
        let plain = path.hasSuffix("/index") ? String(path.dropLast(6)) : path
        return [plain, plain + "/index"].flatMap { [$0 + ".md", $0 + ".markdown"] }
    }
}
