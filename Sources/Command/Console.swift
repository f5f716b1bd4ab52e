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

    static func complain(_ text: String) {
        write(Array((text + "\n").utf8), to: .standardError)
    }

    /// A closed pipe, such as one to `head`, is no reason to fail.
    static func write(_ bytes: [UInt8], to file: FileHandle = .standardOutput) {
        try? file.write(contentsOf: Data(bytes))
    }
}
