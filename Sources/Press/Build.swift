import Diagnostics
import Newspaper

/// One run of the press, from a folder of Markdown to a folder that can be deployed.
public struct Build: Sendable {
    /// The folder that has Content in it.
    public var site: String
    /// The folder to publish into; nil for `Output` in the site's folder.
    public var output: String?
    /// What time it is: it decides about embargoes and expired stories, and about nothing else.
    public var now: Now
    public var includesDrafts = false
    /// Stands in for `url:` in site.yml.
    public var url: String?
    /// Makes every file anew, as if nothing had been published before.
    public var startsClean = false
    /// Publishes whatever can be although there are errors.
    public var keepsGoing = false

    public init(site: String, now: Now) {
        self.site = site
        self.now = now
    }

    /// Builds and publishes. Problems with the content stand in the report; what keeps the press from working at all
    /// is thrown.
    public func run(themes: [any Theme.Type]) throws(BuildFailure) -> BuildReport {
        do {
            let folder = try SiteFolder(site)
            let paths = try outputPaths(for: folder)
            var report = BuildReport()
            report.output = paths.given

            let (site, theme) = try settings(of: folder, themes: themes, report: &report)
            report.timings.end("settings")
            let listing = try folder.list()
            report.timings.end("list")
            let content = folder.read(listing, site: site)
            report.timings.end("read")
            let files = ContentIndex(folder, site: site, files: listing.files)
            let edition = try index(content, site: site, files: files, report: &report)
            report.timings.end("index")
            try publish(edition, theme: theme, listing.files, files, of: folder, into: paths.output, report: &report)

            report.diagnostics.sort()
            return report
        } catch let failure as BuildFailure {
            throw failure
        } catch let error as MachineError {
            throw .machine(error)
        } catch {
            throw .call("\(error)")
        }
    }

    /// Where to publish: nowhere that could cost somebody their work.
    private func outputPaths(for folder: SiteFolder) throws(BuildFailure) -> (given: String, output: OutputPaths) {
        let own = folder.path + "/Output"
        let given = output ?? own
        guard !given.isEmpty else { throw .call("the folder to publish into has no name\n    Name one with --output.") }
        let paths = OutputPaths(output: given)
        if includesDrafts, paths == OutputPaths(output: own) {
            throw .call("drafts are not built into Output\n    Name another folder with --output.")
        }
        let content = FileSystem.resolved(folder.content) ?? folder.content
        if (content + "/").hasPrefix(paths.output + "/") || (paths.output + "/").hasPrefix(content + "/") {
            throw .call("\(given) has the content in it, or lies in it\n    Name another folder with --output.")
        }
        return (given, paths)
    }

    private func settings(
        of folder: SiteFolder, themes: [any Theme.Type], report: inout BuildReport
    ) throws -> (Site, any Theme.Type) {
        var site = Site()
        if let file = folder.settings {
            let (read, diagnostics) = Site.read(try FileSystem.read(folder.path + "/" + file))
            site = read
            report.diagnostics += diagnostics.map { $0.at(path: file) }
        } else {
            report.diagnostics.append(
                .warning(
                    "there is no site.yml", path: folder.contentName,
                    hint: "Write \(folder.contentName)/site.yml with at least name: and url:."))
        }
        if let url, !site.setURL(url) {
            throw BuildFailure.call("\(url) is not the address of a site\n    Write it as https://news.example/paper.")
        }
        guard let standIn = themes.first else { throw BuildFailure.call("there is no theme to build with") }
        guard let name = site.theme else { return (site, standIn) }
        if let theme = themes.first(where: { $0.name == name }) { return (site, theme) }
        report.diagnostics.append(
            .error(
                "there is no theme named \(name)", at: site.themePlace, path: folder.settings ?? "",
                hint: "It is one of: \(themes.map { $0.name }.joined(separator: ", "))."))
        return (site, standIn)
    }

    private func index(
        _ content: ReadContent, site: Site, files: ContentIndex, report: inout BuildReport
    ) throws(BuildFailure) -> Edition {
        let now = try now.timestamp(in: site.zone)
        let selection = Selection(now: now, includesDrafts: includesDrafts, zone: site.zone)
        let (material, conflicts) = content.material.droppingSharedPaths(selection)
        var found = Edition.Report()
        let edition = Edition(
            material, site: site, now: now, includesDrafts: includesDrafts, pictures: files, report: &found)
        report.skipped = (content.skipped + found.skipped).sorted { $0.source < $1.source }
        report.diagnostics += content.diagnostics + conflicts + found.diagnostics
        let articles = edition.headlines.map { BuildReport.PublishedArticle(source: $0.source, url: $0.url.text) }
        let standalone = edition.standalone.map {
            BuildReport.PublishedArticle(source: $0.page.source, url: site.address($0.page.path).text)
        }
        report.articles = (articles + standalone).sorted { $0.source < $1.source }
        return edition
    }

    private func publish<Look: Theme>(
        _ edition: Edition, theme: Look.Type, _ files: [String], _ content: ContentIndex, of folder: SiteFolder,
        into paths: OutputPaths, report: inout BuildReport
    ) throws {
        let theme = Look(Masthead(edition))
        let layout = Layout(edition, contentName: folder.contentName, files: files, assets: theme.assets)
        report.diagnostics += layout.diagnostics
        report.pages = layout.pages.count
        let renderer = Renderer(
            folder: folder, edition: edition, content: content,
            links: LinkIndex(edition, contentName: folder.contentName), theme: theme)

        report.timings.end("plan")

        let publisher = try publisher(paths, given: report.output)
        do {
            report.diagnostics += renderer.render(layout.pages, into: publisher)
            publisher.copy(layout.files, from: folder.content)
            publisher.put(layout.assets)
            report.timings.end("render")
            guard !report.hasErrors || keepsGoing else { return try publisher.abandon() }
            report.files = try publisher.publish()
            report.timings.end("publish")
            report.isPublished = true
        } catch let refusal as Publisher.Refusal {
            try? publisher.abandon()
            throw failure(refusal, given: report.output)
        }
    }

    private func publisher(_ paths: OutputPaths, given: String) throws(BuildFailure) -> Publisher {
        do throws(Publisher.Refusal) {
            return try Publisher(paths, startsClean: startsClean)
        } catch {
            throw failure(error, given: given)
        }
    }

    private func failure(_ refusal: Publisher.Refusal, given: String) -> BuildFailure {
        switch refusal {
        case .machine(let error): .machine(error)
        case .notOurs:
            .call(
                "\(given) has files in it that stet did not write, so nothing was published\n"
                    + "    Move them away, or name another folder with --output.")
        case .inTheWay(let file):
            .call(
                "\(given)/\(file) was not written by stet, and stands in the way of a page, so nothing was published\n"
                    + "    Move it away, or name another folder with --output.")
        }
    }
}
