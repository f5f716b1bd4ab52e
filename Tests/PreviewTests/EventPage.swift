import Foundation
import Synchronization
import Testing

@testable import Preview

/// A page that listens to the preview's events.
final class EventPage: Sendable {
    let client: Client
    private let received = Mutex("")

    init(port: Int, query: String = "", headers: [String] = []) async throws {
        client = try Client(port: port)
        let lines = ["GET /.stet/events\(query) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + headers
        try await client.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
        let head = try await client.receive { $0.contains("\r\n\r\n") }
        let reply = Reply(head)
        #expect(reply.status == 200)
        #expect(reply["Content-Type"] == "text/event-stream")
        received.withLock { $0 = reply.body }
    }

    struct Event: Decodable {
        var id: String?
        var changed: [String]?
        var destination: String?
        var marks: [String: String]
        var problems: [Problem]
        var isCompiling: Bool
        var others: [Problem]
        var otherCount: Int
        var warnings: [Problem]
        var warningCount: Int

        struct Problem: Decodable {
            struct Line: Decodable {
                var number: Int
                var text: String
            }
            var place: String
            var message: String
            var hint: String
            var source: [Line]
        }
    }

    /// The next event that says this: a save can be seen in two steps, and lead to two builds.
    func nextEvent(where isMeant: (Event) -> Bool) async throws -> Event {
        while true {
            let event = try await nextEvent()
            if isMeant(event) { return event }
        }
    }

    /// The next event that says anything.
    func nextEvent(within time: Duration = .seconds(300)) async throws -> Event {
        while true {
            let before = received.withLock { $0 }
            let all =
                try await before
                + (before.contains("\n\n") ? "" : client.receive(within: time) { (before + $0).contains("\n\n") })
            let end = try #require(all.firstRange(of: "\n\n"))
            received.withLock { $0 = String(all[end.upperBound...]) }
            let lines = all[..<end.lowerBound].split(separator: "\n")
            guard let data = lines.first(where: { $0.hasPrefix("data: ") }) else { continue }
            var event = try JSONDecoder().decode(Event.self, from: Data(data.dropFirst(6).utf8))
            event.id = lines.first { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) }
            return event
        }
    }
}

extension TestServer {
    /// A page that has just been opened: what comes first says only how things stand.
    func open() async throws -> EventPage {
        let page = try await listen()
        _ = try await page.nextEvent()
        return page
    }

    /// A page that asks for events, none of which it has read yet.
    func listen(_ query: String = "", _ headers: String...) async throws -> EventPage {
        try await EventPage(port: port, query: query, headers: headers)
    }
}
