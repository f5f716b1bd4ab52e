import Markup

/// What kind of file a player plays.
public enum MediaKind: String, Sendable, Hashable, CaseIterable {
    case video, audio

    /// The endings of files that browsers play.
    public var endings: [String] {
        switch self {
        case .video: ["mp4", "webm", "mov", "m4v", "ogv"]
        case .audio: ["mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "aac"]
        }
    }

    /// What a path's ending says, whatever stands behind `?` or `#`; nil for what is neither film nor sound.
    public init?(of path: String) {
        let name = path.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        // Most pictures' endings have three letters, as these have: no text is made of a path that has none of them.
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), (3...4).contains(name[dot...].dropFirst().count),
            let ending = String(name[dot...].dropFirst())?.lowercased(),
            let kind = MediaKind.allCases.first(where: { $0.endings.contains(ending) })
        else { return nil }
        self = kind
    }
}

/// A film or a sound that lies in Content.
public struct Media: Sendable, Hashable {
    public var address: Address
    /// Its captions, from the files of the same name that end in `.vtt`.
    public var tracks: [CaptionTrack]

    public init(address: Address, tracks: [CaptionTrack] = []) {
        self.address = address
        self.tracks = tracks
    }
}

/// What is said in a film or a sound, as text with times (WebVTT).
public struct CaptionTrack: Sendable, Hashable {
    public var address: Address
    /// A BCP 47 tag.
    public var language: String
    /// What readers choose it by, in its own language.
    public var label: String

    public init(address: Address, language: String, label: String) {
        self.address = address
        self.language = language
        self.label = label
    }
}

/// Which film or sound is meant.
public enum MediaTarget: Sendable, Hashable {
    case found(Media)
    /// It should be one of the site's, and is not there: the message says which.
    case missing(String)
}

extension Player {
    /// The element, without what stands around it: it shows the browser's own buttons, and has a link in it for browsers
    /// that cannot play. Before a reader starts it, of a film its beginning is asked for, of a sound nothing: browsers
    /// would fetch all of a short one.
    public var element: HTML {
        let label = alternative.isEmpty ? title : alternative
        let size = poster.flatMap { poster in poster.width.flatMap { width in poster.height.map { (width, $0) } } }
        return """
            <\(kind.tag) controls preload="\(kind == .video ? "metadata" : "none")"\(kind == .video ? " playsinline" : "") src="\(media.address)"\
            \(poster.map { " poster=\"\($0.single.address)\"" })\
            \(size.map { " width=\"\($0.0)\" height=\"\($0.1)\"" })\
            \(label.map { " aria-label=\"\($0)\"" })>
            \(media.tracks.map { track -> HTML in
                """
                <track kind="captions" src="\(track.address)" srclang="\(track.language)" label="\(track.label)">

                """
            })<a href="\(media.address)">\(label ?? media.fileName)</a>
            </\(kind.tag)>
            """
    }

    /// Title, caption and credit in a line, if there are any.
    public var description: HTML? {
        let parts: [HTML] = [
            title.map { "<b>\($0)</b>" }, caption, credit.map { "<span class=\"credit\">(\($0))</span>" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension Media {
    /// What a reader without anything better is told it is.
    public var fileName: String {
        address.text.split(separator: "/").last.map(String.init) ?? address.text
    }
}

extension MediaKind {
    /// The element's name.
    fileprivate var tag: HTML {
        switch self {
        case .video: "video"
        case .audio: "audio"
        }
    }
}
