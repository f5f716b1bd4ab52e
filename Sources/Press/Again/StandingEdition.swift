import Newspaper

/// The last edition as it stands, ready to be made again where texts have changed: what is remembered of it, and its
/// index.
struct StandingEdition: Sendable {
    var ledger: Ledger
    var edition: Edition
    let files: ContentIndex
    let links: LinkIndex

    init(_ ledger: Ledger, _ edition: Edition, files: ContentIndex, links: LinkIndex) {
        (self.ledger, self.edition, self.files, self.links) = (ledger, edition, files, links)
    }

    /// The edition that a ledger remembers; nil if somebody has touched its records.
    /// - Parameter listing: Content as the ledger remembers it.
    init?(
        _ ledger: Ledger, _ listing: ContentListing, _ paths: OutputPaths, _ folder: SiteFolder, _ site: Site,
        _ selection: Selection
    ) {
        guard FileSystem.status(paths.facts(ledger.summary.facts))?.stamp == ledger.summary.factsStamp,
            let file = try? MappedFile(paths.facts(ledger.summary.facts), count: ledger.summary.factsCount)
        else { return nil }
        let records = Records(file.bytes) { [file] _ in _ = file }
        let files = ContentIndex(folder, site: site, listing: listing, rows: listing.rows, paths: paths)
        let edition: Edition
        if let index = IndexFile.read(of: ledger.identity, paths) {
            edition = Edition(index, catalogue: Catalogue(ledger, records), site: site)
        } else {
            var report = Edition.Report()
            edition = Edition.index(
                ReadContent(ledger, records, listing, folder).material, site: site, selection: selection,
                pictures: files.pictures, report: &report)
        }
        self.init(ledger, edition, files: files, links: LinkIndex(edition, contentName: folder.contentName))
    }
}

extension Catalogue {
    /// What a ledger remembers of all articles.
    fileprivate init(_ ledger: Ledger, _ records: Records) {
        self.init(
            cards: ledger.cards.copy, nameNumbers: ledger.nameNumbers.copy, names: ledger.names, records: records)
    }
}

extension ReadContent {
    /// What a ledger remembers of Content.
    fileprivate init(_ ledger: Ledger, _ records: Records, _ listing: ContentListing, _ folder: SiteFolder) {
        material.catalogue = Catalogue(ledger, records)
        state.rows = listing.rows
        self.records = records
        unpackOthers(listing, folder)
    }
}
