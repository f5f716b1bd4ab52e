/// Something that is wrong with what a person wrote: where it is, what it is, and what to do about it.
public struct Diagnostic: Error, Sendable, Hashable {
    /// How bad it is: an error keeps the edition from being published, a warning does not.
    public enum Severity: String, Sendable, Hashable {
        case error, warning
    }

    public var severity: Severity
    /// The file, relative to the site's folder, with `/` between its parts; empty while the file is not known yet.
    public var path: String
    /// The line, counted from 1; 0 where the whole file is meant.
    public var line: Int
    /// The column, counted from 1 in characters (Unicode scalars); 0 where the whole line is meant.
    public var column: Int
    /// What is wrong, as a sentence without a full stop.
    public var message: String
    /// What to do about it; empty where the message says it all.
    public var hint: String

    public init(
        _ severity: Severity, path: String = "", line: Int = 0, column: Int = 0, _ message: String, hint: String = ""
    ) {
        self.severity = severity
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
    }

    public static func error(_ message: String, at place: Place = .none, path: String = "", hint: String = "") -> Self {
        Diagnostic(.error, path: path, line: place.line, column: place.column, message, hint: hint)
    }

    public static func warning(_ message: String, at place: Place = .none, path: String = "", hint: String = "") -> Self
    {
        Diagnostic(.warning, path: path, line: place.line, column: place.column, message, hint: hint)
    }

    /// The same, said of the file at `path`.
    public func at(path: String) -> Diagnostic {
        var copy = self
        copy.path = path
        return copy
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `Content/war/ceasefire.md:4:7: error: the message`, and the hint on a line of its own.
    public var description: String {
        var text = path
        if line > 0 { text += ":\(line)" }
        if line > 0, column > 0 { text += ":\(column)" }
        if !text.isEmpty { text += ": " }
        text += "\(severity.rawValue): \(message)"
        if !hint.isEmpty { text += "\n    \(hint)" }
        return text
    }
}

extension Diagnostic: Comparable {
    /// By file, line and column, then errors first, so that a list of them reads in the order of the text.
    public static func < (one: Diagnostic, other: Diagnostic) -> Bool {
        (one.path, one.line, one.column, one.severity.rawValue, one.message, one.hint)
            < (other.path, other.line, other.column, other.severity.rawValue, other.message, other.hint)
    }
}
