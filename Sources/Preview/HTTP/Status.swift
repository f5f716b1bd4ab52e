/// A response's status code, with its phrase.
struct Status: Sendable, Hashable {
    let code: Int
    let phrase: String

    private init(_ code: Int, _ phrase: String) {
        self.code = code
        self.phrase = phrase
    }

    static let ok = Status(200, "OK")
    static let partialContent = Status(206, "Partial Content")
    static let found = Status(302, "Found")
    static let notModified = Status(304, "Not Modified")
    static let badRequest = Status(400, "Bad Request")
    static let forbidden = Status(403, "Forbidden")
    static let notFound = Status(404, "Not Found")
    static let methodNotAllowed = Status(405, "Method Not Allowed")
    static let uriTooLong = Status(414, "URI Too Long")
    static let rangeNotSatisfiable = Status(416, "Range Not Satisfiable")
    static let misdirected = Status(421, "Misdirected Request")
    static let headersTooLarge = Status(431, "Request Header Fields Too Large")
    static let unavailable = Status(503, "Service Unavailable")
    static let versionNotSupported = Status(505, "HTTP Version Not Supported")
}
