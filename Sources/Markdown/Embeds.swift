import Diagnostics
import Markup

extension Rendering {
    /// `::embed{url="https://…" title="…" poster="still.jpg"}`.
    mutating func embed(_ line: DirectiveLine, _ placeholder: Placeholder) -> HTML? {
        let place = { [source] in source.place(of: placeholder) }
        let url = line["url"] ?? ""
        guard let address = Address(url), let host = EmbedHost(of: url) else {
            report(
                .error, at: place(),
                url.isEmpty ? "an embed needs a url" : "an embed may not lead to “\(url.shown)”",
                hint: "Write \(DirectiveName.embed.example).")
            return nil
        }
        let embed = Embed(
            address: address, host: host.name, title: line["title"], player: EmbeddedPlayer(of: url),
            poster: poster(line, at: place), size: line["size"].flatMap { figureSize($0, at: place) } ?? .standard)
        return pieces.embed(embed)
    }
}

/// Another host, by an http or https address.
struct EmbedHost {
    /// Without `www.`, as a reader would say it.
    let name: String

    init?(of url: String) {
        let lower = url.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
        let authority = lower.dropFirst(scheme.count).prefix { !"/?#\\".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last?.prefix { $0 != ":" } ?? ""
        let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
        guard !name.isEmpty, !url.contains(where: { $0.isWhitespace }) else { return nil }
        self.name = String(name)
    }
}
