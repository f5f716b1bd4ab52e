/// The fields of an article that stet knows.
package enum ArticleKey: Int, CaseIterable {
    case headline, date, updated, embargo, expires, draft, status, published, section, categories, topics, authors
    case deck, summary, kicker, kind, dateline, image, imageAlternative, imageCaption, imageCredit, slug, permalink
    case aliases, access, corrections, series, source, language, priority, id, translations

    /// The name it goes by, then the names under which other systems know it, the likeliest first.
    package var names: [String] {
        switch self {
        case .headline: ["headline", "title"]
        case .date: ["date", "pubDate"]
        case .updated: ["updated", "lastmod", "modified", "last_modified_at"]
        case .embargo: ["embargo", "publishDate"]
        case .expires: ["expires", "expiryDate"]
        case .draft: ["draft"]
        case .status: ["status"]
        case .published: ["published"]
        case .section: ["section"]
        case .categories: ["categories"]
        case .topics: ["topics", "tags", "keywords"]
        case .authors: ["authors", "author", "byline"]
        case .deck: ["deck", "subtitle", "standfirst", "dek"]
        case .summary: ["summary", "description", "excerpt", "abstract"]
        case .kicker: ["kicker"]
        case .kind: ["kind"]
        case .dateline: ["dateline"]
        case .image: ["image", "cover", "thumbnail", "featured_image"]
        case .imageAlternative: ["image_alt"]
        case .imageCaption: ["image_caption", "image_figcaption"]
        case .imageCredit: ["image_credit"]
        case .slug: ["slug"]
        case .permalink: ["permalink", "url", "path"]
        case .aliases: ["aliases", "redirect_from"]
        case .access: ["access"]
        case .corrections: ["corrections", "correction"]
        case .series: ["series"]
        case .source: ["source"]
        case .language: ["lang", "language"]
        case .priority: ["priority"]
        case .id: ["id", "guid"]
        case .translations: ["translations"]
        }
    }

    /// Every name, in lower case (other systems take no notice of case), with its key and its rank among the key's
    /// names.
    package static let byName: [String: (key: ArticleKey, rank: Int)] = {
        var result: [String: (key: ArticleKey, rank: Int)] = [:]
        for key in allCases {
            for (rank, name) in key.names.enumerated() { result[name.lowercased()] = (key, rank) }
        }
        return result
    }()
}
