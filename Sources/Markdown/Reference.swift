import CCmark
import Diagnostics
import Markup

/// Something that a text leads to or shows, and where it says so.
public struct Reference: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case link
        /// A picture with its alternative text, and what else is said of it; a figure has a size, a picture in a line none.
        case picture(alternative: String, credit: String?, figure: FigureSize?)
        /// A film or a sound.
        case media(MediaKind, hasCaptions: Bool)
        /// What belongs to something else, such as the still of a film.
        case file
    }

    public var kind: Kind
    /// As the page has it.
    public var address: String
    public var place: Place
}

extension Rendering {
    /// Keeps what a text refers to, for those who asked for it. What was reported already is not kept.
    mutating func note(_ kind: Reference.Kind, _ address: String, written: String, _ lines: Lines) {
        note(kind, address, at: { [source] in source.place(of: Array(written.utf8), in: lines) })
    }

    mutating func note(_ kind: Reference.Kind, _ address: String, at place: () -> Place) {
        guard options.listsReferences else { return }
        references.append(Reference(kind: kind, address: address, place: place()))
    }
}
