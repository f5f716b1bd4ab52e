import Diagnostics
import Newspaper

/// The work on an edition that is not up to date: read, index, plan, render, publish. What the ledger knows is not
/// done again.
struct Run {
    let build: Build
    let folder: SiteFolder
    let settings: Settings
    let workshop: Workshop
    let now: Timestamp
    /// What is remembered of the last edition, if anything is.
    let last: Ledger?
    /// The same, if what was read then still holds.
    let known: Ledger?
    /// Whether the last edition was made by the same program with the same settings.
    let isCurrent: Bool
    let startedAt: Int
    let listing: ContentListing
    let changes: ContentChanges
    let stock: Stock?
    private let texts = KeptTexts()

    private var site: Site { settings.site }

    func run(_ report: inout BuildReport) throws {
        if let known, !known.hasWholeRecords(in: workshop.paths) { throw Ledger.Unusable.damaged }
        let (facts, factsNumber) = try workshop.facts(continuing: known, after: last)
        do {
            let content = try read(facts, report: &report)
            report.timings.end("read")
            let files = ContentIndex(
                folder, site: site, listing: listing, rows: content.state.rows, paths: workshop.paths)
            let edition = try index(content, files: files, report: &report)
            report.timings.end("index")
            var draft = LedgerDraft(content.state, of: edition, now: now, startedAt: startedAt)
            draft.summary.facts = factsNumber
            draft.summary.factsCount = facts.count
            draft.summary.factsStamp = try facts.stamp()
            draft.summary.waste = content.waste
            draft.summary.nextChange = edition.nextChange?.seconds ?? .max
            draft.summary.withheld = report.withheld
            draft.summary.settings = settings.fingerprint(of: build)
            try publish(edition, theme: settings.theme, files, content, draft, report: &report)
            if !report.isPublished { facts.abandon(workshop.paths) }
        } catch {
            facts.abandon(workshop.paths)
            throw error
        }
        report.diagnostics.sort()
    }

    private func read(_ facts: FactsFile, report: inout BuildReport) throws -> ReadContent {
        build.progress.begin(.read, of: changes.unread.count)
        let content = try Reading(
            folder: folder, files: OpenFolder(folder.path), site: site, texts: texts
        ).read(listing, changes, ledger: known, into: facts, advance: build.progress.advance)
        report.work.filesRead = content.read
        report.diagnostics += content.diagnostics
        return content
    }

    private func index(_ content: ReadContent, files: ContentIndex, report: inout BuildReport) throws -> Edition {
        build.progress.begin(.index, of: 0)
        let selection = build.selection(at: now, on: site)
        let (material, conflicts) = content.material.droppingSharedPaths(selection)
        files.pictures.lookUp(material.catalogue.names.pictures.names)
        var found = Edition.Report()
        let edition = Edition.index(
            material, site: site, selection: selection, pictures: files.pictures, report: &found)
        report.skipped = (content.skipped + found.skipped).sorted { $0.source < $1.source }
        report.diagnostics += conflicts + found.diagnostics + files.pictures.descriptions.diagnostics
        report.nextChange = edition.nextChange.map(site.zone.local)
        if build.includesDrafts || build.includesScheduled { report.withheld = edition.withheldPages(selection) }
        if build.listsArticles { report.articles = edition.publishedArticles }
        return edition
    }

