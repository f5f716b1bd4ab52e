import Newspaper

extension Broadsheet {
    /// All topics by initial, or all authors with their pictures.
    public func directory(_ page: DirectoryPage) -> HTML {
        document(
            page.info,
            """
            <header class="page-head">
            <h1>\(page.info.title)</h1>
            </header>
            \(page.isOfPeople ? people(page) : index(page))
            """)
    }

    private func index(_ page: DirectoryPage) -> HTML {
        """
        <div class="index">
        \(page.groups.enumerated().map { number, group in
            """
            <section aria-labelledby="initial-\(number)">
            <h2 id="initial-\(number)">\(group.initial)</h2>
            <ul>
            \(group.entries.map { "<li><a href=\"\($0.link.address)\">\($0.link.name)</a></li>\n" })</ul>
            </section>

            """
        })</div>
        """
    }

    private func people(_ page: DirectoryPage) -> HTML {
        """
        <ul class="people">
        \(page.groups.flatMap(\.entries).map { entry in
            """
            <li>\(entry.picture.map { image($0, .person, kind: "portrait") })<div>\
            <h2 class="headline"><a href="\(entry.link.address)">\(entry.link.name)</a></h2>\
            \(entry.role.map { "<p class=\"meta\">\($0)</p>" })</div></li>

            """
        })</ul>
        """
    }
}
