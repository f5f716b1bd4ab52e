import Diagnostics
import Foundation
import Press

/// A build's result as programs read it: one JSON object.
struct JSONReport: Encodable {
    private struct Article: Encodable {
        var source: String
        var url: String
    }

    private struct Skipped: Encodable {
        var source: String
        var reason: String
    }

    private struct Problem: Encodable {
        var severity: String
        var path: String
        var line: Int
        var column: Int
        var message: String
        var hint: String
    }

    /// How many files, or, when asked for, which.
    private enum Files: Encodable {
        case count(Int)
        case list([String])

        init(_ files: [String], isVerbose: Bool) {
            self = isVerbose ? .list(files) : .count(files.count)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .count(let count): try container.encode(count)
            case .list(let files): try container.encode(files)
            }
        }
    }

    private var articles: [Article]
    private var diagnostics: [Problem]
    private var output: String
    private var pages: Int
    private var published: Bool
    private var removed: Files
    private var seconds: Double
    private var skipped: [Skipped]
    private var unchanged: Files
    private var written: Files

    init(_ report: BuildReport, seconds: Double, isVerbose: Bool) {
        articles = report.articles.map { Article(source: $0.source, url: $0.url) }
        diagnostics = report.diagnostics.map {
            Problem(
                severity: $0.severity.rawValue, path: $0.path, line: $0.line, column: $0.column, message: $0.message,
                hint: $0.hint)
        }
        output = report.output
        pages = report.pages
        published = report.isPublished
        removed = Files(report.files.removed, isVerbose: isVerbose)
        self.seconds = seconds
        skipped = report.skipped.map { Skipped(source: $0.source, reason: $0.reason) }
        unchanged = Files(report.files.unchanged, isVerbose: isVerbose)
        written = Files(report.files.written, isVerbose: isVerbose)
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
