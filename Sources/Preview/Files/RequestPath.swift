/// The path of a request, decoded: the names that lead to a file, none of which can lead anywhere else.
struct RequestPath: Sendable, Hashable {
    /// None for the root.
    let names: [String]
    /// Whether it ended in `/`.
    let isFolder: Bool

    /// Nil for what no link of a site can be: an empty name, `.` or `..`, a separator or a control character in a name,
    /// a hidden name, an escape that is none; each of them encoded or not.
    init?(_ encoded: some StringProtocol) {
        guard encoded.utf8.first == UInt8(ascii: "/") else { return nil }
        var parts = encoded.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        isFolder = parts.last?.isEmpty ?? true
        if isFolder { parts = parts.dropLast() }
        var names: [String] = []
        for part in parts {
            guard let name = decoded(part), RequestPath.isServed(name, isFirst: names.isEmpty) else { return nil }
            names.append(name)
        }
        self.names = names
    }

    init(names: [String], isFolder: Bool) {
        self.names = names
        self.isFolder = isFolder
    }

    /// Relative to the folder that is served.
    var file: String { names.joined(separator: "/") }

    /// Whether files of this name, and what lies in folders of this name, are served.
    static func isServed(_ name: String, isFirst: Bool) -> Bool {
        guard !name.isEmpty, !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
        guard !name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(UInt8(ascii: "\\")) else { return false }
        return name.utf8.first != UInt8(ascii: ".") || isFirst && name == ".well-known"
    }
}

/// Percent-decoded once; nil if an escape is broken, or if what comes out is not UTF-8.
private func decoded(_ part: some Collection<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = part[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let high = rest.popFirst().flatMap(hexadecimalValue), let low = rest.popFirst().flatMap(hexadecimalValue)
        else { return nil }
        bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
}

private func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
}
