import Foundation
import Newspaper
import Synchronization

/// Asks hosts for many addresses, in rounds: a redirect leads to another address, and a refusal to another method.
struct Asking: Sendable {
    private let curl: Curl
    private let links: ExternalLinks
    /// The site's own host: what is there was looked up in the layout.
    private let ownHost: String?
    private let progress: any BuildProgress

    init(_ curl: Curl, _ links: ExternalLinks, ownHost: String?, progress: any BuildProgress) {
        self.curl = curl
        self.links = links
        self.ownHost = ownHost
        self.progress = progress
    }

    /// One address on its way to an outcome.
    private struct Trail {
        var request: Curl.Request
        /// Where it leads for good, as far as every step so far has said so.
        var moved: String?
        var isPermanent = true
        var steps = 0
        var outcome: LinkOutcome?
    }

    private static let mostSteps = 10

    /// What became of each address.
    func outcomes(of urls: [String]) -> [String: LinkOutcome] {
        var trails = urls.map { Trail(request: Curl.Request(url: $0, isGet: false)) }
        var known: [Curl.Request: Answer] = [:]
        while true {
            let open = trails.indices.filter { trails[$0].outcome == nil }
            guard !open.isEmpty else { break }
            let requests = Set(open.map { trails[$0].request }).filter { known[$0] == nil }
            known.merge(replies(to: requests)) { first, _ in first }
            for index in open {
                let reply = known[trails[index].request] ?? .outcome(.unanswered("nobody was asked"))
                switch reply {
                case .outcome(let outcome): trails[index].outcome = outcome
                case .reply(.failure(let message)): trails[index].outcome = .unanswered(message)
                case .reply(.status(let status, let redirect)): take(status, redirect, &trails[index])
                }
            }
        }
        return Dictionary(zip(urls, trails.map { $0.outcome ?? .fine })) { first, _ in first }
    }

    private func take(_ status: Int, _ redirect: String?, _ trail: inout Trail) {
        switch status {
        case 300..<400:
            guard let redirect else { return trail.outcome = .fine }
            follow(redirect, isPermanent: status == 301 || status == 308, &trail)
        case 403, 404, 405, 501:
            // Of some, HEAD is too much to ask.
            if !trail.request.isGet { return trail.request.isGet = true }
            trail.outcome = status == 403 ? .closed : .refused(status)
        case 401, 402, 407, 429, 451, 999: trail.outcome = .closed
        case 400...: trail.outcome = .refused(status)
        default: trail.outcome = trail.moved.map(LinkOutcome.moved) ?? .fine
        }
    }

    private func follow(_ address: String, isPermanent: Bool, _ trail: inout Trail) {
        trail.steps += 1
        guard trail.steps <= Asking.mostSteps else {
            return trail.outcome = .unanswered("one redirect leads to the next without an end")
        }
        guard let next = WebAddress(address) else { return trail.outcome = .fine }
        trail.isPermanent = trail.isPermanent && isPermanent
        if trail.isPermanent { trail.moved = next.url }
        if next.host == ownHost { return trail.outcome = trail.moved.map(LinkOutcome.moved) ?? .fine }
        trail.request.url = next.url
    }

    // MARK: - One round

    private enum Answer: Sendable {
        case reply(Curl.Reply)
        case outcome(LinkOutcome)
    }

    private func replies(to requests: Set<Curl.Request>) -> [Curl.Request: Answer] {
        let hosts = Dictionary(grouping: requests) { WebAddress($0.url)?.host ?? "" }.sorted { $0.key < $1.key }
        let answers = concurrently(hosts.count, atOnce: links.hostsAtOnce) { number in
            self.answers(of: hosts[number].key, to: hosts[number].value.sorted { $0.url < $1.url })
        }
        return answers.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
    }

    private func answers(of host: String, to requests: [Curl.Request]) -> [Curl.Request: Answer] {
        func all(_ outcome: LinkOutcome) -> [Curl.Request: Answer] {
            progress.advance(by: requests.count)
            return Dictionary(requests.map { ($0, .outcome(outcome)) }) { first, _ in first }
        }
        let addresses: [String]
        switch links.resolve(host) {
        case .addresses(let found): addresses = found
        case .proxy: addresses = []
        case .noSuchHost: return all(.unanswered("there is no host \(host)"))
        case .privateHost: return all(.privateHost)
        case .unreachable: return all(.unreachable)
        }
        let ports = Set(requests.compactMap { WebAddress($0.url)?.port }).sorted()
        let resolved =
            addresses.isEmpty
            ? []
            : ports.map { port in
                "\(host):\(port):" + addresses.map { $0.contains(":") ? "[\($0)]" : $0 }.joined(separator: ",")
            }
        var answers: [Curl.Request: Answer] = [:]
        for method in [false, true] {
            let some = requests.filter { $0.isGet == method }
            guard !some.isEmpty else { continue }
            let replies = curl.ask(some, resolved: resolved) { progress.advance(by: 1) }
            for (request, reply) in zip(some, replies) { answers[request] = .reply(reply) }
        }
        return answers
    }
}

/// An address of the web that can be asked for: its fragment is the browser's affair.
struct WebAddress: Hashable {
    let url: String
    let host: String
    let port: Int

    /// Nil for one with another scheme, without a host, or with a password in it.
    init?(_ text: String) {
        guard var parts = URLComponents(string: text.hasPrefix("//") ? "https:" + text : text),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme), parts.user == nil,
            let host = parts.encodedHost?.lowercased(), !host.isEmpty
        else { return nil }
        parts.fragment = nil
        guard let url = parts.string, !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        self.url = url
        self.host = host
        port = parts.port ?? (scheme == "https" ? 443 : 80)
    }
}

/// Makes a result for each number, some at a time: on threads that may wait, so that more are at work than there are
/// cores.
private func concurrently<Result: Sendable>(
    _ count: Int, atOnce: Int, _ make: @escaping @Sendable (Int) -> Result
) -> [Result] {
    let work = SharedWork<Result>(count)
    let group = DispatchGroup()
    for _ in 0..<min(count, atOnce) {
        group.enter()
        Thread {
            while let number = work.next() { work.finish(number, make(number)) }
            group.leave()
        }.start()
    }
    group.wait()
    return work.results
}

private final class SharedWork<Result: Sendable>: Sendable {
    private let state: Mutex<(next: Int, results: [Result?])>

    init(_ count: Int) {
        state = Mutex((0, [Result?](repeating: nil, count: count)))
    }

    func next() -> Int? {
        state.withLock { state in
            guard state.next < state.results.count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    func finish(_ number: Int, _ result: Result) {
        state.withLock { $0.results[number] = result }
    }

    var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }
}
