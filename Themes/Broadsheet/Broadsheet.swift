import Newspaper

/// The default theme: a broadsheet newspaper.
///
/// One file for each kind of page, one for each piece that pages share. `Themes/README.md` is the way in.
///
/// A class, because every page's closures hold on to it: a copy of the struct would hold on to all it has in it.
public final class Broadsheet: Theme {
    public static let name = "Broadsheet"

    let site: Site
    let words: Words
    /// What stands above and below every page.
    let chrome: Chrome
    let meterScript: Address
    let embedScript: Address
    /// Stories as the lists of sections, topics and authors show them, up to the byline; and the bylines.
    let riverLeads = Memo(limit: 10_000)
    let riverHeads = Memo(limit: 60_000)
    let riverFeet = Memo(limit: 60_000)
    /// Stories as they stand below others, their neighbours in time, whose pages are drawn at about the same time.
    let moreStories = Memo(limit: 4_000)

    public init(_ masthead: Masthead) {
        site = masthead.site
        words = masthead.site.words
        chrome = Chrome(masthead)
        meterScript = masthead.asset("assets/meter.js")
        embedScript = masthead.asset("assets/embed.js")
    }

    public let ids: Set<String> = ["main", "invite", "corrections", "series", "more"]

    public static func assets(for site: Site) -> [Asset] {
        [
            Asset("assets/broadsheet.css", bytes: site.look.stylesheetRules + PackageResources.broadsheet_css),
            Asset("assets/embed.js", bytes: PackageResources.embed_js),
            Asset("assets/meter.js", bytes: PackageResources.meter_js),
        ]
    }
}

extension Look {
    /// What site.yml says of the look, as CSS. It stands outside the theme's layer, and so it wins.
    var stylesheetRules: [UInt8] {
        let settings = [
            ("--accent", accent), ("--font-headline", headlineFont), ("--font-body", bodyFont),
            ("--font-interface", interfaceFont),
        ]
        let rules = settings.compactMap { name, value in value.map { "\(name): \($0);" } }
        return rules.isEmpty ? [] : Array(":root { \(rules.joined(separator: " ")) }\n".utf8)
    }
}
