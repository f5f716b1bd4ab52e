import Diagnostics
import Newspaper
import Synchronization

/// The work on an edition in which only texts of articles have changed, and nothing that is said of them elsewhere: the
/// pages that show these texts are made again, and nothing else is looked at. The ledger is amended, not replaced.
struct Replate {
    let build: Build
    let folder: SiteFolder
    let settings: Settings
    let workshop: Workshop
    let now: Timestamp
    let startedAt: Int

    /// More changed files than this are better read on all cores.
    private static let mostFiles = 64

    /// Makes an edition again of which a ledger is all that there is.
    /// - Parameter listing: Content as the ledger remembers it.
    func run(
        _ ledger: Ledger, _ listing: ContentListing, _ changed: [Int], report: inout BuildReport
    ) throws -> Bool {
        guard isPossible(ledger, changed),
            let standing = StandingEdition(
                ledger, listing, workshop.paths, folder, settings.site, build.selection(at: now, on: settings.site))
        else { return false }
        report.timings.end("index")
        return try run(standing, changed, keeps: !listing.hasLinks, report: &report)
    }

    /// Makes an edition again; false if more than texts has changed: then nothing has been done.
    /// - Parameter keeps: whether it may be kept in memory for the builds to come.
    func run(
        _ standing: StandingEdition, _ changed: [Int], keeps: Bool = true, report: inout BuildReport
    ) throws -> Bool {
        guard isPossible(standing.ledger, changed),
            let new = try run(standing, changed, theme: settings.theme, report: &report)
        else { return false }
        if report.isPublished { build.memory?.keep(keeps ? new : nil, workshop.paths) }
        return true
    }

    /// Whether it can be done, as far as that is known before anything is read.
    private func isPossible(_ ledger: Ledger, _ changed: [Int]) -> Bool {
        (1...Replate.mostFiles).contains(changed.count)
            && ledger.amendments.count + 2 * changed.count <= Amendments.most
            // Compressed files follow their own in the ledger, and may come and go.
            && !ledger.summary.compresses && !build.compresses(settings.site)
            && (ledger.summary.now..<ledger.summary.due).contains(now.seconds)
            && !ledger.summary.diagnostics.contains { $0.severity == .error }
    }

    private func run<Look: Theme>(
        _ last: StandingEdition, _ changed: [Int], theme: Look.Type, report: inout BuildReport
    ) throws -> StandingEdition? {
        var standing = last
        let files = try OpenFolder(folder.path)
        guard let texts = read(changed, from: files, &standing),
            let pages = try pages(showing: texts, now: standing.edition, before: last.edition, last.ledger)
        else { return nil }
        report.timings.end("read")

        var known = PathTable(capacity: pages.count)
        for page in pages { _ = known.insert(page.output, at: page.path) }
        let publisher = try Publisher(workshop.paths, stock: Stock(of: last.ledger), startsClean: false, known: known)
        do {
            let (masthead, _) = try build.masthead(of: standing.edition, for: Look.self, in: folder, standing.files)
            let renderer = Renderer(
                files, edition: standing.edition, content: standing.files, links: standing.links, theme: Look(masthead))
            guard let written = try make(pages, with: renderer, publisher, &standing.ledger) else {
                try publisher.abandon()
                return nil
            }
            standing.ledger.amend(sizes: standing.files.pictures.newSizes)
            standing.ledger.amendments.diagnostics = standing.ledger.summary.diagnostics
            report.timings.end("render")
            report.say(standing.ledger.summary, in: settings.site.zone)
            report.work = BuildReport.Work(filesRead: changed.count, pagesDrawn: pages.count)
            if build.listsArticles { report.articles = standing.edition.publishedArticles }
            guard !report.hasErrors || build.keepsGoing else {
                try publisher.abandon()
                return last
            }
            try publish(written, standing.ledger, publisher, &report)
            return standing
        } catch {
            try? publisher.abandon()
            throw error
        }
    }

    private func publish(
        _ written: [String], _ ledger: Ledger, _ publisher: Publisher, _ report: inout BuildReport
    ) throws(Refusal) {
        try publisher.publish(
            written: written, removed: [], edition: nil,
            remember: { paths throws(MachineError) in
                try ledger.amendments.write(to: paths.newAmendments, ledger: ledger.identity)
            }, advance: { _ in })
        let all = Stock(of: ledger)
        report.files = PublishedFiles(
            written: written, removed: [], unchangedCount: all.count - written.count,
            listUnchanged: {
                let written = Set(written)
                return (0..<all.count).map(all.path).filter { !written.contains($0) }
            })
        report.isPublished = true
        report.timings.end("publish")
    }

    // MARK: - Texts

