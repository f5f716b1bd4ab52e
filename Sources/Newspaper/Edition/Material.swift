import Diagnostics
import Markdown

/// What was read from Content, before it is sorted.
public struct Material: Sendable {
    public var catalogue = Catalogue()
    public var sections: [SectionFile] = []
    public var authors: [AuthorFile] = []
    public var standalone: [Article] = []

    public init() {}
}

/// A source that is rightly not published, and why.
public struct Skipped: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case draft
        case embargo(LocalTime)
        case expired(LocalTime)
        case sectionIndex
        case author
    }

    public var source: String
    /// In words.
    public var reason: String

    public init(source: String, reason: Reason) {
        self.init(source: source, reason: reason.description)
    }

    package init(source: String, reason: String) {
        self.source = source
        self.reason = reason
    }
}

extension Skipped.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .draft: "a draft"
        case .embargo(let time): "under embargo until \(time.iso)"
        case .expired(let time): "expired on \(time.iso)"
        case .sectionIndex: "describes its section"
        case .author: "describes an author"
        }
    }
}

/// The pictures of Content.
public protocol PictureSource: Sendable {
    /// The picture that a file of Content (its path from the site's folder) names as `name`.
    func picture(_ name: String, in source: String) -> PictureTarget
}
