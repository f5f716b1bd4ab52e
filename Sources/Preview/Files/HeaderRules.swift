/// The headers that Output's `_headers` asks a host to send, so that a finished Output can be tried under its own
/// content security policy.
struct HeaderRules {
    private struct Rule {
        /// A path, or the beginning of paths with `*` behind it.
        var pattern: Substring
        var headers: [(name: String, value: String)] = []

        func covers(_ path: String) -> Bool {
            pattern.last == "*" ? path.hasPrefix(pattern.dropLast()) : path == pattern
        }
    }

    private var rules: [Rule] = []

    /// What the file says; nothing, if there is none, or if the site is still being written: pages then have the script
    /// that reloads them.
    init(of folder: ServedFolder, _ live: LiveSite) {
        guard !live.isReloading,
            case .file(let file) = folder.entry(at: RequestPath(names: ["_headers"], isFolder: false)),
            let bytes = try? file.whole()
        else { return }
        read(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func read(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) where line.first != "#" {
            if line.first?.isWhitespace == false {
                rules.append(Rule(pattern: line))
            } else if let colon = line.firstIndex(of: ":"), !rules.isEmpty {
                let name = line[..<colon].filter { !$0.isWhitespace }
                let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
                rules[rules.count - 1].headers.append((name, String(value)))
            }
        }
    }

    /// This server's own account of how long a file may be kept, and of what it is, counts: a preview is always the
    /// newest, and has no certificate.
    private static let own: Set<String> = [
        "cache-control", "connection", "content-length", "content-type", "cross-origin-resource-policy",
        "strict-transport-security", "transfer-encoding", "x-content-type-options",
    ]

    func applied(to response: Response, _ request: Request) -> Response {
        var response = response
        for rule in rules where rule.covers(request.path) {
            response.headers += rule.headers.filter { name, value in
                !HeaderRules.own.contains(name.lowercased())
                    && (name + value).unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
            }
        }
        return response
    }
}
