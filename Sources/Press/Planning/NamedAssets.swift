import Newspaper

/// The theme's styles and scripts, and the newspaper's own stylesheet, under names that say which bytes they have. The
/// plain ones are there as well, for whoever refers to them.
struct NamedAssets {
    private(set) var names = AssetNames()
    /// The files under those names.
    private(set) var files: [Asset] = []

    /// - Parameters:
    ///   - assets: the theme's. A file of Content with the name of one takes its place, and then its bytes count.
    ///   - content: which files there are.
    init(_ assets: [Asset], of folder: SiteFolder, _ site: Site, _ content: ContentIndex) throws(MachineError) {
        for asset in assets {
            let file = asset.path.file
            try add(file, content.has(file) ? FileSystem.read(folder.content + "/" + file) : asset.bytes)
        }
        if let file = site.stylesheetFile, content.has(file) {
            try add(file, FileSystem.read(folder.content + "/" + file))
        }
    }

    private mutating func add(_ file: String, _ bytes: [UInt8]) {
        guard let name = AssetNames.name(of: file, with: bytes), !files.contains(where: { $0.path == name }) else {
            return
        }
        names.call(file, name)
        files.append(Asset(name.file, bytes: bytes))
    }
}

extension Build {
    /// What all pages of an edition share, and the theme's files under lasting names: none in an edition that is only
    /// looked at.
    func masthead<Look: Theme>(
        of edition: Edition, for theme: Look.Type, in folder: SiteFolder, _ content: ContentIndex
    ) throws(MachineError) -> (masthead: Masthead, lasting: [Asset]) {
        guard isForHost else { return (Masthead(edition, assets: AssetNames()), []) }
        let named = try NamedAssets(theme.assets(for: edition.site), of: folder, edition.site, content)
        return (Masthead(edition, assets: named.names), named.files)
    }
}
