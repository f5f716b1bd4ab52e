import Diagnostics
import Newspaper

/// Everything that is to stand in Output: no two things at one place, and none where another has its folder.
struct Layout: Sendable {
    private(set) var pages: [PlannedPage] = []
    /// The fingerprints of the pages' paths.
    private(set) var paths: [UInt64] = []
    /// Files of Content that are copied.
    private(set) var files: [CopiedFile] = []
    /// Files of the theme, but for those of which the newspaper has its own.
    private(set) var assets: [Asset] = []
    private(set) var diagnostics: [Diagnostic] = []

    struct CopiedFile: Sendable {
        /// Its position in the listing.
        var row: Int
        /// Relative to Content, and to Output.
        var name: String
        /// The fingerprint of that.
        var path: UInt64
    }

    /// One of all the files.
    enum File {
        case page(PlannedPage)
        case copy(CopiedFile)
        case asset(Asset)
    }

    /// How many there are: pages, then copies, then assets.
    var count: Int { pages.count + files.count + assets.count }

    /// How many of them are for people to read.
    var pageCount: Int {
        pages.count { if case .syndicated = $0 { false } else { true } }
    }

    func file(_ number: Int) -> File {
        if number < pages.count { return .page(pages[number]) }
        let rest = number - pages.count
        return rest < files.count ? .copy(files[rest]) : .asset(assets[rest - files.count])
    }

    /// The fingerprint of a file's path.
    func path(_ number: Int) -> UInt64 {
        if number < pages.count { return paths[number] }
        let rest = number - pages.count
        return rest < files.count ? files[rest].path : Fingerprint.of(name(number)).value
    }

    /// A file's path in Output.
    func name(_ number: Int) -> String {
        switch file(number) {
        case .page(let page): edition.path(of: page).file
        case .copy(let file): file.name
        case .asset(let asset): asset.path.file
        }
    }

    /// Whether nothing stands at a path, be it a file or a folder.
    func isFree(_ path: String) -> Bool {
        let path = Fingerprint.of(path).value
        return owners[path] == nil && !oddFolders.contains(path)
    }

    private let edition: Edition
    private let contentName: String
    /// Folders that look like compressed files.
    private var oddFolders: Set<UInt64> = []
    /// What stands at each path: a page's number, or, behind those, that it is an asset or a file.
    private var owners: PathTable
    private let asset: Int
    private let file: Int

    /// Lists, which others lead to, are taken from nobody; then come articles, then redirects and files.
    init(_ edition: Edition, contentName: String, listing: ContentListing, assets: [Asset]) {
        self.edition = edition
        self.contentName = contentName
        let plan = edition.plan()
        asset = plan.count
        file = plan.count + 1
        let files = listing.files.map { row in
            let name = listing.path(listing.rows[row])
            return CopiedFile(row: row, name: name, path: Fingerprint.of(name).value)
        }
        owners = PathTable(capacity: plan.count + files.count + assets.count)
        let own = Set(files.map(\.path))
        self.assets = assets.filter { !own.contains(Fingerprint.of($0.path.file).value) }
        for asset in self.assets { _ = owners.insert(self.asset, at: Fingerprint.of(asset.path.file).value) }

        pages.reserveCapacity(plan.count)
        paths.reserveCapacity(plan.count)
        for page in plan { add(page, unlessIn: own) }
        for file in files { add(file) }
        dropFoldersOfOthers()
    }

    /// Gives one of the assets its bytes, unless the newspaper has its own file there.
    mutating func fill(_ asset: String, with text: String) {
        guard let number = assets.firstIndex(where: { $0.path.file == asset }) else { return }
        assets[number].bytes = Array(text.utf8)
    }

    mutating func note(_ diagnostics: [Diagnostic]) {
        self.diagnostics += diagnostics
    }

    private mutating func add(_ page: PlannedPage, unlessIn own: Set<UInt64>) {
        let path = edition.file(of: page).value
        if page.givesWay, own.contains(path) { return }
        if let owner = owners.insert(pages.count, at: path) {
            return report(page, "the address of \(name(of: owner))")
        }
        pages.append(page)
        paths.append(path)
    }

    private mutating func add(_ file: CopiedFile) {
        if let owner = owners.insert(self.file, at: file.path) { return report(file, name(of: owner)) }
        files.append(file)
    }