    private func publish<Look: Theme>(
        _ edition: Edition, theme: Look.Type, _ files: ContentIndex, _ content: ReadContent, _ draft: LedgerDraft,
        report: inout BuildReport
    ) throws {
        let (masthead, lasting) = try build.masthead(of: edition, for: Look.self, in: folder, files)
        let theme = Look(masthead)
        var layout = Layout(
            edition, contentName: folder.contentName, listing: listing,
            assets: Look.assets(for: site) + lasting + (build.isForHost ? Layout.hostFiles(of: site) : []))
        if build.isForHost { layout.fillHostFiles(edition, lasting: lasting, settings: folder.settings) }
        report.diagnostics += layout.diagnostics
        report.pages = layout.pageCount
        report.timings.end("plan")

        var draft = draft
        draft.summary.masthead = masthead.fingerprint
        draft.summary.pages = report.pages
        draft.summary.compresses = build.compresses(site)
        let publisher = try Publisher(workshop.paths, stock: stock, startsClean: build.startsClean)
        do {
            let links = LinkIndex(edition, contentName: folder.contentName)
            let printing = Printing(
                renderer: Renderer(
                    try OpenFolder(folder.path), edition: edition, content: files, links: links, theme: theme,
                    texts: texts),
                layout: layout, publisher: publisher, folder: folder, rows: draft.content.rows, texts: content.texts,
                knows: isCurrent && last?.summary.masthead == draft.summary.masthead,
                compresses: build.compresses(site),
                isSettled: !changes.hasOtherFiles && last?.summary.addresses == draft.summary.addresses)
            let verdicts = printing.verdicts()
            let others = verdicts.indices.filter { printing.picture($0) == nil }
            let numbers = others.filter { verdicts[$0].kept < 0 }
            build.progress.begin(.render, of: numbers.count)
            report.work.pagesDrawn = numbers.count { $0 < layout.pages.count }
            let made = printing.make(numbers, verdicts, advance: build.progress.advance)
            report.timings.end("render")
            var finished = FinishedEdition(publisher)
            let otherVerdicts = others.map { verdicts[$0] }
            try finished.add(otherVerdicts, made, report: &report)
            guard !report.hasErrors || build.keepsGoing else { return try publisher.abandon() }

            var pictures = PictureEdition(
                edition, files.pictures, layout,
                copies: verdicts.indices.compactMap { number in
                    printing.picture(number).map { ($0, verdicts[number]) }
                },
                texts: printing.shownPictures(otherVerdicts, made),
                with: PicturePrinting(
                    pictures: files.pictures, publisher: publisher, folder: folder, output: workshop.paths.output,
                    startsClean: build.startsClean), build.progress)
            report.work.picturesMade = pictures.developed
            report.diagnostics += pictures.diagnostics
            try finished.add(pictures.verdicts, pictures.made, report: &report)
            guard !report.hasErrors || build.keepsGoing else { return try publisher.abandon() }
            report.timings.end("pictures")
            build.progress.begin(.publish, of: finished.written.count)
            draft.remember(files.pictures.newSizes)
            draft.outputs = finished.state
            report.diagnostics.sort()
            draft.summary.diagnostics = report.diagnostics
            draft.summary.skipped = report.skipped
            try publisher.publish(
                written: finished.written, removed: finished.removed,
                edition: finished.hasOtherFiles ? finished.state : nil,
                remember: { [draft] paths throws(MachineError) in try draft.write(to: paths.newLedger) },
                advance: build.progress.advance)
            report.files = finished.publishedFiles
            report.isPublished = true
            report.timings.end("publish")
            // What cannot be cleared away now is no failure of this edition: the next run clears it.
            try? workshop.tidy(keeping: draft.summary.facts, areAmended: false)
            pictures.memory.known = files.pictures.memory(listing, startedAt: startedAt)
            pictures.memory.write(beside: workshop.paths)
            keep(edition, files, links, report)
        } catch {
            try? publisher.abandon()
            throw error
        }
    }
}

extension Run {
    /// Keeps the edition for the builds to come: in memory, or what would have to be made anew in a file.
    private func keep(_ edition: Edition, _ files: ContentIndex, _ links: LinkIndex, _ report: BuildReport) {
        guard let memory = build.memory else {
            if !report.hasErrors { IndexFile.write(edition.index, beside: workshop.paths) }
            return
        }
        let ledger = listing.hasLinks ? nil : try? Ledger(workshop.paths, isOwn: true)
        memory.keep(
            ledger.map { StandingEdition($0, edition, files: files, links: links) }, workshop.paths)
    }
}

extension LedgerDraft {
    /// What is remembered of the content and of what was made from it, but for the files.
    fileprivate init(_ content: ContentState, of edition: Edition, now: Timestamp, startedAt: Int) {
        self.content = content
        // A file that was changed a moment ago could be changed again without its stamp telling.
        for index in self.content.rows.indices where self.content.rows[index].stamp.isFresh(at: startedAt) {
            self.content.rows[index].stamp = self.content.rows[index].stamp.withoutProof
        }
        for index in self.content.visited.indices where self.content.visited[index].stamp.isFresh(at: startedAt) {
            self.content.visited[index].stamp = .none
        }
        summary.addresses = edition.addresses
        summary.now = now.seconds
        summary.due = edition.due?.seconds ?? .max
    }

    fileprivate mutating func remember(_ sizes: [Int: PictureSize?]) {
        for (position, size) in sizes { content.rows[position].remember(size) }
    }
}

extension Edition {
    /// Of all that links between files of Content lead to, as long as there are the same files.
    fileprivate var addresses: Fingerprint {
        var result = Fingerprint()
        for (card, position) in zip(cards, order) {
            result.add(card.file)
            result.add(Int(position))
        }
        for standalone in standalone {
            result.add(standalone.page.source)
            result.add(standalone.page.path.file)
        }
        for section in sections { result.add(section.path) }
        return result
    }

    /// The pages of articles that readers do not get.
    fileprivate func withheldPages(_ selection: Selection) -> [BuildReport.WithheldPage] {
        let articles = cards.filter(selection.isWithheld).map(catalogue.article) + standalone.map(\.page)
        return articles.compactMap { article in
            selection.reasonToWithhold(article).map {
                BuildReport.WithheldPage(file: article.path.file, reason: $0.description)
            }
        }
    }

    var publishedArticles: [BuildReport.PublishedArticle] {
        let articles = (0..<count).map {
            let headline = headline($0)
            return BuildReport.PublishedArticle(source: headline.source, url: headline.url.text)
        }
        let standalone = standalone.map {
            BuildReport.PublishedArticle(source: $0.page.source, url: site.address($0.page.path).text)
        }
        return (articles + standalone).sorted { $0.source < $1.source }
    }
}
