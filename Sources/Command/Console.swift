import Foundation

/// What people read: results on standard output, complaints on standard error.
enum Console {
    static func say(_ text: String) {
        write(text, to: .standardOutput)
    }

    static func complain(_ text: String) {
        write(text, to: .standardError)
    }

    /// A closed pipe, such as one to `head`, is no reason to fail.
    private static func write(_ text: String, to file: FileHandle) {
        try? file.write(contentsOf: Data((text + "\n").utf8))
    }
}
