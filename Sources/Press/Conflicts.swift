import Diagnostics
import Newspaper

extension Material {
    /// No two articles at one address: the first keeps it, and both are named.
    func droppingSharedPaths() -> (material: Material, diagnostics: [Diagnostic]) {
        var owners: [SitePath: Article] = [:]
        var diagnostics: [Diagnostic] = []

        func claims(_ article: Article) -> Bool {
            guard let owner = owners.updateValue(article, forKey: article.path) else { return true }
            owners[article.path] = owner
            for (one, other) in [(owner, article), (article, owner)] {
                diagnostics.append(
                    .error(
                        "\(other.source) has the same address, \(article.path.address())", at: one.pathPlace,
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

extension [PlannedPage] {
    /// No two pages and files at one place. Articles come first in a plan, so what they cannot have is taken from
    /// redirects and copied files; a list, which others lead to, is taken from nobody.
    func droppingSharedPaths(
        contentName: String, files: [String]
    ) -> (pages: [PlannedPage], diagnostics: [Diagnostic]) {
        var owners: [String: PlannedPage] = [:]
        var diagnostics: [Diagnostic] = []
        owners.reserveCapacity(count)
        let pages = filter { page in
            guard let owner = owners.updateValue(page, forKey: page.path.file) else { return true }
            owners[page.path.file] = owner
            diagnostics.append(page.conflict(with: owner))
            return false
        }
        for file in files where owners[file] != nil {
            diagnostics.append(
                .error(
                    "the file would stand where the page \(SitePath(file: file).address()) is",
                    path: contentName + "/" + file, hint: "Rename the file, or move it."))
        }
        return (pages, diagnostics)
    }
}

extension PlannedPage {
    fileprivate func conflict(with owner: PlannedPage) -> Diagnostic {
        if case .redirect(_, let alias, let source) = content {
            return .error(
                "the alias \(path.address()) is the address of another page", at: alias.place, path: source,
                hint: "Remove the alias, or give it an address that nothing else has.")
        }
        return .error("two pages have the address \(path.address())")
    }
}
