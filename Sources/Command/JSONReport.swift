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

    private struct Due: Encodable {
        var time: String?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(time)
        }
    }

    private var articles: [Article]
    private var diagnostics: [JSONProblem]
    /// Null, not absent, where nothing is due.
    private var nextBuildDue: Due
    private var notes: [String]
    private var output: String
    private var pages: Int
    private var published: Bool
    private var removed: [String]
    private var seconds: Double
    private var skipped: [Skipped]
    private var unchanged: [String]
    private var written: [String]

    init(_ report: BuildReport, seconds: Double) {
        articles = report.articles.map { Article(source: $0.source, url: $0.url) }
        diagnostics = report.diagnostics.map(JSONProblem.init)
        nextBuildDue = Due(time: report.nextChange?.iso)
        notes = report.notes
        output = report.output
        pages = report.pages
        published = report.isPublished
        removed = report.files.removed
        self.seconds = seconds
        skipped = report.skipped.map { Skipped(source: $0.source, reason: $0.reason) }
        unchanged = report.files.unchanged
        written = report.files.written
    }
}
