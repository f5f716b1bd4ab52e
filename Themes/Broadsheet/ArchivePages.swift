import Newspaper

extension Broadsheet {
    public func archive(_ page: ArchivePage) -> HTML {
        document(
            page.info,
            """
            <header class="page-head">
            <h1>\(page.info.title)</h1>
            </header>
            \(page.years.map { year($0) })
            """)
    }

    private func year(_ year: ArchivePage.Year) -> HTML {
        """
        <section class="year" aria-labelledby="year-\(year.year)">
        <h2 id="year-\(year.year)"><a href="\(year.address)">\(year.year)</a></h2>
        <ol class="months">
        \(year.months.map { "<li><a href=\"\($0.address)\">\($0.name)</a></li>\n" })</ol>
        </section>

        """
    }

    /// A month's headlines, day by day.
    public func month(_ page: MonthPage) -> HTML {
        document(
            page.info,
            """
            <header class="page-head">
            <h1>\(page.name)</h1>
            </header>
            \(days(page.headlines).map { day($0) })\(pages(page.pagination))
            """)
    }

    private func day(_ items: [Headline]) -> HTML {
        guard let date = items.first?.published else { return "" }
        return """
            <section class="day" aria-labelledby="day-\(date.day)">
            <h2 id="day-\(date.day)"><time datetime="\(date.day)">\
            \(date.date.day) \(words.months[date.date.month - 1])</time></h2>
            <ul class="lines">
            \(items.map { "<li>\(story($0, .line, level: 3, hasDate: false, hasKicker: false))</li>\n" })</ul>
            </section>

            """
    }

    private func days(_ items: [Headline]) -> [[Headline]] {
        var days: [[Headline]] = []
        for item in items {
            if days.last?.first?.published?.date == item.published?.date {
                days[days.count - 1].append(item)
            } else {
                days.append([item])
            }
        }
        return days
    }
}
