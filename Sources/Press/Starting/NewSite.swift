import FrontMatter
import Newspaper

/// A new newspaper: a folder with settings, two sections, a few articles that explain how to write one, and nothing
/// that has to be mended before it is built.
public struct NewSite: Sendable {
    /// The folder to make. It may be there, if it is empty.
    public var folder: String
    /// The articles' date.
    public var now: Timestamp

    public init(folder: String, now: Timestamp) {
        self.folder = folder
        self.now = now
    }

    /// Writes the files, and returns their paths in the folder.
    public func write() throws(BuildFailure) -> [String] {
        try BuildFailure.catching {
            guard !folder.isEmpty else {
                throw BuildFailure.call("the folder has no name\n    Write it after “site”, such as gazette.")
            }
            try checkThatNothingIsThere()
            let files = StarterSite(name: name, day: Zone.utc.local(now).day).files
            for file in files { try FileSystem.writeNew(file.text, to: folder + "/" + file.path) }
            return files.map(\.path)
        }
    }

    /// The newspaper's name: that of its folder, in words.
    private var name: String {
        let path = FileSystem.resolvedAsFarAsItExists(folder)
        return path.split(separator: "/").last.map { String($0).spacedOut } ?? "Untitled"
    }

    private func checkThatNothingIsThere() throws {
        guard let status = try FileSystem.found(at: folder, followingLinks: true) else { return }
        guard status.kind == .folder else {
            throw BuildFailure.call("\(folder) is a file\n    Name a folder that is not there yet.")
        }
        guard try FileSystem.entries(ofFolder: folder).isEmpty else {
            throw BuildFailure.call("\(folder) has files in it\n    Name a folder that is not there yet, or is empty.")
        }
    }
}
