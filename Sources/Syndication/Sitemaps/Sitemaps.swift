import Markup
import Newspaper

extension Syndication {
    /// A list of addresses, with the pictures on them (sitemaps.org; Google's extension for images).
    func sitemap(_ page: SitemapPage) -> HTML {
        let xml: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
            xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            \(page.entries.lazy.map { entry($0) })\
            </urlset>

            """
        return xml.bytes
    }

    private func entry(_ entry: SitemapPage.Entry) -> XML {
        """
        <url>
        <loc>\(site.absolute(entry.address))</loc>
        \(entry.modified.map { "<lastmod>\($0.iso)</lastmod>\n" })\
        \(entry.picture.map {
            """
            <image:image>
            <image:loc>\(site.absolute($0))</image:loc>
            </image:image>

            """
        })</url>

        """
    }

    /// The list of all those files.
    func sitemapIndex(_ page: SitemapIndexPage) -> HTML {
        let xml: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(page.files.map { file in
                """
                <sitemap>
                <loc>\(site.absolute(file.address))</loc>
                \(file.modified.map { "<lastmod>\($0.iso)</lastmod>\n" })</sitemap>

                """
            })\
            </sitemapindex>

            """
        return xml.bytes
    }

    /// The news of the last two days (Google's extension for news).
    func newsSitemap(_ page: NewsSitemapPage) -> HTML {
        let xml: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
            xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            \(page.stories.map { story in
                """
                <url>
                <loc>\(site.absolute(story.url))</loc>
                <news:news>
                <news:publication>
                <news:name>\(site.name)</news:name>
                <news:language>\(newsLanguage(story.language ?? site.language))</news:language>
                </news:publication>
                \(story.published.map { "<news:publication_date>\($0.iso)</news:publication_date>\n" })\
                <news:title>\(story.headline)</news:title>
                </news:news>
                </url>

                """
            })\
            </urlset>

            """
        return xml.bytes
    }

    /// The language alone, but for Chinese, of which there are two.
    private func newsLanguage(_ tag: String) -> String {
        let parts = tag.lowercased().split(separator: "-")
        guard let language = parts.first else { return tag }
        guard language == "zh" else { return String(language) }
        let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
        return isTraditional ? "zh-tw" : "zh-cn"
    }

    /// What robots are told: that they may read everything, and where the lists of it are.
    func robots(sitemaps: [Address]) -> HTML {
        let lists = sitemaps.map { "Sitemap: \(site.absolute($0).text)\n" }.joined()
        return HTML(trusted: Array("User-agent: *\nAllow: /\n\n\(lists)".utf8))
    }
}
