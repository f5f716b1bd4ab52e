/// An edition in which only texts have changed, and no facts, is the same one but for their fingerprints.
extension Edition {
    /// The same edition with other texts.
    /// - Parameter others: their fingerprints by the articles' numbers.
    package func with(texts others: [Int: UInt64]) -> Edition {
        Edition(
            site: site, sections: sections, topics: topics, authors: authors, months: months, standalone: standalone,
            due: due, nextChange: nextChange, news: news, catalogue: catalogue, cards: cards, order: order,
            places: places, resolved: resolved, pictures: pictures, series: series, fingerprints: fingerprints,
            texts: texts.merging(others) { _, new in new })
    }

    /// The pages that show something of an article's text. What a page shows of its facts does not count.
    package func pages(showingTextOf number: Int) -> [PlannedPage] {
        [.article(number)] + feeds(showingTextOf: number).map(PlannedPage.syndicated)
    }

    /// Of an article's file, text and all.
    func fingerprint(ofText number: Int) -> UInt64 {
        texts.isEmpty ? cards[number].text : texts[number] ?? cards[number].text
    }

    /// The number of the article whose card has that position in the catalogue; nil for one that is not published.
    package func number(ofCard position: Int) -> Int? {
        order.firstIndex(of: Int32(position))
    }
}
