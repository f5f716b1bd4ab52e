import Foundation
import Synchronization

/// Themes that lie beside the site, in a package from which this program was not built: when one changes it can only
/// say so.
final class StrangeThemes: Sendable {
    private let package: String
    private let isStopped = Mutex(false)

    /// Nil if the site lies in no package with themes.
    init?(around site: String) {
        var folder = URL(filePath: site).resolvingSymlinksInPath().standardizedFileURL
        let files = FileManager.default
        while !(files.fileExists(atPath: folder.path + "/Package.swift")
            && files.fileExists(atPath: folder.path + "/Themes"))
        {
            guard folder.path.count > 1 else { return nil }
            folder.deleteLastPathComponent()
        }
        package = folder.path
    }

    /// Waits for the first change on a thread of its own.
    func start(_ tell: @escaping @Sendable (Preview.Event) -> Void) {
        nonisolated(unsafe) var watcher = makeWatcher(
            of: WatchedTree(folder: package, folders: ["Themes"], files: ["Package.swift"]))
        Thread.detachNewThread {
            while !self.isStopped.withLock({ $0 }) {
                guard !watcher.changes(within: .seconds(1)).isEmpty else { continue }
                return tell(.theme(.cannotCompile("this program was not built in \(self.package)")))
            }
        }
    }

    func stop() {
        isStopped.withLock { $0 = true }
    }
}
