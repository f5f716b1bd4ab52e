import Diagnostics
import Foundation

/// Something that is wrong, as the overlay shows it: with the lines in which it stands.
struct Problem: Sendable, Encodable, Hashable {
    struct Line: Sendable, Encodable, Hashable {
        var number: Int
        var text: String
    }

    /// `Content/war/ceasefire.md:4:7`; empty if it has none.
    var place: String
    var line: Int
    var column: Int
    var message: String
    var hint: String
    var source: [Line]

    /// - Parameter site: the folder in which the diagnostic's path lies.
    init(_ diagnostic: Diagnostic, site: String) {
        var place = diagnostic.path
        if diagnostic.line > 0 { place += ":\(diagnostic.line)" }
        if diagnostic.line > 0, diagnostic.column > 0 { place += ":\(diagnostic.column)" }
        self.place = place
        line = diagnostic.line
        column = diagnostic.column
        message = diagnostic.message
        hint = diagnostic.hint
        source = diagnostic.line > 0 ? Problem.lines(around: diagnostic.line, of: site + "/" + diagnostic.path) : []
    }

    /// The line and its neighbours, as far as they can be read.
    private static func lines(around line: Int, of file: String) -> [Line] {
        guard let bytes = try? Data(contentsOf: URL(filePath: file), options: .mappedIfSafe), bytes.count < 4 << 20
        else { return [] }
        let lines = bytes.split(
            separator: UInt8(ascii: "\n"), maxSplits: line + 1, omittingEmptySubsequences: false)
        return (max(1, line - 2)...line + 1).compactMap { number in
            guard number <= lines.count, number <= line + 1 else { return nil }
            let text = String(decoding: lines[number - 1].prefix(400), as: UTF8.self)
            return Line(number: number, text: text.hasSuffix("\r") ? String(text.dropLast()) : text)
        }
    }
}
