import Markdown
import Markup

/// A page that stands by itself, such as About.
public struct StandalonePage: Page {
    public var info: PageInfo
    public var title: String
    public var deck: String?
    public var lead: Figure?
    public var body: HTML
}

/// What a reader sees who followed a link to nowhere.
public struct NotFoundPage: Page {
    public var info: PageInfo
    public var latest: [Headline]
}

/// What stands at an old address.
public struct RedirectPage: Page {
    public var info: PageInfo
    public var target: Address
}

extension Edition {
    static let notFoundPath = SitePath(file: "404.html")

    /// The standalone page with that number, with `body` for its text.
    public func standalonePage(_ number: Int, body: HTML) -> StandalonePage {
        let page = standalone[number].page
        let picture = standalone[number].picture
        let address = site.address(page.path)
        var info = PageInfo(address, title: page.headline, description: page.summary)
        info.breadcrumb = [home, Link(page.headline, address)]
        info.language = page.language
        return StandalonePage(
            info: info, title: page.headline, deck: page.deck,
            lead: figure(picture, page.image.flatMap { caption(of: $0, picture) }),
            body: body)
    }

    /// The newest stories.
    var latest: Range<Int> { 0..<min(count, Edition.storiesInBlock) }

    /// The page for addresses that lead nowhere.
    public func notFoundPage() -> NotFoundPage {
        var info = PageInfo(site.address(Edition.notFoundPath), title: site.words[.notFound])
        info.breadcrumb = [home]
        return NotFoundPage(info: info, latest: latest.map(headline))
    }

    /// The page at an old address.
    public func redirectPage(from path: SitePath, to target: SitePath) -> RedirectPage {
        RedirectPage(
            info: PageInfo(site.address(path), title: site.words[.moved]), target: site.address(target))
    }
}
