import Newspaper

extension Broadsheet {
    /// A whole page around its content.
    /// - Parameter ears: what stands below the front page's nameplate; nil on all other pages.
    func document(_ info: PageInfo, ears: HTML? = nil, meter: Meter? = nil, _ content: HTML) -> HTML {
        """
        \(chrome.opening)
        \(head(info))
        </head>
        <body\(ears == nil ? "" : " class=\"front\"")>
        \(chrome.header(for: info, ears: ears))
        \(meter.map { meterBanner($0) })\(breadcrumb(info))<main id="main">
        \(content)
        </main>
        \(chrome.footer)
        </body>
        </html>

        """
    }

    private func head(_ info: PageInfo) -> HTML {
        """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(info.breadcrumb.isEmpty ? "" : "\(info.title) | ")\(site.name)</title>
        <meta name="generator" content="stet">
        \(chrome.stylesheets)
        \(info.metadata)
        """
    }

    /// Home | War.
    func breadcrumb(_ info: PageInfo) -> HTML? {
        guard !info.breadcrumb.isEmpty else { return nil }
        let links = info.breadcrumb.map { link -> HTML in
            let isHere = link.address == info.address
            return "<a href=\"\(link.address)\"\(isHere ? " aria-current=\"page\"" : "")>\(link.name)</a>"
        }
        return """
            <nav class="crumbs" aria-label="\(words[.breadcrumb])">\(bars(links))</nav>

            """
    }

    /// Links with a bar between them.
    func bars(_ links: [HTML]) -> HTML {
        links.joined(separator: " <span aria-hidden=\"true\">|</span> ")
    }

    /// Links with a dot between them.
    func dots(_ links: [HTML]) -> HTML {
        links.joined(separator: " <span aria-hidden=\"true\">·</span> ")
    }
}

/// ` dir="rtl"` for a language that is written from right to left.
func direction(of language: String) -> HTML {
    isRightToLeft(language) ? " dir=\"rtl\"" : ""
}
