/// How a file is compressed for servers that send it as it lies there (RFC 1952, RFC 7932).
enum Compression: CaseIterable, Sendable {
    case gzip, brotli

    /// What the compressed file's name has behind the file's own.
    var ending: String {
        switch self {
        case .gzip: ".gz"
        case .brotli: ".br"
        }
    }

    /// A smaller file fits into the first packet as it is.
    static let leastSize = 1024

    /// Whether a file is one of those that are sent compressed, by its name. Pictures and films are compressed already.
    static func isWorthwhile(_ file: String) -> Bool {
        guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return texts.contains(String(file[dot...].dropFirst()))
    }

    private static let texts: Set<String> = [
        "html", "htm", "css", "js", "mjs", "json", "xml", "xsl", "rss", "atom", "svg", "txt", "csv", "ics", "vtt",
        "map", "webmanifest",
    ]
}

/// Some of the ways to compress a file.
struct Compressions: OptionSet, Sendable, BitwiseCopyable {
    let rawValue: UInt8

    static let gzip = Compressions(rawValue: 1)
    static let brotli = Compressions(rawValue: 2)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ compression: Compression) {
        switch compression {
        case .gzip: self = .gzip
        case .brotli: self = .brotli
        }
    }
}
