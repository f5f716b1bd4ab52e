import Diagnostics
import Newspaper

/// What a build is told about the site: site.yml, the theme, and what the call says over it.
struct Settings {
    private(set) var site = Site()
    let theme: any Theme.Type
    private(set) var diagnostics: [Diagnostic] = []
    /// Of all that was written, and of the program that reads it.
    private var written: Fingerprint

    init(of folder: SiteFolder, url: String?, themes: [any Theme.Type]) throws {
        written = Fingerprint.of(folder.contentName)
        written.add(url)
        if let file = folder.settings {
            let bytes = try FileSystem.read(folder.path + "/" + file)
            let (read, found) = Site.read(bytes)
            site = read
            diagnostics = found.map { $0.at(path: file) }
            written.add(file)
            written.add(bytes)
        } else {
            diagnostics.append(
                .warning(
                    "there is no site.yml", path: folder.contentName,
                    hint: "Write \(folder.contentName)/site.yml with at least name: and url:."))
        }
        if let url, !site.setURL(url) {
            throw BuildFailure.call("\(url) is not the address of a site\n    Write it as https://news.example/paper.")
        }
        guard let standIn = themes.first else { throw BuildFailure.call("there is no theme to build with") }
        guard let name = site.theme, let theme = themes.first(where: { $0.name == name }) else {
            theme = standIn
            site.pictures.sizes = theme.pictureSizes(for: site)
            if let name = site.theme {
                diagnostics.append(
                    .error(
                        "there is no theme named \(name)", at: site.themePlace, path: folder.settings ?? "",
                        hint: "It is one of: \(themes.map { $0.name }.joined(separator: ", "))."))
            }
            return
        }
        self.theme = theme
        site.pictures.sizes = theme.pictureSizes(for: site)
    }

    /// What every page and everything that is read depends on beside the content.
    func fingerprint(of build: Build) -> Fingerprint {
        var result = written
        result.add(theme.name)
        result.add(build.includesDrafts ? 1 : 0)
        result.add(build.includesScheduled ? 1 : 0)
        result.add(build.isForHost ? 1 : 0)
        result.add(Identity.fingerprint(zone: site.zone))
        return result
    }
}
