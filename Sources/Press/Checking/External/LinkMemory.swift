import Newspaper

/// What other hosts answered the last times, in a plain file: `.stet/links`. What was fine a week ago is asked again,
/// and what was not is asked each time.
struct LinkMemory {
    private struct Entry {
        var seconds: Int
        var outcome: LinkOutcome
    }

    private let path: String
    private let now: Int
    private var entries: [String: Entry] = [:]

    private static let longest = 7 * 86_400

    /// - Parameter folder: the site's.
    init(_ folder: String, now: Timestamp) {
        path = folder + "/.stet/links"
        self.now = now.seconds
        guard let bytes = try? FileSystem.read(path) else { return }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count >= 3, let seconds = Int(parts[0]), isRecent(seconds),
                let outcome = LinkOutcome(parts[2...])
            else { continue }
            entries[parts[1]] = Entry(seconds: seconds, outcome: outcome)
        }
    }

    /// What lies in the future, because a clock was wrong, is not recent.
    private func isRecent(_ seconds: Int) -> Bool { (0..<LinkMemory.longest).contains(now - seconds) }

    subscript(url: String) -> LinkOutcome? { entries[url]?.outcome }

    mutating func remember(_ outcome: LinkOutcome, of url: String) {
        entries[url] = Entry(seconds: now, outcome: outcome)
    }

    func write() throws(MachineError) {
        let lines = entries.sorted { $0.key < $1.key }.compactMap { url, entry in
            entry.outcome.written.map { "\(entry.seconds)\t\(url)\t\($0)\n" }
        }
        try FileSystem.write(Array(lines.joined().utf8), to: path + ".new")
        try FileSystem.rename(path + ".new", to: path)
    }
}

extension LinkOutcome {
    /// As a line has it; nil for what is not worth remembering.
    fileprivate var written: String? {
        switch self {
        case .fine: "fine"
        case .closed: "closed"
        case .moved(let url): "moved\t\(url)"
        case .refused, .unanswered, .privateHost, .unreachable: nil
        }
    }

    fileprivate init?(_ parts: ArraySlice<String>) {
        switch (parts.first, parts.count) {
        case ("fine", 1): self = .fine
        case ("closed", 1): self = .closed
        case ("moved", 2): self = .moved(parts.last ?? "")
        default: return nil
        }
    }
}
