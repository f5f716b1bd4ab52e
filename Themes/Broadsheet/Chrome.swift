import Newspaper

/// What stands above and below every page, drawn once.
struct Chrome: Sendable {
    /// Up to the head's first line.
    let opening: HTML
    let stylesheets: HTML
    private let nameplate: HTML
    private let menus: [Address: HTML]
    private let menu: HTML
    private let frontNameplate: HTML
    private let skip: HTML
    let footer: HTML

    init(_ masthead: Masthead) {
        let site = masthead.site
        let name = Chrome.name(site)
        let home = site.address(.front)
        opening = """
            <!doctype html>
            <html lang="\(site.language)"\(direction(of: site.language))>
            <head>
            """
        stylesheets = """
            <link rel="stylesheet" href="\(masthead.asset("assets/broadsheet.css"))">\
            \(site.look.stylesheet.map { "\n<link rel=\"stylesheet\" href=\"\($0)\">" })
            """
        skip = "<a class=\"skip\" href=\"#main\">\(site.words[.skipToContent])</a>"
        nameplate = "<p class=\"nameplate\"><a href=\"\(home)\">\(name)</a></p>"
        frontNameplate = "<h1 class=\"nameplate\">\(name)</h1>"
        menu = Chrome.menu(masthead, current: nil)
        menus = Dictionary(
            masthead.sections.map { ($0.link.address, Chrome.menu(masthead, current: $0.link.address)) }
        ) { first, _ in first }
        footer = Chrome.footer(masthead)
    }

    /// - Parameter ears: what stands below the front page's nameplate; nil on all other pages.
    func header(for info: PageInfo, ears: HTML?) -> HTML {
        """
        \(skip)
        <header class="masthead">
        \(ears.map { "\(frontNameplate)\n\($0)" } ?? nameplate)
        \(info.section.flatMap { menus[$0] } ?? menu)
        </header>
        """
    }

    private static func name(_ site: Site) -> HTML {
        site.nameplate.map { image($0, .nameplate) } ?? HTML(text: site.name)
    }

    /// All sections, as a sheet that opens without script, and the most important ones as a bar where there is room.
    private static func menu(_ masthead: Masthead, current: Address?) -> HTML {
        let site = masthead.site
        return """
            <nav class="menu" aria-label="\(site.words[.allSections])">
            <details>
            <summary>\(site.words[.allSections])</summary>
            <ul class="sheet">
            \(masthead.sections.map { section in
                "<li>\(link(section.link, current: current))\(subsections(section.subsections))</li>\n"
            })</ul>
            \(site.menu.isEmpty ? "" : "<ul class=\"sheet-more\">\n\(site.menu.map { item($0) })</ul>\n")</details>
            <ul class="bar">
            \(masthead.sections.map { "<li>\(link($0.link, current: current))</li>\n" })</ul>
            </nav>
            """
    }

    private static func subsections(_ links: [Link]) -> HTML {
        links.isEmpty ? "" : "<ul>\(links.map { "<li><a href=\"\($0.address)\">\($0.name)</a></li>" })</ul>"
    }

    private static func link(_ link: Link, current: Address?) -> HTML {
        "<a href=\"\(link.address)\"\(link.address == current ? " aria-current=\"true\"" : "")>\(link.name)</a>"
    }

    private static func item(_ link: Link, relation: HTML = "") -> HTML {
        "<li><a href=\"\(link.address)\"\(relation)>\(link.name)</a></li>\n"
    }

    /// Its own links, and those without which a reader would not find the lists of everything.
    private static func footer(_ masthead: Masthead) -> HTML {
        let site = masthead.site
        let named = Set((site.menu + site.footer).map(\.address))
        let directories = masthead.directories.filter { !named.contains($0.address) }
        let links =
            (site.footer + directories).map { item($0) } + site.social.map { item($0, relation: " rel=\"me\"") }
        return """
            <footer class="footer">
            <p class="footer-name"><a href="\(site.address(.front))">\(site.name)</a></p>
            \(links.isEmpty ? "" : "<ul>\n\(links)</ul>\n")\
            \(site.copyright.map { "<small>\($0)</small>\n" })</footer>
            """
    }
}
