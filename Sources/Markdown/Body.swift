import Diagnostics
import Markup

/// What a text leads to, as the site around it knows.
public protocol Surroundings: Sendable {
    /// The address of a link's destination as it was written. Nil leaves the destination as it is.
    func address(ofLink destination: String) -> LinkTarget
    /// The picture that `source` names as it was written.
    func picture(_ source: String) -> PictureTarget
    /// The film or sound of the site that `source` names as it was written.
    func media(_ source: String) -> MediaTarget
}

extension Surroundings {
    /// As it was written, without captions.
    public func media(_ source: String) -> MediaTarget {
        Address(source).map { .found(Media(address: $0)) } ?? .missing("\(source) is no file's address")
    }
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
    /// It is there, and cannot be shown: why, and what to do.
    case unusable(String, hint: String)
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
    /// The level of the body's highest heading: all are moved up or down together, so that they continue the page's own
    /// headings whatever level their author began with. Nil leaves them as they are.
    public var topHeading: Int?
    /// Whether a level-one heading at the start of the body is the headline, shown by the page already.
    public var dropsLeadingHeadline: Bool
    /// Whether a dateline at the body's start is to be looked for and marked up.
    public var hasDateline: Bool
    /// The dateline to put there if the text has none.
    public var dateline: String?
    /// The address that links within the body are relative to: empty on the body's own page.
    public var ownAddress = ""
    /// Curly quotes, dashes and ellipses for straight ones.
    public var smart: Bool
    /// Ids that the page around the body uses: no heading gets one of them.
    public var reservedIDs: Set<String>
    /// The few words of its own that a body says, in the page's language.
    public var words: Words
    /// Whether the body is to list what it refers to.
    public var listsReferences = false

    /// What a body says without its author having written it, mostly to those who listen to the page.
    public struct Words: Sendable, Hashable {
        /// Names the list of footnotes.
        public var notes: String
        /// Names one, before its number.
        public var note: String
        /// Names the way back from it.
        public var backToText: String
        /// Names a table that can be scrolled.
        public var table: String

        public init(
            notes: String = "Notes", note: String = "Note", backToText: String = "Back to text",
            table: String = "Table"
        ) {
            self.notes = notes
            self.note = note
            self.backToText = backToText
            self.table = table
        }
    }

    public init(
        rawHTML: RawHTML = .omit, topHeading: Int? = nil, dropsLeadingHeadline: Bool = false, hasDateline: Bool = false,
        dateline: String? = nil,
        smart: Bool = true, reservedIDs: Set<String> = [], words: Words = Words()
    ) {
        self.rawHTML = rawHTML
        self.topHeading = topHeading
        self.dropsLeadingHeadline = dropsLeadingHeadline
        self.hasDateline = hasDateline
        self.dateline = dateline
        self.smart = smart
        self.reservedIDs = reservedIDs
        self.words = words
    }
}

/// An article's text as HTML, and what was found on the way.
public struct Body: Sendable {
    public var html: HTML
    public var diagnostics: [Diagnostic]
    /// Its links and pictures, if they were asked for, but for those of which the diagnostics say what is wrong.
    public var references: [Reference] = []
    /// The dateline that stands in it, whether the text begins with it or it was given.
    public var dateline: String?

    /// Renders Markdown. Never fails: what is wrong stands in `diagnostics`.
    /// - Parameters:
    ///   - source: the text; `firstLine` is the number of its first line in the file it comes from.
    public init(
        rendering source: ArraySlice<UInt8>, firstLine: Int = 1, options: BodyOptions = BodyOptions(),
        surroundings: some Surroundings, pieces: some Pieces
    ) {
        let source = Source(source, firstLine: firstLine)
        guard let tree = Tree(parsing: source.text, smart: options.smart) else {
            html = .empty
            diagnostics = [.error("the text is too large to be read")]
            return
        }
        var rendering = Rendering(
            source: source, options: options, surroundings: surroundings, pieces: pieces, tree: tree)
        html = rendering.html()
        diagnostics = rendering.diagnostics.sorted()
        references = rendering.references
        dateline = rendering.dateline
    }
}
