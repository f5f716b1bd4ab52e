import Synchronization

/// The captions that lie beside films and sounds: `clip.vtt`, `clip.de.vtt` beside `clip.mp4`. Content is searched for
/// them when somebody first asks, for most sites have none.
final class CaptionFiles: Sendable {
    struct Found: Sendable, Hashable {
        /// From Content.
        var file: String
        /// As the file's name says; nil for the site's own.
        var language: String?
    }

    private let paths: @Sendable () -> [String]
    private let known = Mutex<[String: [Found]]?>(nil)

    /// - Parameter paths: of the files in Content.
    init(_ paths: @escaping @Sendable () -> [String]) {
        self.paths = paths
    }

    /// Those of one file: first that in the site's language, then by their languages.
    func of(_ file: String) -> [Found] {
        let stem = CaptionFiles.stem(of: file)
        return known.withLock { known in
            let all = known ?? collect()
            known = all
            return all[stem] ?? []
        }
    }

    private func collect() -> [String: [Found]] {
        var all: [String: [Found]] = [:]
        for path in paths().filter({ $0.hasSuffix(".vtt") }).sorted() {
            let stem = CaptionFiles.stem(of: path)
            all[stem, default: []].append(Found(file: path, language: nil))
            let name = stem.dropFirst(stem.utf8.lastIndex(of: UInt8(ascii: "/")).map { stem[...$0].count } ?? 0)
            if let dot = name.lastIndex(of: "."), dot > name.startIndex, isLanguage(name[name.index(after: dot)...]) {
                all[String(stem[..<dot]), default: []].append(
                    Found(file: path, language: String(stem[stem.index(after: dot)...])))
            }
        }
        return all.mapValues { $0.sorted { ($0.language ?? "", $0.file) < ($1.language ?? "", $1.file) } }
    }

    /// A path without its ending.
    private static func stem(of path: String) -> String {
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[name...].lastIndex(of: "."), dot > name else { return path }
        return String(path[..<dot])
    }

    /// Whether a part of a name can be a language's tag (BCP 47).
    private func isLanguage(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count) else { return false }
        return parts.allSatisfy {
            (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
            && first.allSatisfy(\.isLetter)
    }
}
