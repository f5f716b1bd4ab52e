import Foundation

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let base = FileManager.default.temporaryDirectory.appending(path: "stet-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
        path = base.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// All files below a folder, by their paths in it.
struct FolderContents: Equatable {
    var files: [String: Data] = [:]

    init(of folder: String) throws {
        guard let names = FileManager.default.enumerator(atPath: folder) else { return }
        while let name = names.nextObject() as? String {
            guard names.fileAttributes?[.type] as? FileAttributeType != .typeDirectory else { continue }
            files[name] = FileManager.default.contents(atPath: folder + "/" + name) ?? Data("unreadable".utf8)
        }
    }

    /// Where two folders differ: paths, sorted, so that a failure says where to look.
    func differences(from other: FolderContents) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
    }

    subscript(name: String) -> String? {
        files[name].map { String(decoding: $0, as: UTF8.self) }
    }
}
