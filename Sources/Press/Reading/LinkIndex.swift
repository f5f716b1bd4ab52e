import Markup
import Newspaper
import Synchronization

/// Where each article's page stands, by the name of its file: what links between articles are written in. It is made
/// when the first such link is met, for most newspapers have none.
final class LinkIndex: Sendable {
    private let edition: Edition
    private let contentName: String
    private let pages = Mutex<PagesByFile?>(nil)

    init(_ edition: Edition, contentName: String) {
        self.edition = edition
        self.contentName = contentName
    }

    /// The page of the article whose file `path` names, relative to Content.
    func page(_ path: String) -> Address? {
        look { $0.page(path) }
    }

    /// The page of the only article whose file has that name, in whichever folder it lies.
    func page(named file: String) -> Address? {
        look { $0.page(named: file) }
    }

    private func look(_ find: (PagesByFile) -> SitePath?) -> Address? {
        let path = pages.withLock { pages in
            let known = pages ?? PagesByFile(edition, contentName: contentName)
            pages = known
            return find(known)
        }
        return path.map(edition.site.address)
    }
}

private struct PagesByFile: Sendable {
    /// By path from Content, without the extension.
    private var pages: [String: SitePath] = [:]
    /// By the file's name alone, as other systems' references have it; nil where two have the same name.
    private var names: [String: SitePath?] = [:]

    init(_ edition: Edition, contentName: String) {
        pages.reserveCapacity(edition.count)
        for number in 0..<edition.count {
            add(edition.headline(number).source, edition.path(of: .article(number)), contentName)
        }
        for standalone in edition.standalone { add(standalone.page.source, standalone.page.path, contentName) }
        for section in edition.sections { pages[section.path + "/_index"] = SitePath(folder: section.path) }
    }

    private mutating func add(_ source: String, _ page: SitePath, _ contentName: String) {
        let path = String(source.dropFirst(contentName.utf8.count + 1)).withoutMarkdownExtension
        pages[path] = page
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if names.updateValue(page, forKey: name) != nil { names[name] = .some(nil) }
    }

    /// The page of the only article whose file has that name, in whichever folder it lies.
    func page(named file: String) -> SitePath? {
        let name = file.withoutMarkdownExtension.split(separator: "/").last.map(String.init) ?? file
        return names[name].flatMap { $0 }
    }

    /// The page of the article whose file `path` names, relative to Content.
    func page(_ path: String) -> SitePath? {
        pages[path] ?? pages[path + "/index"]
    }
}

extension String {
    /// The path less `.md`.
    var withoutMarkdownExtension: String {
        for suffix in [".md", ".markdown"] where hasSuffix(suffix) { return String(dropLast(suffix.count)) }
        return self
    }
}
