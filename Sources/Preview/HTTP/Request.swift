/// A request's head: its line and its headers (RFC 9112). Nothing that is asked for here has a body.
struct Request: Sendable {
    let method: String
    /// The path as it was sent, percent-encoded, without the query.
    let path: String
    /// Without its `?`; empty if there is none.
    let query: String
    /// Whether the client takes another response on the same connection.
    let keepsAlive: Bool
    private let headers: [String: String]

    /// A header's value, by its name in lower case.
    subscript(name: String) -> String? { headers[name] }

    /// - Parameter head: all bytes up to the empty line.
    init(_ head: some Collection<UInt8>) throws(RequestError) {
        var lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }[...]
        guard let line = lines.popFirst() else { throw .malformed }
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(isToken), parts[1].first == UInt8(ascii: "/"),
            parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { throw .malformed }
        let version = String(decoding: parts[2], as: UTF8.self)
        guard version.hasPrefix("HTTP/") else { throw .malformed }
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw RequestError(status: .versionNotSupported) }

        method = String(decoding: parts[0], as: UTF8.self)
        let target = String(decoding: parts[1], as: UTF8.self).split(
            separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(target[0])
        query = target.count > 1 ? String(target[1]) : ""
        headers = try Request.headers(lines)
        keepsAlive = version == "HTTP/1.1" && headers["connection"]?.lowercased() != "close"
        // A body would be taken for the next request.
        guard headers["transfer-encoding"] == nil, headers["content-length"].map({ $0 == "0" }) ?? true else {
            throw .malformed
        }
    }

    private static func headers<Line: Collection<UInt8>>(
        _ lines: ArraySlice<Line>
    ) throws(RequestError) -> [String: String] {
        var headers: [String: String] = [:]
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex,
                line[..<colon].allSatisfy(isToken)
            else { throw .malformed }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let bytes = line[line.index(after: colon)...].trimmingSpaces
            // What reads it as C's text would take it for shorter than it is.
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else { throw .malformed }
            let value = String(decoding: bytes, as: UTF8.self)
            if let first = headers[name] {
                guard name != "host" else { throw .malformed }
                headers[name] = first + ", " + value
            } else {
                headers[name] = value
            }
        }
        return headers
    }
}

/// What names and methods are made of (RFC 9110, 5.6.2).
private func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}

extension Collection<UInt8> {
    fileprivate var trimmingSpaces: [UInt8] {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        return Array(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
