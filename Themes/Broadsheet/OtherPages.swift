import Newspaper

extension Broadsheet {
    public func standalone(_ page: StandalonePage) -> HTML {
        document(
            page.info,
            """
            <article class="article"\(page.info.language.map { language($0) })>
            <header class="article-head">
            <h1>\(page.title)</h1>
            \(page.deck.map { "<p class=\"deck\">\($0)</p>\n" })</header>
            \(page.lead.map { figure($0, kind: "lead-picture", in: .lead) })<div class="body">
            \(page.body)</div>
            </article>
            """)
    }

    public func notFound(_ page: NotFoundPage) -> HTML {
        document(
            page.info,
            """
            <article class="article">
            <header class="article-head">
            <h1>\(words[.notFound])</h1>
            <p class="deck">\(words[.notFoundText])</p>
            </header>
            \(moreHeadlines(page.latest))</article>
            """)
    }

    /// A page that sends its reader on. It needs neither style nor script.
    public func redirect(_ page: RedirectPage) -> HTML {
        """
        <!doctype html>
        <html lang="\(site.language)"\(direction(of: site.language))>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="generator" content="stet">
        <meta http-equiv="refresh" content="0; url=\(page.target)">
        <title>\(words[.moved])</title>
        <link rel="canonical" href="\(site.absolute(page.target))">
        </head>
        <body>
        <p>\(words[.movedText]) <a href="\(page.target)">\(page.target)</a></p>
        </body>
        </html>

        """
    }
}
