import Foundation
import Markdown
import Markup
import Newspaper

/// What all texts may lead to. An object, so that the surroundings of ten thousand texts are not as many copies of it.
final class SiteSurroundings: Sendable {
    let site: Site
    let content: ContentIndex
    let links: LinkIndex

    init(site: Site, content: ContentIndex, links: LinkIndex) {
        self.site = site
        self.content = content
        self.links = links
    }
}

/// What the text of one file may lead to.
struct ArticleSurroundings: Surroundings {
    let source: String
    let all: SiteSurroundings

    private var site: Site { all.site }
    private var content: ContentIndex { all.content }
    private var links: LinkIndex { all.links }

    /// Another article by the path of its file, a file that lies beside the article, or what was written.
    func address(ofLink destination: String) -> LinkTarget {
        guard !ContentFiles.isElsewhere(destination) else { return .asWritten }
        let path = String(destination.prefix { $0 != "#" && $0 != "?" })
        let rest = destination.dropFirst(path.count)
        guard !path.isEmpty, let decoded = path.removingPercentEncoding else { return .asWritten }
        let isArticle = decoded.hasSuffix(".md") || decoded.hasSuffix(".markdown")

        if isArticle {
            let file = ContentFiles.join(content.folder(of: source), decoded)
            guard let page = file.flatMap({ links.page($0.withoutMarkdownExtension) }) ?? links.page(named: decoded)
            else { return .missing("there is no article \(decoded.shortened)") }
            return .address(Address(trusted: page.text + rest))
        }
        if let file = content.file(decoded, in: source) { return .address(Address(trusted: file.text + rest)) }
        guard path.hasPrefix("/"), !site.base.isEmpty, let address = Address(destination) else { return .asWritten }
        return .address(site.address(written: address))
    }

    func picture(_ source: String) -> PictureTarget {
        content.pictures.picture(source, in: self.source)
    }

    func media(_ source: String) -> MediaTarget {
        content.media(source, in: self.source)
    }
}
