import Diagnostics
import Markdown
import Markup
import Newspaper

/// What a site has of one sort: its drafts, its topics. Content is read, and nothing is written.
public struct Inventory: Sendable {
    /// What can be listed.
    public enum Subject: String, Sendable, CaseIterable {
        case drafts, scheduled, expired, undated, topics, authors, sections
    }

    /// An article, or a name with the number of its stories.
    public struct Item: Sendable, Hashable {
        /// The headline, or the topic's, author's or section's name.
        public var name: String
        /// An article's file, or a list's address.
        public var path: String
        /// An article's date, embargo or expiry, or that of the newest story.
        public var date: String?
        /// How many stories are published; nil for an article.
        public var count: Int?
    }

    public let subject: Subject
    /// Articles by date, the newest first, but scheduled ones in the order in which they come; names by their number of
    /// stories; sections in the site's order.
    public let items: [Item]
    /// What kept files from being read: they are not in the list.
    public let errors: [Diagnostic]

    public init(of subject: Subject, site: String, now: Now, themes: [any Theme.Type]) throws(BuildFailure) {
        let site = try BuildFailure.catching { try ReadSite(site, now: now, themes: themes) }
        self.subject = subject
        errors = (site.settings.diagnostics + site.content.diagnostics).filter { $0.severity == .error }.sorted()
        switch subject {
        case .drafts, .scheduled, .expired, .undated: items = site.articles(subject)
        case .topics, .authors, .sections: items = site.names(subject)
        }
    }
}

extension ReadSite {
    fileprivate func articles(_ subject: Inventory.Subject) -> [Inventory.Item] {
        let selection = selection(includesDrafts: false)
        var found: [(article: Article, date: Timestamp?)] = []
        func look(_ reason: Skipped.Reason?, _ isUndated: Bool, _ article: () -> Article) {
            switch (subject, reason) {
            case (.drafts, .draft): found.append((article(), article().date))
            case (.scheduled, .embargo): found.append((article(), article().embargo))
            case (.expired, .expired): found.append((article(), article().expires))
            case (.undated, _) where isUndated: found.append((article(), nil))
            default: break
            }
        }
        let catalogue = content.material.catalogue
        for card in catalogue.cards {
            look(selection.reasonToSkip(card), card.published == nil) { catalogue.article(card) }
        }
        // Pages that stand by themselves need no date.
        for page in content.material.standalone { look(selection.reasonToSkip(page), false) { page } }
        return inOrder(found, soonestFirst: subject == .scheduled).map { article, date in
            Inventory.Item(name: article.headline, path: article.source, date: date.map { site.zone.local($0).shown })
        }
    }

    /// What has no date comes last; of what has the same, the first path comes first.
    private func inOrder(
        _ articles: [(article: Article, date: Timestamp?)], soonestFirst: Bool
    ) -> [(article: Article, date: Timestamp?)] {
        articles.sorted { one, other in
            guard one.date?.seconds != other.date?.seconds else { return one.article.source < other.article.source }
            guard let date = one.date, let otherDate = other.date else { return one.date != nil }
            return soonestFirst ? date < otherDate : otherDate < date
        }
    }

    fileprivate func names(_ subject: Inventory.Subject) -> [Inventory.Item] {
        var report = Edition.Report()
        let edition = edition(includesDrafts: false, pictures: NoPictures(), report: &report)
        func item(_ name: String, _ path: String, _ stories: [Int32]) -> Inventory.Item {
            let newest = stories.first.flatMap { edition.headline(Int($0)).published }
            return Inventory.Item(name: name, path: path, date: newest?.day, count: stories.count)
        }
        switch subject {
        case .sections: return edition.sections.map { item($0.link.name, $0.link.address.text, $0.stories) }
        case .authors:
            return byCount(edition.authors.map { item($0.byline.name, $0.byline.address.text, $0.stories) })
        default: return byCount(edition.topics.map { item($0.link.name, $0.link.address.text, $0.stories) })
        }
    }

    private func byCount(_ items: [Inventory.Item]) -> [Inventory.Item] {
        items.sorted { (-($0.count ?? 0), $0.name, $0.path) < (-($1.count ?? 0), $1.name, $1.path) }
    }
}

extension LocalTime {
    /// `2026-11-18T07:30`, or the day alone.
    fileprivate var shown: String { hasTime ? day + "T" + time : day }
}

/// A list shows no pictures, so nobody looks for them.
private struct NoPictures: PictureSource {
    func picture(_ name: String, in source: String) -> PictureTarget { .found(Picture(address: .refused)) }
}
