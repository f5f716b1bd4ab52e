import Foundation

@testable import Preview

/// A client's bytes, in whatever pieces they come, to the responses that a connection sends.
final class RequestFuzz: Sendable {
    static let shared = RequestFuzz()

    private let site = HostileSite()
    private let responders: [SiteResponder]
    /// Small, so that short inputs reach them.
    private let limits = Limits(line: 256, head: 512)

    private init() {
        let wildcard = HostAddress("0.0.0.0") ?? .loopback
        responders = [
            SiteResponder(folder: site.folder, host: .loopback, live: LiveSite(isReloading: true)),
            SiteResponder(folder: site.folder, host: .loopback, live: LiveSite(isReloading: false)),
            SiteResponder(folder: site.folder, host: wildcard, live: LiveSite(isReloading: true)),
        ]
        responders[1].live.base = "/paper"
    }

    func check(_ input: [UInt8]) {
        for responder in responders {
            let answers = self.answers(to: [input[...]], responder)
            for answer in answers { check(answer) }
            let again = self.answers(to: pieces(of: input), responder)
            promise(
                answers.map(\.response.status) == again.map(\.response.status),
                "another answer to the same bytes in other pieces")
        }
    }

    // MARK: - What is answered

    private struct Answer {
        /// Nil if it could not be understood.
        var request: Request?
        var response: Response
        var responder: SiteResponder
    }

    /// Does what a connection does.
    private func answers(to pieces: [ArraySlice<UInt8>], _ responder: SiteResponder) -> [Answer] {
        var reader = HeadReader(limits)
        var answers: [Answer] = []
        do {
            for piece in pieces {
                reader.add(piece)
                while let head = try reader.next() {
                    let request = try Request(head)
                    let response = responder.respond(to: request).fitted(to: request)
                    answers.append(Answer(request: request, response: response, responder: responder))
                    if response.closes { return answers }
                }
            }
        } catch {
            answers.append(Answer(request: nil, response: Response(error), responder: responder))
        }
        return answers
    }

    /// Cut at places that depend on the input alone.
    private func pieces(of input: [UInt8]) -> [ArraySlice<UInt8>] {
        var random = input.reduce(UInt64(input.count)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        var pieces: [ArraySlice<UInt8>] = []
        var rest = input[...]
        while !rest.isEmpty {
            random = random &* 6_364_136_223_846_793_005 &+ 1
            // Mostly a few bytes, sometimes many.
            let count = random >> 60 == 0 ? 256 : Int(random >> 58) % 40 + 1
            pieces.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return pieces
    }

    // MARK: - What is promised

    private func check(_ answer: Answer) {
        let head = checkHead(answer.response)
        let code = answer.response.status.code
        if let request = answer.request {
            promise(request.method == "HEAD" ? answer.response.isHeadAlone : true, "HEAD with a body")
            promise(
                ["GET", "HEAD"].contains(request.method) || [400, 405, 421].contains(code), "\(request.method) done")
            if !isOwn(request["host"], of: answer.responder) { promise([400, 421].contains(code), "a foreign host") }
            if let origin = request["origin"], case .events = answer.response.body {
                promise(origin.lowercased() == "http://\((request["host"] ?? "").lowercased())", "a foreign origin")
            }
        } else {
            promise([400, 414, 431, 505].contains(code) && answer.response.closes, "\(code) to what is no request")
        }
        if let path = head["location"]?.split(separator: "?", omittingEmptySubsequences: false).first {
            promise(path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\"), String(path))
        }
        checkBody(answer.response, code, length: head["content-length"])
    }

    /// Returns the headers, by their names in lower case.
    private func checkHead(_ response: Response) -> [String: String] {
        promise(!response.head.contains(run: HostileSite.canary), "the head tells a secret")
        var lines = String(decoding: response.head, as: UTF8.self).components(separatedBy: "\r\n")
        promise(lines.suffix(2) == ["", ""] && !lines.dropLast(2).contains(""), "no head: \(lines)")
        promise(!lines.contains { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }, "\(lines)")
        let status = lines.removeFirst()
        promise(
            RequestFuzz.statuses.contains(response.status.code)
                && status == "HTTP/1.1 \(response.status.code) \(response.status.phrase)", status)
        var headers: [String: String] = [:]
        for line in lines.dropLast(2) {
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
            promise(parts.count == 2 && headers[parts[0].lowercased()] == nil, line)
            headers[parts[0].lowercased()] = parts[1]
        }
        promise(!headers.keys.contains { $0.hasPrefix("access-control") }, "other people's pages are let in")
        return headers
    }

    private static let statuses: Set = [200, 206, 302, 304, 400, 403, 404, 405, 414, 416, 421, 431, 505]

    private func checkBody(_ response: Response, _ code: Int, length: String?) {
        switch response.body {
        case .bytes(let bytes):
            promise(length == String(bytes.count), "\(length ?? "no length") of \(bytes.count) bytes")
            promise(!bytes.contains(run: HostileSite.canary), "a secret")
        case .file(let file, let range):
            promise(length == String(range.count), "\(length ?? "no length") of \(range.count) bytes")
            promise(range.lowerBound >= 0 && range.upperBound <= file.size, "\(range) of \(file.size)")
            // All of it, or a part could be too short to tell.
            guard let whole = try? file.whole() else { return promise(false, "a file that cannot be read") }
            promise(
                whole.contains(run: HostileSite.mark) && !whole.contains(run: HostileSite.canary), "a file from outside"
            )
            promise([200, 206].contains(code), "a file with \(code)")
        case .events:
            promise(length == nil && response.closes == false && code == 200 || length == nil && code == 200, "events")
        }
    }

    /// Said once more, in other words than the server's.
    private func isOwn(_ host: String?, of responder: SiteResponder) -> Bool {
        guard let host = host?.lowercased() else { return false }
        // A port is digits behind the last colon, unless that stands in an IPv6 address.
        let port = host.reversed().prefix { $0.isWholeNumber }.count
        let name = host.dropLast(port).hasSuffix(":") && !host.hasSuffix("]") ? host.dropLast(port + 1) : host[...]
        if ["localhost", "127.0.0.1", "[::1]"].contains(name) { return true }
        guard responder.host.address == "0.0.0.0" else { return false }
        let isIPv4 = name.split(separator: ".", omittingEmptySubsequences: false).count == 4
        return name.hasPrefix("[") && name.hasSuffix("]") && name.contains(":")
            || isIPv4 && name.allSatisfy { $0.isWholeNumber || $0 == "." }
    }
}
