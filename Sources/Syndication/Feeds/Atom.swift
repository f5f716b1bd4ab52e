import Markup
import Newspaper

extension Syndication {
    /// A feed as Atom (RFC 4287).
    func atom(_ feed: FeedPage, _ items: [FeedItem]) -> HTML {
        let page = site.absolute(feed.page)
        let xml: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <?xml-stylesheet type="text/css" href="\(feedStylesheet)"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" \
            xml:lang="\(site.language)">
            <title>\(feed.title)</title>
            <subtitle>\(feed.description)</subtitle>
            <id>\(page)</id>
            <updated>\(items.newestChange.map { "\(rfc3339: $0)" } ?? "1970-01-01T00:00:00Z")</updated>
            \(feed.address(as: .atom).map {
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(site.absolute($0))\"/>\n"
            })\
            <link rel="alternate" type="text/html" href="\(page)"/>
            <author>
            <name>\(site.name)</name>
            <uri>\(home)</uri>
            </author>
            \(site.copyright.map { "<rights>\($0)</rights>\n" })\
            \(logo.map { "<logo>\($0.address)</logo>\n" })\
            <generator>stet</generator>
            \(items.map { entry($0) })\
            </feed>

            """
        return xml.bytes
    }

    private func entry(_ item: FeedItem) -> XML {
        """
        <entry\(item.headline.language.map { " xml:lang=\"\($0)\"" })>
        <title>\(item.headline.headline)</title>
        <id>\(item.id)</id>
        <link rel="alternate" type="text/html" href="\(address(of: item))"/>
        <published>\(rfc3339: item.published)</published>
        <updated>\(rfc3339: item.updated ?? item.published)</updated>
        \(item.authors.map { author in
            """
            <author>
            <name>\(author.name)</name>
            <uri>\(site.absolute(author.address))</uri>
            </author>

            """
        })\
        \(item.categories.map { "<category term=\"\($0)\"/>\n" })\
        \(item.headline.summary.map { "<summary>\($0)</summary>\n" })\
        \(item.text.map { "<content type=\"html\" xml:base=\"\(address(of: item))\">\(cdata: $0)</content>\n" })\
        \(picture(of: item).map { media($0, item.headline) })</entry>

        """
    }
}
