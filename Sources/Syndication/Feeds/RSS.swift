import Markup
import Newspaper

extension Syndication {
    /// A feed as RSS 2.0, with the modules that newspapers use: whole texts, authors' names, pictures.
    func rss(_ feed: FeedPage, _ items: [FeedItem]) -> HTML {
        let newest = items.newestChange
        let xml: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <?xml-stylesheet type="text/css" href="\(feedStylesheet)"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:media="http://search.yahoo.com/mrss/">
            <channel>
            <title>\(feed.title)</title>
            <link>\(site.absolute(feed.page))</link>
            <description>\(feed.description)</description>
            <language>\(site.language)</language>
            \(site.copyright.map { "<copyright>\($0)</copyright>\n" })\
            \(newest.map { "<lastBuildDate>\(rfc822: $0)</lastBuildDate>\n" })\
            <generator>stet</generator>
            \(feed.address(as: .rss).map {
                "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"\(site.absolute($0))\"/>\n"
            })\
            \(logo.map { logo in
                """
                <image>
                <url>\(logo.address)</url>
                <title>\(feed.title)</title>
                <link>\(site.absolute(feed.page))</link>
                </image>

                """
            })\
            \(items.map { known($0) })\
            </channel>
            </rss>

            """
        return xml.bytes
    }

    /// An item with a summary is the same in the feeds of all its topics and authors.
    private func known(_ item: FeedItem) -> XML {
        guard item.text == nil else { return self.item(item) }
        return XML(made: summaries.piece(for: item.headline.number) { self.item(item).bytes })
    }

    private func item(_ item: FeedItem) -> XML {
        let (id, address) = (item.id, address(of: item))
        return """
            <item>
            <title>\(item.headline.headline)</title>
            <link>\(address)</link>
            <guid isPermaLink="\(id == address ? "true" : "false" as XML)">\(id)</guid>
            <pubDate>\(rfc822: item.published)</pubDate>
            \(item.authors.map { "<dc:creator>\($0.name)</dc:creator>\n" })\
            \(item.headline.language.map { "<dc:language>\($0)</dc:language>\n" })\
            \(item.categories.map { "<category>\($0)</category>\n" })\
            \(item.headline.summary.map { "<description>\(asHTML: $0)</description>\n" })\
            \(item.text.map { "<content:encoded xml:base=\"\(address)\">\(cdata: $0)</content:encoded>\n" })\
            \(picture(of: item).map { media($0, item.headline) })</item>

            """
    }

    /// A picture with what it shows and who made it (Media RSS 1.5).
    func media(_ picture: Picture, _ headline: Headline) -> XML {
        let words = headline.pictureWords
        let description = words.caption ?? (picture.alternative.isEmpty ? nil : picture.alternative)
        return """
            <media:content url="\(picture.address)" medium="image"\
            \(picture.width.map { " width=\"\($0)\"" })\(picture.height.map { " height=\"\($0)\"" })>
            \(description.map { "<media:description type=\"plain\">\($0)</media:description>\n" })\
            \(words.credit.map { "<media:credit>\($0)</media:credit>\n" })</media:content>

            """
    }
}