    /// A page or file cannot stand where others have their folder.
    private mutating func dropFoldersOfOthers() {
        let folders = foldersOfOthers()
        guard !folders.isEmpty else { return }
        let pages = self.pages
        let paths = self.paths
        self.pages = []
        self.paths = []
        for (page, path) in zip(pages, paths) {
            if folders.contains(path) {
                report(page, "the folder of other pages")
            } else {
                self.pages.append(page)
                self.paths.append(path)
            }
        }
        for file in files where folders.contains(file.path) { report(file, "the folder of other pages") }
        files.removeAll { folders.contains($0.path) }
    }

    /// The paths at which something stands although they are folders of something else. A folder looks like a file only
    /// if there is a dot in it, or if there are files without one: so most pages need not be looked at.
    private mutating func foldersOfOthers() -> Set<UInt64> {
        var found: Set<UInt64> = []
        func look(above path: String) {
            for name in foldersAbove(path) {
                let folder = Fingerprint.of(name).value
                if owners[folder] != nil { found.insert(folder) }
                if Compression.allCases.contains(where: { name.hasSuffix($0.ending) }) { oddFolders.insert(folder) }
            }
        }
        var lastFolder = ""
        for file in files {
            let folder = FileSystem.folder(of: file.name)
            if folder != lastFolder { look(above: file.name) }
            lastFolder = folder
        }
        for asset in assets { look(above: asset.path.file) }

        let tops = topsOfPlainFiles()
        for page in pages {
            switch page {
            case .article(let number):
                let card = edition.cards[number]
                if card.hasOddPath || tops.contains(card.top) { look(above: edition.path(of: page).file) }
            case .standalone, .redirect: look(above: edition.path(of: page).file)
            default: if !tops.isEmpty { look(above: edition.path(of: page).file) }
            }
        }
        return found
    }

    /// The first parts of the paths of files whose names have no dot.
    private func topsOfPlainFiles() -> Set<UInt64> {
        let names = files.map(\.name) + assets.map(\.path.file)
        let plain = names.filter { !($0.split(separator: "/").last ?? "").contains(".") }
        return Set(plain.compactMap { $0.split(separator: "/").first.map { Fingerprint.of(String($0)).value } })
    }

    /// Says that a page cannot stand where it was to: `what` is there.
    private mutating func report(_ page: PlannedPage, _ what: String) {
        let address = edition.path(of: page).address()
        switch page {
        case .redirect(let redirect):
            diagnostics.append(
                .error(
                    "the alias \(address) is \(what)", at: edition.alias(of: redirect).place,
                    path: edition.target(of: redirect).source,
                    hint: "Remove the alias, or give it an address that nothing else has."))
        case .article(let number): report(edition.article(number), "\(address) is \(what)")
        case .standalone(let number): report(edition.standalone[number].page, "\(address) is \(what)")
        default:
            diagnostics.append(
                .error("\(name(of: page)) cannot stand at \(address), which is \(what)", hint: "Give it another name."))
        }
    }

    private mutating func report(_ article: Article, _ message: String) {
        diagnostics.append(
            .error(
                message, at: article.pathPlace, path: article.source,
                hint: "Give the article another slug: or permalink:."))
    }

    private mutating func report(_ file: CopiedFile, _ what: String) {
        diagnostics.append(
            .error(
                "the file would stand where \(what) is", path: contentName + "/" + file.name,
                hint: "Rename the file, or move it."))
    }

    private func name(of owner: Int) -> String {
        if owner == asset { return "a file of the theme" }
        return owner == file ? "a file" : name(of: pages[owner])
    }

    private func name(of page: PlannedPage) -> String {
        switch page {
        case .front: "the front page"
        case .article(let number): edition.headline(number).source
        case .standalone(let number): edition.standalone[number].page.source
        case .section(let number, _): "the section “\(edition.sections[number].link.name)”"
        case .topic(let number, _): "the topic “\(edition.topics[number].link.name)”"
        case .author(let number, _): "the author “\(edition.authors[number].byline.name)”"
        case .topics: "the list of topics"
        case .authors: "the list of authors"
        case .archive, .year, .month: "the archive"
        case .notFound: "the page for addresses that lead nowhere"
        case .redirect(let redirect):
            "the alias \(edition.alias(of: redirect).path.address()) of \(edition.target(of: redirect).source)"
        case .syndicated(.feed): "a feed"
        case .syndicated(.feedStylesheet): "the feeds’ stylesheet"
        case .syndicated(.sitemapIndex), .syndicated(.sitemap), .syndicated(.newsSitemap): "the sitemap"
        case .syndicated(.robots): "the file for robots"
        }
    }
}

extension PlannedPage {
    /// Whether a file of Content takes its place.
    fileprivate var givesWay: Bool {
        switch self {
        case .syndicated(.robots), .syndicated(.feedStylesheet): true
        default: false
        }
    }
}
