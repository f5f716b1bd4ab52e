import Press
import Testing

/// An article with nothing wrong.
let fine = "---\nheadline: A\ndate: 2026-11-18\n---\nText.\n"

/// Builds a site with these files, and compares what is said of them. After an error nothing is published.
func expectProblems(
    _ files: [String: String], _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let site = try LittleSite(files)
    let problems = try site.build().diagnostics.map(\.description)
    #expect(problems == expected, sourceLocation: sourceLocation)
    #expect(!site.exists("Output"), sourceLocation: sourceLocation)
}
