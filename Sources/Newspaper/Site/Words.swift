/// The words that a theme prints beside the newsroom's own, in the site's language.
public struct Words: Sendable, Hashable {
    private var replaced: [Word: String] = [:]
    public private(set) var months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    public init() {}

    public subscript(word: Word) -> String {
        replaced[word] ?? word.english
    }

    /// What a kind of article is called.
    public subscript(kind: Kind) -> String {
        Word(rawValue: kind.rawValue).map { self[$0] } ?? kind.rawValue
    }

    mutating func replace(_ word: Word, with text: String) {
        replaced[word] = text
    }

    /// Replaces the months' names. False unless there are twelve.
    mutating func replaceMonths(with names: [String]) -> Bool {
        guard names.count == 12 else { return false }
        months = names
        return true
    }
}

/// One of the words, by its name under `words:` in site.yml.
public enum Word: String, Sendable, CaseIterable {
    case home, skipToContent, allSections, breadcrumb, pages, newer, older, page, topics, authors, archive
    case by, and, updated, source, corrections, series, filedUnder, moreHeadlines, noHeadlines
    case news, analysis, opinion, editorial, review, obituary, feature, live, sponsored
    case notFound, notFoundText, moved, movedText
    case account, welcome, viewsLeft, viewLeft, noViewsLeft, register, signIn
    case wallTitle, wallText, membersTitle, membersText
    case notes, note, backToText, table
    case pictures, loadFrom, loadNote
    case feedTitle, feedText

    /// What it is unless site.yml says otherwise. `#` stands for a number or a name.
    public var english: String {
        switch self {
        case .home: "Home"
        case .skipToContent: "Skip to content"
        case .allSections: "All Sections"
        case .breadcrumb: "You are here"
        case .pages: "More pages"
        case .newer: "Newer headlines"
        case .older: "Older headlines"
        case .page: "page"
        case .topics: "Topics"
        case .authors: "Authors"
        case .archive: "Archive"
        case .by: "By"
        case .and: "and"
        case .updated: "Updated"
        case .source: "Source"
        case .corrections: "Corrections"
        case .series: "Part of the series"
        case .filedUnder: "Filed under"
        case .moreHeadlines: "More Headlines"
        case .noHeadlines: "Nothing has been filed here yet."
        case .news: "News"
        case .analysis: "Analysis"
        case .opinion: "Opinion"
        case .editorial: "Editorial"
        case .review: "Review"
        case .obituary: "Obituary"
        case .feature: "Feature"
        case .live: "Live"
        case .sponsored: "Sponsored"
        case .notFound: "Page not found"
        case .notFoundText: "There is no page at this address. It may have moved, or the link may be mistyped."
        case .moved: "This page has moved"
        case .movedText: "You will find it here:"
        case .account: "Your account"
        case .welcome: "Welcome, guest."
        case .viewsLeft: "You have # views left."
        case .viewLeft: "You have # view left."
        case .noViewsLeft: "You have no views left."
        case .register: "Register"
        case .signIn: "Sign in"
        case .wallTitle: "You have read your free stories"
        case .wallText: "Register to read on. Your count of free stories will start again in any case."
        case .membersTitle: "This story is for members"
        case .membersText: "Register, or sign in, to read the whole of it."
        case .notes: "Notes"
        case .note: "Note"
        case .backToText: "Back to text"
        case .table: "Table"
        case .pictures: "Pictures"
        case .loadFrom: "Load from #"
        case .loadNote: "Once it is loaded, # can see that you are here."
        case .feedTitle: "This is a feed"
        case .feedText:
            "Copy the address of this page into a feed reader, and new stories will come to you as they are published."
        }
    }
}
