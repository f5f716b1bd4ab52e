import Diagnostics
import Foundation

/// Something that is wrong, as the overlay shows it: with the lines in which it stands.
struct Problem: Sendable, Encodable {
    struct Line: Sendable, Encodable, Hashable {
        var number: Int
        var text: String
    }

    /// The page that has it, as a file of Output; nil if all have it.
    let page: String?
    private let diagnostic: Diagnostic
    private let folder: String

    /// - Parameters:
    ///   - site: the folder in which the diagnostic's path lies.
    ///   - page: the page that has it, as a file of Output; nil if all have it.
    init(_ diagnostic: Diagnostic, site: String, page: String? = nil) {
        self.diagnostic = diagnostic
        self.page = page
        folder = site
    }

    var isError: Bool { diagnostic.severity == .error }

    /// `Content/war/ceasefire.md:4:7`; empty if it has none.
    var place: String {
        var place = diagnostic.path
        if diagnostic.line > 0 { place += ":\(diagnostic.line)" }
        if diagnostic.line > 0, diagnostic.column > 0 { place += ":\(diagnostic.column)" }
        return place
    }

    private enum Key: CodingKey {
        case place, line, column, message, hint, source
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(place, forKey: .place)
        try fields.encode(diagnostic.line, forKey: .line)
        try fields.encode(diagnostic.column, forKey: .column)
        try fields.encode(diagnostic.message, forKey: .message)
        try fields.encode(diagnostic.hint, forKey: .hint)
        try fields.encode(source, forKey: .source)
    }

    /// The line and its neighbours, as far as they can be read now.
    var source: [Line] {
        let line = diagnostic.line
        guard line > 0,
            let bytes = Problem.bytes(
                of: diagnostic.path.hasPrefix("/") ? diagnostic.path : folder + "/" + diagnostic.path)
        else { return [] }
        let lines = bytes.split(
            separator: UInt8(ascii: "\n"), maxSplits: line + 1, omittingEmptySubsequences: false)
        return (max(1, line - 2)...line + 1).compactMap { number in
            guard number <= lines.count, number <= line + 1 else { return nil }
            let text = String(decoding: lines[number - 1].prefix(400), as: UTF8.self)
            return Line(number: number, text: text.hasSuffix("\r") ? String(text.dropLast()) : text)
        }
    }

    /// What stands in a file, unless it is very large, or is none: a pipe would keep everybody waiting.
    private static func bytes(of path: String) -> Data? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 4 << 20 else { return nil }
        return try? Data(contentsOf: URL(filePath: path))
    }
}
