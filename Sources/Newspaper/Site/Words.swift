/// The words that a theme prints beside the newsroom's own. `words:` in site.yml replaces any of them, by the same
/// names.
public struct Words: Sendable, Hashable {
    private var replaced: [String: String] = [:]
    public private(set) var months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// All words by their names in site.yml, in English.
    public static let english: [String: String] = [
        "home": "Home", "skipToContent": "Skip to content", "allSections": "All Sections", "by": "By", "and": "and",
        "updated": "Updated", "corrections": "Corrections", "moreHeadlines": "More Headlines", "more": "More",
        "latest": "Latest", "topics": "Topics", "authors": "Authors", "archive": "Archive", "newer": "Newer headlines",
        "older": "Older headlines", "page": "Page", "noHeadlines": "No stories here yet.", "story": "story",
        "stories": "stories", "series": "Part of the series", "notFound": "Page not found",
        "notFoundText": "There is no page at this address. It may have moved, or it may never have been.",
        "moved": "This page has moved", "movedText": "You will find it here:",
        "account": "Your account", "welcome": "Welcome, guest.", "viewsLeft": "You have # views left.",
        "viewLeft": "You have # view left.",
        "noViewsLeft": "You have no views left.", "register": "Register", "signIn": "Sign in",
        "wallTitle": "You have read all your free stories",
        "wallText": "Register to go on reading. Your count of free stories starts again soon.",
        "membersTitle": "This story is for members", "membersText": "Sign in or register to read the whole of it.",
        "news": "News", "analysis": "Analysis", "opinion": "Opinion", "editorial": "Editorial", "review": "Review",
        "obituary": "Obituary", "feature": "Feature", "live": "Live", "sponsored": "Sponsored", "source": "Source",
        "subsections": "Sections", "filedUnder": "Filed under", "breadcrumb": "Breadcrumb", "pages": "Pages",
        "footer": "Footer", "follow": "Follow",
    ]

    public init() {}

    /// The word of that name.
    public subscript(name: String) -> String {
        replaced[name] ?? Words.english[name] ?? name
    }

    /// Replaces a word. False if there is none of that name.
    public mutating func replace(_ name: String, with word: String) -> Bool {
        guard Words.english[name] != nil else { return false }
        replaced[name] = word
        return true
    }

    /// Replaces the months' names. False unless there are twelve.
    public mutating func replaceMonths(with names: [String]) -> Bool {
        guard names.count == 12 else { return false }
        months = names
        return true
    }
}
