/// What is answered to a request.
struct Response: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// A part of a file, sent piece by piece.
        case file(OpenFile, Range<Int>)
        /// Events until one of the two goes away: the only body without a known length.
        case events(EventStream)
    }

    var status: Status
    var headers: [(name: String, value: String)] = []
    var body = Body.bytes([])
    /// Whether the connection ends with it.
    var closes = false
    /// Whether the body is only spoken of, and not sent.
    private(set) var isHeadAlone = false

    init(_ status: Status) {
        self.status = status
    }

    /// A status with a line of text for whoever looks at it.
    init(_ status: Status, text: String) {
        self.status = status
        headers = [("Content-Type", "text/plain; charset=utf-8")]
        body = .bytes(Array((text + "\n").utf8))
    }

    /// Of a request that could not be understood: where the next one begins is not known either.
    init(_ error: RequestError) {
        self.init(error.status, text: error.status.phrase)
        closes = true
    }

    /// The same as the client wants it: without its body for a HEAD, and as the last one if it said so.
    func fitted(to request: Request) -> Response {
        var response = self
        if request.method == "HEAD" { response.isHeadAlone = true }
        if !request.keepsAlive { response.closes = true }
        return response
    }

    static func redirect(to location: String) -> Response {
        var response = Response(.found)
        response.headers = [("Location", location)]
        return response
    }

    /// The status line and the headers, up to the empty line.
    var head: [UInt8] {
        var text = "HTTP/1.1 \(status.code) \(status.phrase)\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        for line in Response.commonHeaders { text += line + "\r\n" }
        if let length { text += "Content-Length: \(length)\r\n" }
        if closes || length == nil { text += "Connection: close\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// A preview is always the newest, is what it says it is, and is for nobody else's pages.
    private static let commonHeaders = [
        "Cache-Control: no-cache", "X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin",
    ]

    private var length: Int? {
        switch body {
        case .bytes where status == .notModified: 0
        case .bytes(let bytes): bytes.count
        case .file(_, let range): range.count
        case .events: nil
        }
    }
}
