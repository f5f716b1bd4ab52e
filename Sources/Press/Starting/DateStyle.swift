import FrontMatter
import Newspaper

/// How a site writes dates: the day alone or the time as well, with or without seconds and a zone.
struct DateStyle: Hashable {
    /// A date as somebody wrote it.
    struct Written: Hashable {
        var text: String
        var isQuoted: Bool
    }

    private enum Offset {
        case none, utc, local
    }

    private var hasTime = true
    private var separator = " "
    private var hasSeconds = false
    private var offset = Offset.none
    private var isQuoted = false

    /// As most of the dates are written; in stet's own way where there are none.
    init(_ dates: [Written], in format: Document.Format) {
        if let style = majority(dates.map(DateStyle.init)) {
            self = style
        } else if format == .toml {
            (separator, hasSeconds, offset) = ("T", true, .local)
        }
        // JSON has no dates, and TOML's have seconds.
        if format == .json { isQuoted = true }
        if format == .toml, !isQuoted { hasSeconds = true }
    }

    private init(_ written: Written) {
        isQuoted = written.isQuoted
        let time = written.text.unicodeScalars.drop { $0 != "T" && $0 != " " }
        hasTime = !time.isEmpty
        guard let first = time.first else { return }
        separator = String(first)
        let clock = time.dropFirst().prefix { ("0"..."9").contains($0) || $0 == ":" || $0 == "." }
        hasSeconds = clock.count { $0 == ":" } == 2
        let zone = time.dropFirst(1 + clock.count)
        offset = zone.isEmpty ? .none : zone.contains("Z") ? .utc : .local
    }

    /// The moment as a value of front matter.
    func value(_ moment: Timestamp, in zone: Zone) -> Value {
        .scalar(text(moment, in: zone), isQuoted: isQuoted)
    }

    private func text(_ moment: Timestamp, in zone: Zone) -> String {
        let local = (offset == .utc ? Zone.utc : zone).local(moment)
        guard hasTime, moment.hasTime else { return zone.local(moment).day }
        var text = local.day + separator + local.time
        if hasSeconds { text += ":00" }
        switch offset {
        case .none: return text
        case .utc: return text + "Z"
        case .local: return text + local.iso.suffix(6)
        }
    }
}
