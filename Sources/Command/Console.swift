import Diagnostics
import Foundation

/// What people read: results on standard output, complaints on standard error.
enum Console {
    static func say(_ text: String) {
        write(Array((text + "\n").utf8))
    }

    /// One object on one line, for programs.
    static func say(json object: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        say((try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}")
    }

    static func say(_ problem: Diagnostic) {
        say(problem.description(inColour: isColourful(.standardOutput)))
    }

    static func complain(of problem: Diagnostic) {
        complain(problem.description(inColour: isColourful(.standardError)))
    }

    /// Only people at a terminal see colours, and only if they have not said that they want none (no-color.org).
    private static func isColourful(_ file: FileHandle) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let wantsNone = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
        return !wantsNone && isatty(file.fileDescriptor) == 1
    }

    static func complain(_ text: String) {
        write(Array((text + "\n").utf8), to: .standardError)
    }

    /// A closed pipe, such as one to `head`, is no reason to fail.
    static func write(_ bytes: [UInt8], to file: FileHandle = .standardOutput) {
        try? file.write(contentsOf: Data(bytes))
    }
}

extension Diagnostic {
    /// `Content/a.md:4:7: error: the message`, the word `error` in red, or `warning` in yellow.
    fileprivate func description(inColour: Bool) -> String {
        guard inColour else { return description }
        let message = Diagnostic(severity, message, hint: hint).description
        let colour = severity == .error ? "31" : "33"
        return description.dropLast(message.count) + "\u{1B}[1;\(colour)m\(severity.rawValue)\u{1B}[0m"
            + message.dropFirst(severity.rawValue.count)
    }
}
