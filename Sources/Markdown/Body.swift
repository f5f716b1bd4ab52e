import Diagnostics
import Markup

/// What a text leads to, as the site around it knows.
public protocol Surroundings: Sendable {
    /// The address of a link's destination as it was written. Nil leaves the destination as it is.
    func address(ofLink destination: String) -> LinkTarget
    /// The picture that `source` names as it was written.
    func picture(_ source: String) -> PictureTarget
}

/// Where a link leads.
public enum LinkTarget: Sendable, Hashable {
    /// The destination stands as it was written.
    case asWritten
    /// It is another page of the site, or a file of it.
    case address(Address)
    /// It should be one, and is not there: the message says which.
    case missing(String)
}

/// Which picture is meant.
public enum PictureTarget: Sendable, Hashable {
    /// A picture of the site (with its size) or of another host (without). The alternative text is not known here.
    case found(Picture)
    /// It should be one of the site's, and is not there: the message says which.
    case missing(String)
}

/// How a body is to be read.
public struct BodyOptions: Sendable, Hashable {
    public enum RawHTML: String, Sendable, Hashable, CaseIterable {
        /// Raw HTML is left out, with a warning.
        case omit
        /// Raw HTML is trusted.
        case allow
    }

    public var rawHTML: RawHTML
    /// Added to every heading's level, so that none is above the page's own headline.
    public var headingShift: Int
    /// Whether a level-one heading at the start of the body is the headline, shown by the page already.
    public var dropsLeadingHeadline: Bool
    /// Whether a dateline at the body's start is to be looked for and marked up.
    public var hasDateline: Bool
    /// Curly quotes, dashes and ellipses for straight ones.
    public var smart: Bool

    public init(
        rawHTML: RawHTML = .omit, headingShift: Int = 0, dropsLeadingHeadline: Bool = false, hasDateline: Bool = false,
        smart: Bool = true
    ) {
        self.rawHTML = rawHTML
        self.headingShift = headingShift
        self.dropsLeadingHeadline = dropsLeadingHeadline
        self.hasDateline = hasDateline
        self.smart = smart
    }
}

/// An article's text as HTML, and what was found on the way.
public struct Body: Sendable {
    public var html: HTML
    public var diagnostics: [Diagnostic]

    /// Renders Markdown. Never fails: what is wrong stands in `diagnostics`.
    /// - Parameters:
    ///   - source: the text; `firstLine` is the number of its first line in the file it comes from.
    public init(
        rendering source: ArraySlice<UInt8>, firstLine: Int = 1, options: BodyOptions = BodyOptions(),
        surroundings: some Surroundings, pieces: some Pieces
    ) {
        html = .empty
        diagnostics = []
    }
}
