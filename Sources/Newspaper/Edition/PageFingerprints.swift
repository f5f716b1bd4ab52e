import Markup

/// What each page's model is made of, as a fingerprint: a page whose fingerprint is known need not be made again.
///
/// It is the counterpart of the functions that make the models (`Newspaper/Pages`), which read exactly this. What all
/// pages share, the site's settings and its menu, is not in it.
extension Edition {
    /// - Parameter text: of the file whose text stands on the page, if one does.
    package func fingerprint(of page: PlannedPage, text: (String) -> Fingerprint) -> Fingerprint {
        var result = Fingerprint(seed: page.seed)
        switch page {
        case .front: add(frontPageStories(), to: &result)
        case .article(let number): addArticle(number, to: &result)
        case .section(let number, let page):
            addSection(number, to: &result)
            for child in sections[number].children { result.add(.of(sections[child].link)) }
            addList(sections[number].stories, page: page, to: &result)
        case .topic(let number, let page):
            result.add(.of(topics[number].link))
            addList(topics[number].stories, page: page, to: &result)
        case .author(let number, let page):
            addAuthor(authors[number], isNewestPage: page == nil, text: text, to: &result)
            addList(authors[number].stories, page: page, to: &result)
        case .topics:
            for topic in topics {
                result.add(.of(topic.link))
                result.add(topic.stories.count)
            }
        case .authors:
            for author in authors {
                result.add(.of(author.byline))
                result.add(author.stories.count)
            }
        case .archive: years.forEach { add($0, to: &result) }
        case .year(let number): add(years[number], to: &result)
        case .month(let number, let page):
            result.add(months[number].year * 12 + months[number].month)
            addList(months[number].stories, page: page, to: &result)
        case .standalone(let number): addStandalone(standalone[number], text: text, to: &result)
        case .notFound: latest.forEach { result.add(fingerprints[$0]) }
        case .redirect(let redirect):
            result.add(alias(of: redirect).path.file)
            result.add(target(of: redirect).path.file)
        case .syndicated(let file): add(file, to: &result)
        }
        return result
    }

    private func add(_ stories: [Int32], to result: inout Fingerprint) {
        result.add(stories.count)
        for number in stories { result.add(fingerprints[Int(number)]) }
    }

    private func addArticle(_ number: Int, to result: inout Fingerprint) {
        result.add(cards[number].facts)
        result.add(fingerprint(ofText: number))
        result.add(fingerprints[number])
        if let section = section(ofArticle: number) { result.add(sectionFingerprints[section]) }
        add(seriesParts(of: number), to: &result)
        add(moreHeadlines(than: number), to: &result)
    }

    private func addSection(_ number: Int, to result: inout Fingerprint) {
        result.add(sections[number].description)
        result.add(sectionFingerprints[number])
    }

    /// A page of a list: its stories, its number, and whether there is one before and one after it.
    private func addList(_ stories: [Int32], page: Int?, to result: inout Fingerprint) {
        let pages = ListPages(count: stories.count, size: site.pageSize)
        for number in stories[pages.range(ofPage: page)] { result.add(fingerprints[Int(number)]) }
        result.add(page ?? 0)
        result.add(page.map { $0 < pages.numbered ? 1 : 0 } ?? pages.numbered)
    }

    private func addAuthor(
        _ author: Author, isNewestPage: Bool, text: (String) -> Fingerprint, to result: inout Fingerprint
    ) {
        result.add(.of(author.byline))
        result.add(author.file?.email?.text)
        if isNewestPage, let file = author.file { result.add(text(file.source)) }
    }

    private func addStandalone(_ page: Standalone, text: (String) -> Fingerprint, to result: inout Fingerprint) {
        result.add(text(page.page.source))
        result.add(.of(page.picture))
    }

    private func add(_ front: (top: [Int], blocks: [(section: Int, stories: [Int32])]), to result: inout Fingerprint) {
        for number in front.top { result.add(fingerprints[number]) }
        for block in front.blocks {
            result.add(.of(sections[block.section].link))
            add(block.stories, to: &result)
        }
        if count > 0 { result.add(fingerprints[0]) }
    }

    private func add(_ year: ArchivePage.Year, to result: inout Fingerprint) {
        result.add(year.year)
        for month in year.months {
            result.add(month.month)
            result.add(month.count)
        }
    }
}

extension PlannedPage {
    /// Another family of fingerprints for each kind of page.
    fileprivate var seed: UInt64 {
        switch self {
        case .front: 1
        case .article: 2
        case .section: 3
        case .topic: 4
        case .author: 5
        case .topics: 6
        case .authors: 7
        case .archive: 8
        case .year: 9
        case .month: 10
        case .standalone: 11
        case .notFound: 12
        case .redirect: 13
        case .syndicated: 14
        }
    }
}

extension Masthead {
    /// Of the sections, styles and scripts that every page names.
    package var fingerprint: Fingerprint {
        var result = assetNames.fingerprint
        for section in sections {
            result.add(.of(section.link))
            result.add(section.subsections.count)
            for link in section.subsections { result.add(.of(link)) }
        }
        return result
    }
}
