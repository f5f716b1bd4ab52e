import Diagnostics
import Newspaper

extension Material {
    /// No two articles at one address: the first keeps it, and both are named. What is not published now claims none,
    /// for a story may take the place of one that has expired.
    func droppingSharedPaths(_ selection: Selection) -> (material: Material, diagnostics: [Diagnostic]) {
        var owners: [SitePath: Owner] = [:]
        var diagnostics: [Diagnostic] = []

        func claims(_ article: Article) -> Bool {
            guard selection.reasonToSkip(article) == nil else { return true }
            let claimant = Owner(source: article.source, place: article.pathPlace)
            guard let owner = owners.updateValue(claimant, forKey: article.path) else { return true }
            owners[article.path] = owner
            for (one, other) in [(owner, claimant), (claimant, owner)] {
                diagnostics.append(
                    .error(
                        "\(other.source) has the same address, \(article.path.address())", at: one.place,
                        path: one.source, hint: "Give one of them another slug: or permalink:."))
            }
            return false
        }

        var material = self
        material.articles = articles.filter(claims)
        material.standalone = standalone.filter(claims)
        return (material, diagnostics)
    }
}

/// Who has an address, and where that is written.
private struct Owner {
    var source: String
    var place: Place
}

/// Everything that is to stand in Output: no two things at one place, and none where another has its folder.
struct Layout {
    private(set) var pages: [PlannedPage] = []
    /// Files of Content that are copied.
    private(set) var files: [String] = []
    /// Files of the theme, but for those of which the newspaper has its own.
    private(set) var assets: [Asset] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let edition: Edition
    private let contentName: String
    /// What stands at each path of Output.
    private var owners: [String: Owner] = [:]

    private enum Owner {
        case page(PlannedPage.Content)
        case file, asset
    }

    /// Lists, which others lead to, are taken from nobody; then come articles, then redirects and files.
    init(_ edition: Edition, contentName: String, files: [String], assets: [Asset]) {
        self.edition = edition
        self.contentName = contentName
        let plan = edition.plan()
        owners.reserveCapacity(plan.count + files.count)
        let own = Set(files)
        self.assets = assets.filter { !own.contains($0.path.file) }
        for asset in self.assets { owners[asset.path.file] = .asset }

        var claims = [Bool](repeating: false, count: plan.count)
        for rank in Rank.allCases {
            for number in plan.indices where plan[number].rank == rank { claims[number] = claim(plan[number]) }
        }
        let folders = self.folders(plan, claims, files)
        for number in plan.indices where claims[number] && folders.contains(plan[number].path.file) {
            claims[number] = false
            report(plan[number], "the folder of other pages")
        }
        pages = plan.indices.filter { claims[$0] }.map { plan[$0] }
        self.files = files.filter { isFree($0, folders) }
    }

    private mutating func claim(_ page: PlannedPage) -> Bool {
        guard let owner = owners.updateValue(.page(page.content), forKey: page.path.file) else { return true }
        owners[page.path.file] = owner
        report(page, "the address of \(name(of: owner))")
        return false
    }

    private mutating func isFree(_ file: String, _ folders: Set<String>) -> Bool {
        let owner = folders.contains(file) ? "the folder of other pages" : owners[file].map { name(of: $0) }
        guard let owner else { return true }
        diagnostics.append(
            .error(
                "the file would stand where \(owner) is", path: contentName + "/" + file,
                hint: "Rename the file, or move it."))
        return false
    }

    /// All folders that there are in Output.
    private func folders(_ plan: [PlannedPage], _ claims: [Bool], _ files: [String]) -> Set<String> {
        var folders: Set<Substring> = []
        func add(_ file: String) {
            var rest = file[...]
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                guard folders.insert(rest).inserted else { return }
            }
        }
        for number in plan.indices where claims[number] { add(plan[number].path.file) }
        for file in files { add(file) }
        for asset in assets { add(asset.path.file) }
        return Set(folders.map(String.init))
    }

    /// Says that a page cannot stand where it was to: `what` is there.
    private mutating func report(_ page: PlannedPage, _ what: String) {
        let address = page.path.address()
        switch page.content {
        case .redirect(_, let alias, let source):
            diagnostics.append(
                .error(
                    "the alias \(address) is \(what)", at: alias.place, path: source,
                    hint: "Remove the alias, or give it an address that nothing else has."))
        case .article(let number): report(edition.headlines[number].article, "\(address) is \(what)")
        case .standalone(let number): report(edition.standalone[number].page, "\(address) is \(what)")
        default:
            diagnostics.append(
                .error(
                    "\(name(of: .page(page.content))) cannot stand at \(address), which is \(what)",
                    hint: "Give it another name."))
        }
    }

    private mutating func report(_ article: Article, _ message: String) {
        diagnostics.append(
            .error(
                message, at: article.pathPlace, path: article.source,
                hint: "Give the article another slug: or permalink:."))
    }

    private func name(of owner: Owner) -> String {
        switch owner {
        case .file: "a file"
        case .asset: "a file of the theme"
        case .page(.front): "the front page"
        case .page(.article(let number)): edition.headlines[number].article.source
        case .page(.standalone(let number)): edition.standalone[number].page.source
        case .page(.section(let number, _)): "the section “\(edition.sections[number].link.name)”"
        case .page(.topic(let number, _)): "the topic “\(edition.topics[number].link.name)”"
        case .page(.author(let number, _)): "the author “\(edition.authors[number].byline.name)”"
        case .page(.topics): "the list of topics"
        case .page(.authors): "the list of authors"
        case .page(.archive), .page(.year), .page(.month): "the archive"
        case .page(.notFound): "the page for addresses that lead nowhere"
        case .page(.redirect(_, let alias, let source)): "the alias \(alias.path.address()) of \(source)"
        }
    }
}

/// Who keeps an address that several claim: the first of these.
private enum Rank: CaseIterable {
    case fixed, list, article, redirect
}

extension PlannedPage {
    fileprivate var rank: Rank {
        switch content {
        case .front, .topics, .authors, .archive, .notFound: .fixed
        case .section, .topic, .author, .year, .month: .list
        case .article, .standalone: .article
        case .redirect: .redirect
        }
    }
}
