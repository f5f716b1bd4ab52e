import Foundation

@testable import Preview

/// A folder to serve, with everything around it and in it that must not be: each of those holds the canary, and each
/// file that may be served holds the mark.
struct HostileSite: Sendable {
    static let canary = Array("CANARY".utf8)
    static let mark = Array("PUBLIC".utf8)

    let folder: ServedFolder

    init() {
        let root = NSTemporaryDirectory() + "/stet-fuzz-\(getpid())"
        // Two names that look the same, and that Swift takes for equal.
        let (site, sibling) = (root + "/\u{E9}", root + "/e\u{301}")
        for name in [
            "index.html", "404.html", "a.txt", "a b.txt", "style.css", "a/index.html", "a/b.txt", "a/b/c.html",
            "a/empty/x.txt", ".well-known/security.txt", "\u{E9}.html", "%2e.txt", "movie.mp4", "a..b", "paper/x.txt",
        ] {
            HostileSite.write(HostileSite.mark, to: site + "/" + name)
        }
        for file in [
            site + "/.hidden", site + "/.stet/notes", site + "/a/.hidden", site + "/a/.git/config",
            site + "/a/.well-known/x.txt", root + "/secret.txt", root + "/index.html", root + "/\u{E9}x/secret.txt",
            sibling + "/secret.txt", sibling + "/index.html",
        ] {
            HostileSite.write(HostileSite.canary, to: file)
        }
        for (name, target) in [
            ("in", "a"), ("in.txt", "a/b.txt"), ("up", ".."), ("out.txt", "../secret.txt"), ("abs", root),
            ("abs.txt", root + "/secret.txt"), ("twin", sibling), ("twin.txt", sibling + "/secret.txt"),
            ("long", root + "/\u{E9}x"), ("hid", ".stet"), ("hid.txt", "a/.hidden"), ("loop", "loop"), ("etc", "/etc"),
            ("proc", "/proc/self"), ("a/up", "../.."), ("a/back", "../../\u{E9}/a.txt"),
        ] {
            symlink(target, site + "/" + name)
        }
        mkfifo(site + "/pipe", 0o600)
        folder = ServedFolder(path: site)
    }

    private static func write(_ bytes: [UInt8], to path: String) {
        let file = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        } catch {
            fatalError("\(path): \(error)")
        }
    }
}
