import Newspaper

/// How a finished Output is sent so that no reader is ever led to what is not there: first what pages refer to, then
/// pages, then what machines read, and only then is removed what is gone.
public struct Transfer: Sendable {
    /// One call of the tool.
    public struct Step: Sendable, Equatable {
        /// What it does, for whoever watches.
        public var name: String
        /// The program and its arguments.
        public var command: [String]
    }

    private let deployment: Deployment
    private let output: String
    private let isDryRun: Bool

    /// - Parameters:
    ///   - output: the folder that is sent.
    ///   - isDryRun: whether the tool only says what it would do.
    public init(of output: String, by deployment: Deployment, isDryRun: Bool) {
        self.deployment = deployment
        // A name that begins with a hyphen, or has a colon in it, is a path to both tools then.
        let isPath = ["/", "./", "../"].contains { output.hasPrefix($0) }
        self.output = isPath ? output : "./" + output
        self.isDryRun = isDryRun
    }

    public var steps: [Step] {
        switch deployment.tool {
        case .rsync: rsync
        case .rclone: rclone
        }
    }

    // `.gz` and `.br` stand beside what they were made of.
    private static let pages = ["*.html", "*.html.gz", "*.html.br"]
    private static let machines = ["xml", "json", "txt"].flatMap { ["*.\($0)", "*.\($0).gz", "*.\($0).br"] }

    private var rsync: [Step] {
        let report = isDryRun ? ["--dry-run", "--itemize-changes"] : ["--stats"]
        // Times as well, because files that did not change keep theirs.
        let call = ["rsync", "--recursive", "--links", "--times", "--compress", "--human-readable"] + report
        let folders = ["\(output)/", deployment.target]
        let later = (Transfer.pages + Transfer.machines).map { "--exclude=\($0)" }
        let pages = ["--include=*/"] + Transfer.pages.map { "--include=\($0)" } + ["--exclude=*"]
        return [
            Step(name: "pictures, styles and scripts", command: call + later + folders),
            Step(name: "pages", command: call + ["--prune-empty-dirs"] + pages + folders),
            Step(name: "feeds, sitemaps, and what is to be removed", command: call + ["--delete-after"] + folders),
        ]
    }

    private var rclone: [Step] {
        // Object stores know checksums, and need a call for each file's time.
        let report = isDryRun ? ["--dry-run"] : ["--stats-one-line"]
        let options = ["--checksum", "--fast-list"] + report
        let folders = [output, deployment.target]
        let later = (Transfer.pages + Transfer.machines).flatMap { ["--exclude", $0] }
        let pages = Transfer.pages.flatMap { ["--include", $0] }
        return [
            Step(name: "pictures, styles and scripts", command: ["rclone", "copy"] + options + later + folders),
            Step(name: "pages", command: ["rclone", "copy"] + options + pages + folders),
            Step(
                name: "feeds, sitemaps, and what is to be removed",
                command: ["rclone", "sync"] + options + ["--delete-after"] + folders),
        ]
    }
}
