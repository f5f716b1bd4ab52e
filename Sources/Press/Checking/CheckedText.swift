import Diagnostics
import Markdown
import Markup
import Newspaper

/// A text of the site, and what it refers to.
struct CheckedText: Sendable {
    let source: String
    /// Where it stands, or would stand.
    let page: SitePath
    /// A text that is not published leads nowhere yet; but its pictures are in use.
    let isPublished: Bool
    let isAuthor: Bool
    /// The picture that its front matter names.
    let image: ArticleImage?
    private(set) var references: [Reference] = []
    /// What a build says of it.
    private(set) var diagnostics: [Diagnostic] = []
    /// What its trusted HTML leads to or shows beside that.
    private(set) var named: [String] = []
    /// What the lines of Markdown in its front matter lead to.
    let namedByFacts: [String]

    init(
        _ source: String, page: SitePath, isPublished: Bool, isAuthor: Bool = false, image: ArticleImage?,
        corrections: [Correction] = [], trustsHTML: Bool, _ read: () throws(MachineError) -> Body
    ) {
        self.source = source
        self.page = page
        self.isPublished = isPublished
        self.isAuthor = isAuthor
        self.image = image
        namedByFacts = ([image?.caption].compactMap { $0 } + corrections.map(\.text)).flatMap {
            HTML(inlineMarkdown: $0).addresses
        }
        do throws(MachineError) {
            let body = try read()
            references = body.references
            if trustsHTML { named = Set(body.html.addresses).subtracting(references.map(\.address)).sorted() }
            if isPublished { diagnostics = body.diagnostics.map { $0.at(path: source) } }
        } catch {
            diagnostics = [.error(error).at(path: source)]
        }
    }
}

extension ReadSite {
    /// All texts, drafts among them, read on all cores.
    func texts<Look: Theme>(on edition: Edition, with renderer: Renderer<Look>) -> [CheckedText] {
        let catalogue = content.material.catalogue
        let published = Set(edition.cards.map(\.offset))
        let standalone = Set(edition.standalone.map(\.page.source))
        let trustsHTML = site.rawHTML == .allow
        @Sendable func text(_ article: Article, _ isPublished: Bool) -> CheckedText {
            CheckedText(
                article.source, page: article.path, isPublished: isPublished, image: article.image,
                corrections: article.corrections, trustsHTML: trustsHTML
            ) {
                () throws(MachineError) in try renderer.text(of: article)
            }
        }
        let articles = parallelMap(catalogue.cards.count) {
            let card = catalogue.cards[$0]
            return text(catalogue.article(card), published.contains(card.offset))
        }
        let pages = content.material.standalone.map { text($0, standalone.contains($0.source)) }
        let authors = edition.authors.compactMap { author in
            author.file.map { file in
                CheckedText(
                    file.source, page: author.path, isPublished: true, isAuthor: true, image: file.image,
                    trustsHTML: trustsHTML
                ) {
                    () throws(MachineError) in try renderer.text(of: file)
                }
            }
        }
        return articles + pages + authors
    }
}
