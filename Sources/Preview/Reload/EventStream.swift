import Foundation
import Synchronization

/// One page's stream of events (Server-Sent Events, as HTML defines them).
final class EventStream: Sendable {
    /// Yields whenever `next` has something to send.
    let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private let live: LiveSite
    /// What the page knows already; nil if that is nothing.
    private let known: Mutex<Int?>
    private let hasBegun = Mutex(false)

    /// - Parameter id: the last event that the page knows of.
    init(_ live: LiveSite, since id: String?) {
        self.live = live
        let parts = id?.split(separator: "-") ?? []
        let isOfThisRun = parts.count == 2 && parts[0] == live.run
        known = Mutex(isOfThisRun ? Int(parts[1]) : nil)
        (signals, signal) = live.listen()
        signal.yield()
    }

    /// Makes `next` be sent although nothing has happened.
    func giveSignOfLife() {
        signal.yield()
    }

    /// What the page has not been told yet; a comment if that is nothing.
    func next() -> [UInt8] {
        let isFirst = hasBegun.withLock { hasBegun in
            defer { hasBegun = true }
            return !hasBegun
        }
        return known.withLock { known in
            let news = live.news(since: known)
            guard isFirst || known != news.revision else { return Array(":\n\n".utf8) }
            known = news.revision
            return Array("\(isFirst ? "retry: 500\n" : "")id: \(live.run)-\(news.revision)\ndata: ".utf8)
                + news.json + Array("\n\n".utf8)
        }
    }
}

extension LiveSite.News {
    /// On one line: in a JSON text a line's end is always escaped.
    fileprivate var json: Data {
        struct Event: Encodable {
            var changed: [String]?
            var destination: String?
            var marks: [String: String]
            var problems: [Problem]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let event = Event(changed: changed, destination: destination, marks: marks, problems: problems)
        return (try? encoder.encode(event)) ?? Data("{\"problems\":[]}".utf8)
    }
}
