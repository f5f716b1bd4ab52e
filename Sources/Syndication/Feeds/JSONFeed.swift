import Markup
import Newspaper

extension Syndication {
    /// A feed as JSON Feed 1.1.
    func jsonFeed(_ feed: FeedPage, _ items: [FeedItem]) -> HTML {
        JSON.object(in: .file, capacity: 64 << 10) { json in
            json.put("version", "https://jsonfeed.org/version/1.1")
            json.put("title", feed.title)
            json.put("home_page_url", site.absolute(feed.page))
            json.put("feed_url", feed.address(as: .json).map(site.absolute))
            json.put("description", feed.description)
            json.put("icon", logo?.address)
            json.put("language", site.language)
            json.objects("authors", [site.name]) { json, name in
                json.put("name", name)
                json.put("url", home)
            }
            json.lines("items", items) { json, item in put(item, into: &json) }
        }
    }

    private func put(_ item: FeedItem, into json: inout JSON) {
        json.put("id", item.id)
        json.put("url", address(of: item))
        json.put("title", item.headline.headline)
        json.put("summary", item.headline.summary)
        // One of the two there must be.
        if let text = item.text {
            json.put("content_html", html: text)
        } else {
            json.put("content_text", item.headline.summary ?? item.headline.headline)
        }
        json.put("image", picture(of: item)?.address)
        json.put("date_published", item.published.instant)
        json.put("date_modified", item.updated?.instant)
        json.objects("authors", item.authors) { json, author in
            json.put("name", author.name)
            json.put("url", site.absolute(author.address))
            json.put("avatar", author.picture.map { site.absolute($0.address) })
        }
        json.put("tags", item.categories)
        json.put("language", item.headline.language)
    }
}
