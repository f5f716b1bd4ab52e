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
    /// Its file in Output; nil if it does not say.
    private let page: String?
    private let hasBegun = Mutex(false)

    /// - Parameters:
    ///   - id: the last event that the page knows of.
    ///   - page: its file in Output, to be told first what is wrong with it.
    init(_ live: LiveSite, since id: String?, page: String? = nil) {
        self.live = live
        self.page = page
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
            return Array("\(isFirst ? "retry: 100\n" : "")id: \(live.run)-\(news.revision)\ndata: ".utf8)
                + news.json(for: page) + Array("\n\n".utf8)
        }
    }
}

extension LiveSite.News {
    /// As many problems of a kind are sent as somebody reads before mending the first.
    private static let mostProblems = 20

    /// On one line: in a JSON text a line's end is always escaped.
    fileprivate func json(for page: String?) -> Data {
        struct Event: Encodable {
            var changed: [String]?
            var destination: String?
            var marks: [String: String]
            var isCompiling: Bool
            /// Of this page, and of all.
            var problems: [Problem]
            /// Of other pages, and how many there are.
            var others: [Problem]
            var otherCount: Int
            /// Of this page, and how many there are.
            var warnings: [Problem]
            var warningCount: Int
        }
        // A page that does not say which it is gets to hear everything.
        let errors = problems.filter(\.isError)
        let own = errors.filter { $0.page == page && page != nil }
        let shared = errors.filter { $0.page == nil || page == nil }
        let others = errors.filter { $0.page != page && $0.page != nil && page != nil }
        let warnings = problems.filter { !$0.isError && $0.page == page && page != nil }
        func first(_ problems: [Problem]) -> [Problem] { Array(problems.prefix(Self.mostProblems)) }
        let event = Event(
            changed: changed, destination: destination, marks: marks, isCompiling: isCompiling,
            problems: first(own + shared),
            others: first(others), otherCount: others.count, warnings: first(warnings), warningCount: warnings.count)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(event)) ?? Data("{\"problems\":[]}".utf8)
    }
}
