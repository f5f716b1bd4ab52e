import Diagnostics

/// A problem as programs read it.
struct JSONProblem: Encodable {
    private var severity: String
    private var path: String
    private var line: Int
    private var column: Int
    private var message: String
    private var hint: String

    init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity.rawValue
        path = diagnostic.path
        line = diagnostic.line
        column = diagnostic.column
        message = diagnostic.message
        hint = diagnostic.hint
    }
}
