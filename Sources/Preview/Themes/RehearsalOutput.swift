import Diagnostics

/// What a program leaves behind that could not make the site.
enum RehearsalOutput {
    /// Why it ended. Swift says what it stumbled over, and, if it can, by which lines it got there.
    static func problem(in output: String, _ end: ChildProcess.End, package: String) -> Diagnostic {
        let lines = output.split(whereSeparator: \.isNewline)
        let place = lines.lazy.compactMap { self.place(in: $0, package) }.first
        let hint = "The program that was there before goes on."
        guard case .signal(let number) = end else {
            let last = lines.last.map { ": \($0)" } ?? ""
            return .error("the new program does not make the site\(last)", hint: hint)
        }
        let reason = lines.lazy.compactMap { $0.firstMatch(of: #/Fatal error(?:: (.+))?$/#) }.first
        let message = reason.flatMap(\.1).map(String.init) ?? "signal \(number)"
        return Diagnostic(
            .error, path: place?.path ?? "", line: place?.line ?? 0, column: place?.column ?? 0,
            "the theme compiles, but brings its program down: \(message)", hint: hint)
    }

    /// A place in the package: `0 closure #1 in … at /paper/Themes/A.swift:20:22`.
    private static func place(in line: Substring, _ package: String) -> (path: String, line: Int, column: Int)? {
        guard let match = line.firstMatch(of: #/ at (/.+?\.swift):(\d+):(\d+)/#), match.1.hasPrefix(package + "/")
        else { return nil }
        let path = String(match.1.dropFirst(package.count + 1))
        // What the theme calls may lie in the package as well; what was compiled elsewhere is not the theme's.
        guard !path.hasPrefix(".build/") else { return nil }
        return (path, Int(match.2) ?? 0, Int(match.3) ?? 0)
    }
}
