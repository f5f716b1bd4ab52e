import Markup

/// How a page can show what lies on another host: by the address for frames that its maker documents.
///
/// Its address is put together from parts that were checked, never from what stands in a text.
public struct EmbeddedPlayer: Sendable, Hashable {
    /// How much room it takes.
    public enum Shape: String, Sendable, Hashable {
        /// 16:9
        case landscape
        /// 9:16, as films made with a telephone.
        case portrait
        /// Of sounds: as wide as there is room, but low.
        case strip
        /// Of charts and maps: 4:3.
        case chart
    }

    /// The frame's.
    public var address: Address
    /// What readers call the service.
    public var service: String
    public var shape: Shape

    /// Where frames come from: what a content security policy has to allow (`frame-src`).
    public static let origins = [
        "https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://w.soundcloud.com",
        "https://open.spotify.com", "https://www.tiktok.com", "https://public.flourish.studio", "https://flo.uri.sh",
        "https://datawrapper.dwcdn.net",
    ]

    /// The player of what a link leads to; nil for a link of which stet knows none.
    init?(of url: String) {
        guard let link = Link(url) else { return nil }
        let player: EmbeddedPlayer? =
            switch link.host {
            case "youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be": .youTube(link)
            case "vimeo.com", "player.vimeo.com": .vimeo(link)
            case "soundcloud.com", "m.soundcloud.com": .soundCloud(link)
            case "open.spotify.com": .spotify(link)
            case "tiktok.com": .tikTok(link)
            case "public.flourish.studio", "flo.uri.sh": .flourish(link)
            case "datawrapper.dwcdn.net", "datawrapper.de": .datawrapper(link)
            default: nil
            }
        guard let player else { return nil }
        self = player
    }

    private init(_ service: String, _ address: String, _ shape: Shape) {
        self.address = Address(trusted: address)
        self.service = service
        self.shape = shape
    }

    // MARK: Services

    /// Films by `watch?v=`, youtu.be, shorts and live; lists by `playlist?list=`. YouTube's host that sets no cookies
    /// before a film is played.
    private static func youTube(_ link: Link) -> EmbeddedPlayer? {
        let path = link.path
        var id: String?
        if link.host == "youtu.be" {
            id = path.first
        } else if path.first == "watch" {
            id = link.query["v"]
        } else if let first = path.first, ["shorts", "live", "embed", "v"].contains(first), path.count > 1 {
            id = path[1]
        }
        let frame = "https://www.youtube-nocookie.com/embed/"
        if path.first == "playlist" || id == "videoseries", let list = link.query["list"], list.isToken {
            return EmbeddedPlayer("YouTube", frame + "videoseries?list=\(list)&autoplay=1", .landscape)
        }
        guard let id, id.utf8.count == 11, id.isToken else { return nil }
        let start = (link.query["t"] ?? link.query["start"]).flatMap(seconds)
        return EmbeddedPlayer(
            "YouTube", frame + id + "?autoplay=1" + (start.map { "&start=\($0)" } ?? ""),
            path.first == "shorts" ? .portrait : .landscape)
    }

    /// `vimeo.com/NUMBER`, with the word behind it that films have which are not listed.
    private static func vimeo(_ link: Link) -> EmbeddedPlayer? {
        guard let index = link.path.firstIndex(where: { $0.isNumber }), index == 0 || !link.path[0].isNumber else {
            return nil
        }
        let word = link.query["h"] ?? link.path.dropFirst(index + 1).first
        let start = (link.fragment["t"] ?? link.query["t"]).flatMap(seconds)
        var address = "https://player.vimeo.com/video/\(link.path[index])?autoplay=1&dnt=1"
        if let word, word.isToken { address += "&h=" + word }
        if let start { address += "#t=\(start)s" }
        return EmbeddedPlayer("Vimeo", address, .landscape)
    }

    private static func soundCloud(_ link: Link) -> EmbeddedPlayer? {
        guard (2...4).contains(link.path.count), link.path.allSatisfy(\.isToken) else { return nil }
        let track = "https%3A%2F%2Fsoundcloud.com%2F" + link.path.joined(separator: "%2F")
        return EmbeddedPlayer("SoundCloud", "https://w.soundcloud.com/player/?url=\(track)&auto_play=true", .strip)
    }

    /// The path may begin with a language, as in `/intl-de/track/…`.
    private static func spotify(_ link: Link) -> EmbeddedPlayer? {
        let path = link.path.drop { $0.hasPrefix("intl-") || $0 == "embed" }
        let kinds = ["track", "album", "episode", "show", "playlist", "artist"]
        guard path.count == 2, let kind = path.first, kinds.contains(kind), let id = path.last, id.isToken else {
            return nil
        }
        return EmbeddedPlayer("Spotify", "https://open.spotify.com/embed/\(kind)/\(id)", .strip)
    }

    private static func tikTok(_ link: Link) -> EmbeddedPlayer? {
        guard link.path.count == 3, ["video", "v1"].contains(link.path[1]), link.path[2].isNumber else { return nil }
        return EmbeddedPlayer("TikTok", "https://www.tiktok.com/player/v1/\(link.path[2])?autoplay=1", .portrait)
    }

    private static func flourish(_ link: Link) -> EmbeddedPlayer? {
        guard link.path.count >= 2, ["visualisation", "story"].contains(link.path[0]), link.path[1].isNumber else {
            return nil
        }
        return EmbeddedPlayer("Flourish", "https://flo.uri.sh/\(link.path[0])/\(link.path[1])/embed", .chart)
    }

    private static func datawrapper(_ link: Link) -> EmbeddedPlayer? {
        let path = link.host == "datawrapper.de" ? link.path.drop { $0 == "_" } : link.path[...]
        guard let id = path.first, id.utf8.count == 5, id.isToken, link.host != "datawrapper.de" || link.path[0] == "_"
        else { return nil }
        return EmbeddedPlayer("Datawrapper", "https://datawrapper.dwcdn.net/\(id)/", .chart)
    }

    /// `90`, `90s` and `1h2m3s`.
    private static func seconds(_ time: String) -> Int? {
        var (total, number) = (0, "")
        for letter in time.lowercased() {
            if letter.isASCII, letter.isNumber, number.count < 6 {
                number.append(letter)
            } else if let unit = ["h": 3600, "m": 60, "s": 1][letter], let count = Int(number) {
                total += count * unit
                number = ""
            } else {
                return nil
            }
        }
        total += Int(number) ?? 0
        return total > 0 ? total : nil
    }
}

/// A link taken apart, as far as players need it.
private struct Link {
    let host: String
    let path: [String]
    let query: [String: String]
    let fragment: [String: String]

    init?(_ url: String) {
        guard let host = EmbedHost(of: url), let start = url.firstRange(of: "//")?.upperBound else { return nil }
        self.host = host.name
        let rest = url[start...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
        let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = address[0].split(separator: "/").map(String.init)
        query = Link.values(address.count > 1 ? address[1] : "")
        fragment = Link.values(parts.count > 1 ? parts[1] : "")
    }

    private static func values(_ text: Substring) -> [String: String] {
        let pairs = text.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        return Dictionary(
            pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension String {
    /// Letters of ASCII, numbers, hyphens and underscores: what identifiers are made of.
    fileprivate var isToken: Bool {
        !isEmpty && utf8.count <= 100
            && utf8.allSatisfy {
                $0.isLetter || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
    }

    fileprivate var isNumber: Bool {
        !isEmpty && utf8.count <= 30 && utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
}
