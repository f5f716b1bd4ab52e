import Newspaper

extension Build {
    /// The pages that stand in the last edition for some articles: files of Output, by the articles' files as problems
    /// name them. An article that no edition had is not among them.
    public func pages(of sources: Set<String>) -> [String: String] {
        var notes: [String] = []
        let paths = OutputPaths(output: output ?? site + "/Output")
        guard !sources.isEmpty, let folder = try? SiteFolder(site), let ledger = Ledger.last(paths, notes: &notes),
            let facts = try? MappedFile(paths.facts(ledger.summary.facts), count: ledger.summary.factsCount)
        else { return [:] }
        let catalogue = Catalogue(
            cards: [], nameNumbers: [], names: ledger.names, records: Records(facts.bytes) { [facts] _ in _ = facts })
        var pages: [String: String] = [:]
        // Only of the folders in which they lie: there may be a hundred thousand others.
        let parents = Set(sources.map { source in source.lastIndex(of: "/").map { String(source[..<$0]) } ?? "" })
        let isAsked = ledger.folders.map { parents.contains($0.isEmpty ? folder.contentName : folder.source($0)) }
        for number in 0..<ledger.rows.count {
            let row = ledger.rows[number]
            guard row.card >= 0, isAsked[Int(row.folder)], Int(row.card) < ledger.cards.count else { continue }
            let card = ledger.cards[Int(row.card)]
            let source = catalogue.source(of: card)
            if sources.contains(source) { pages[source] = catalogue.path(of: card).file }
        }
        return pages
    }
}
