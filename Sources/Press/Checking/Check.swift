import Diagnostics
import Newspaper

/// Looks over a site as a copy editor would: all that a build says of it, and what a build lets pass, such as links
/// that lead nowhere and pictures without a credit. Nothing is published, and nothing is written but what other hosts
/// answered.
public struct Check: Sendable {
    /// The folder that has Content in it.
    public var site: String
    public var now: Now
    public var includesDrafts = false
    /// How other hosts are asked whether what is linked to is still there; nil if they are not.
    public var external: ExternalLinks?
    /// Is told how far the asking has come.
    public var progress: any BuildProgress = NoProgress()

    public init(site: String, now: Now) {
        self.site = site
        self.now = now
    }

    /// All that was found, in the order of files and lines. A build's errors are errors; what is found here alone is a
    /// warning.
    public func run(themes: [any Theme.Type]) throws(BuildFailure) -> [Diagnostic] {
        try BuildFailure.catching {
            let site = try ReadSite(site, now: now, themes: themes)
            return try check(site, site.settings.theme)
        }
    }

    private func check<Look: Theme>(_ site: ReadSite, _ theme: Look.Type) throws -> [Diagnostic] {
        let files = ContentIndex(
            site.folder, site: site.site, listing: site.listing, rows: site.content.state.rows, paths: nil)
        var report = Edition.Report()
        let edition = site.edition(includesDrafts: includesDrafts, pictures: files.pictures, report: &report)
        let theme = Look(Masthead(edition))
        var layout = Layout(
            edition, contentName: site.folder.contentName, listing: site.listing,
            assets: Look.assets(for: edition.site) + Layout.hostFiles(of: edition.site))
        layout.fillHostFiles(edition, lasting: [], settings: site.folder.settings)
        let renderer = Renderer(
            try OpenFolder(site.folder.path), edition: edition, content: files,
            links: LinkIndex(edition, contentName: site.folder.contentName), theme: theme, listsReferences: true)
        let texts = site.texts(on: edition, with: renderer)
        let destinations = Destinations(layout, on: edition.site)

        var found = site.settings.diagnostics + site.content.diagnostics + report.diagnostics + layout.diagnostics
        found += files.pictures.descriptions.diagnostics
        found += texts.flatMap(\.diagnostics)
        found += LinkCheck(site, texts, destinations, renderer, layout).diagnostics
        found += site.settingsFindings(destinations)
        found += PictureCheck(site, texts, destinations, layout, files.pictures).diagnostics
        found += MediaCheck(texts).diagnostics
        found += site.headlineFindings(edition)
        found += site.topicFindings(edition)
        found += site.plainTextFindings(edition)
        if let external {
            found += try ExternalCheck(site, texts, destinations, external, progress: progress).diagnostics
        }
        // Two who name the same thing are told once.
        return Set(found).sorted()
    }
}
