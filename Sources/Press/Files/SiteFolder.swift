import Diagnostics
import Newspaper

/// Where a site's files lie.
public struct SiteFolder: Sendable {
    /// As it was given.
    public let path: String
    /// The name of its content folder: `Content`, or `content`.
    public let contentName: String
    /// Its settings, relative to the site's folder; nil if it has none.
    public let settings: String?

    /// Why a folder is no site.
    public struct Missing: Error, Sendable, CustomStringConvertible {
        public var description: String
    }

    /// Finds the content of the site at `path`.
    public init(_ path: String) throws {
        guard FileSystem.status(path, followingLinks: true)?.kind == .folder else {
            throw Missing(description: "there is no folder \(path)\n    Name the folder that has Content in it.")
        }
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let names = ["Content", "content"]
        guard
            let name = names.first(where: { FileSystem.status(path + "/" + $0, followingLinks: true)?.kind == .folder })
        else {
            throw Missing(
                description: "there is no Content folder in \(path)\n"
                    + "    Call stet in the folder that has Content in it, or name that folder.")
        }
        contentName = name
        let settings = ["\(name)/site.yml", "\(name)/site.yaml", "site.yml", "site.yaml"]
        self.settings = try settings.first {
            try FileSystem.found(at: path + "/" + $0, followingLinks: true)?.kind == .file
        }
    }

    /// The content folder, with articles and pictures.
    public var content: String { path + "/" + contentName }

    /// A file of Content, as problems name it: relative to the site's folder.
    func source(_ file: String) -> String { contentName + "/" + file }
}
