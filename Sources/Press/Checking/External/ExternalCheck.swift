import Diagnostics
import Newspaper

/// Finds links and pictures on other hosts that are not there any more, by asking for them.
struct ExternalCheck {
    private(set) var diagnostics: [Diagnostic] = []

    /// A place that leads to another host.
    private struct Use {
        var url: String
        var place: Place
        var source: String
    }

    init(
        _ site: ReadSite, _ texts: [CheckedText], _ destinations: Destinations, _ links: ExternalLinks,
        progress: any BuildProgress
    ) throws(BuildFailure) {
        var links = links
        if !site.site.origin.isEmpty { links.agent += " (+\(site.site.origin)\(site.site.base)/)" }
        guard let curl = Curl(links) else {
            throw .call(
                "curl, which asks other hosts, is not on this machine\n    Install it, or leave out --external.")
        }
        let uses = ExternalCheck.uses(site, texts, destinations)
        let ownHost = WebAddress(site.site.origin)?.host
        let used = Set(uses.compactMap { WebAddress($0.url) }).filter { $0.host != ownHost }
        var memory = LinkMemory(site.folder.path, now: links.now)
        let unknown = used.map(\.url).filter { memory[$0] == nil }.sorted()
        progress.begin(.ask, of: unknown.count)
        let outcomes = Asking(curl, links, ownHost: ownHost, progress: progress).outcomes(of: unknown)
        for (url, outcome) in outcomes { memory.remember(outcome, of: url) }
        // Without it, more is asked the next time.
        if !outcomes.isEmpty { try? memory.write() }

        if ExternalCheck.isOffline(outcomes) {
            let count = outcomes.count == 1 ? "one address was" : "\(outcomes.count) addresses were"
            diagnostics.append(
                .warning(
                    "the network cannot be reached: \(count) not asked for",
                    hint: "Check again when it can be, or leave out --external."))
        } else {
            diagnostics += uses.compactMap { use in
                WebAddress(use.url).flatMap { memory[$0.url] }.flatMap { ExternalCheck.finding($0, use) }
            }
        }
    }

    private static func uses(_ site: ReadSite, _ texts: [CheckedText], _ destinations: Destinations) -> [Use] {
        var uses: [Use] = []
        for text in texts where text.isPublished {
            for reference in text.references {
                uses.append(Use(url: reference.address, place: reference.place, source: text.source))
            }
            for address in text.named + text.namedByFacts where WebAddress(address) != nil {
                uses.append(Use(url: address, place: site.place(of: address, in: text.source), source: text.source))
            }
            if let image = text.image {
                uses.append(Use(url: image.source, place: image.place, source: text.source))
            }
        }
        for item in site.settingsAddresses {
            uses.append(Use(url: item.address, place: item.place, source: site.folder.settings ?? ""))
        }
        return uses.filter { WebAddress($0.url) != nil && destinations.target(of: $0.url, on: .front) == .elsewhere }
    }

    /// Whether it is the network that is missing, and not the hosts: one that answers proves that it is there.
    private static func isOffline(_ outcomes: [String: LinkOutcome]) -> Bool {
        guard !outcomes.isEmpty else { return false }
        if outcomes.values.allSatisfy({ $0 == .unreachable }) { return true }
        let hosts = Set(outcomes.keys.compactMap { WebAddress($0)?.host })
        return hosts.count > 2
            && outcomes.values.allSatisfy { outcome in
                switch outcome {
                case .unreachable, .unanswered: true
                case .fine, .moved, .closed, .refused, .privateHost: false
                }
            }
    }

    private static func finding(_ outcome: LinkOutcome, _ use: Use) -> Diagnostic? {
        let url = use.url.shortened
        func warn(_ message: String, _ hint: String) -> Diagnostic {
            .warning(message, at: use.place, path: use.source, hint: hint)
        }
        switch outcome {
        case .fine, .closed: return nil
        case .moved(let address): return warn("\(url) has moved for good", "It is now \(address).")
        case .refused(let status) where status == 404 || status == 410:
            return warn(
                "there is nothing at \(url) any more: its host answered \(status)",
                "Correct the address, or link to a copy in an archive.")
        case .refused(let status):
            return warn("the host of \(url) answered \(status)", "Check again later, or correct the address.")
        case .unanswered(let reason):
            return warn("\(url) cannot be reached: \(reason)", "Check again later, or correct the address.")
        case .unreachable:
            return warn("\(url) cannot be reached: nobody knows where its host is", "Check again later.")
        case .privateHost:
            return warn(
                "\(url) is in a private network, and was not asked for",
                "Readers are not in that network: link to what everybody can reach.")
        }
    }
}