    /// Reads what has changed, and notes it; the numbers of the articles with other texts. Nil if anything but texts
    /// differs.
    private func read(
        _ changed: [Int], from files: OpenFolder, _ standing: inout StandingEdition
    ) -> [Int]? {
        let reading = Reading(folder: folder, files: files, site: settings.site)
        let reader = ArticleReader(site: settings.site)
        let names = Mutex(standing.ledger.names)
        var packer = Packer()
        var texts: [Int: UInt64] = [:]
        for position in changed {
            let known = standing.ledger.source(position)
            let path = standing.ledger.path(ofSource: known)
            var row = known
            let item = reading.read(known, path, with: reader, names, into: &packer)
            row.stamp = item.row.stamp.isFresh(at: startedAt) ? item.row.stamp.withoutProof : item.row.stamp
            guard !item.isUnchanged else {
                standing.ledger.amendments.replace(source: position, row)
                continue
            }
            guard row.kind == .article, item.row.hasSameRecord(as: known) else { return nil }
            row.text = item.row.text
            var card = standing.ledger.card(Int(row.card))
            card.text = row.text
            standing.ledger.amendments.replace(source: position, row, card: card)
            if let number = standing.edition.number(ofCard: Int(row.card)) { texts[number] = row.text }
        }
        standing.edition = standing.edition.with(texts: texts)
        return texts.keys.sorted()
    }

    // MARK: - Pages

    /// A page that is made again.
    private struct Page {
        var page: PlannedPage
        /// Its file's number in the ledger.
        var output: Int
        var path: UInt64
        var fingerprint: Fingerprint
    }

    /// The pages that show these articles' texts. Nil if one of them is not what was made of the edition before, or
    /// somebody has altered it since.
    private func pages(
        showing texts: [Int], now edition: Edition, before: Edition, _ ledger: Ledger
    ) throws(MachineError) -> [Page]? {
        guard !texts.isEmpty else { return [] }
        let output = try OpenFolder(workshop.paths.output)
        var pages: [Page] = []
        for page in Set(texts.flatMap(edition.pages(showingTextOf:))) {
            let path = edition.file(of: page).value
            guard let number = ledger.number(ofOutput: path) else { return nil }
            let row = ledger.output(number)
            guard before.fingerprint(of: page).value == row.fingerprint,
                output.stamp(ledger.path(ofOutput: number)) == row.stamp
            else { return nil }
            pages.append(Page(page: page, output: number, path: path, fingerprint: edition.fingerprint(of: page)))
        }
        return pages.sorted { $0.output < $1.output }
    }

    /// Makes the pages, and notes that; the paths of those that differ. Nil if a text cannot be read.
    private func make<Look: Theme>(
        _ pages: [Page], with renderer: Renderer<Look>, _ publisher: Publisher, _ ledger: inout Ledger
    ) throws(MachineError) -> [String]? {
        var written: [String] = []
        for page in pages {
            guard let (html, notes) = try? renderer.render(page.page) else { return nil }
            // Other pictures are made by an ordinary build.
            guard Set(notes.pictures) == Set(ledger.notes(ofOutput: page.output).pictures) else { return nil }
            let path = ledger.path(ofOutput: page.output)
            let placed = try publisher.put(html, at: path)
            if placed.isWritten { written.append(path) }
            var row = ledger.output(page.output)
            row.fingerprint = page.fingerprint.value
            row.stamp = placed.stamp
            ledger.amend(output: page.output, row, notes)
        }
        return written
    }
}

extension SourceRow {
    /// Whether the same was read from both, and the same was wrong.
    fileprivate func hasSameRecord(as other: SourceRow) -> Bool {
        kind == other.kind && recordCheck == other.recordCheck && recordCount == other.recordCount
            && problemsCount == other.problemsCount
    }
}

extension Edition {
    /// Of a page that shows texts of articles, and no other file's.
    fileprivate func fingerprint(of page: PlannedPage) -> Fingerprint {
        fingerprint(of: page) { _ in Fingerprint() }
    }
}

extension Ledger {
    /// Another page at a place, and what was noted of its text instead of what was noted before.
    fileprivate mutating func amend(output number: Int, _ row: OutputRow, _ notes: PageNotes) {
        for diagnostic in self.notes(ofOutput: number).diagnostics {
            if let position = summary.diagnostics.firstIndex(of: diagnostic) {
                summary.diagnostics.remove(at: position)
            }
        }
        summary.diagnostics = (summary.diagnostics + notes.diagnostics).sorted()
        var row = row
        row.hasProblems = !notes.diagnostics.isEmpty
        amendments.replace(output: number, row, notes: notes.packed)
    }

    /// Remembers sizes of pictures that nobody had asked for before.
    fileprivate mutating func amend(sizes: [Int: PictureSize?]) {
        for (number, size) in sizes {
            var row = source(number)
            guard row.width == 0 else { continue }
            row.remember(size)
            amendments.replace(source: number, row)
        }
    }
}
