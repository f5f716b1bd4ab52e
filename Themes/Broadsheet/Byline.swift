import Newspaper

extension Broadsheet {
    /// Who wrote it and when, under a headline in a list.
    func byline(_ item: Headline, hasAuthors: Bool, hasDate: Bool) -> HTML? {
        let authors = hasAuthors ? by(item.authors).map { "<span>\($0)</span> " as HTML } : nil
        let date = hasDate ? item.published.map { day($0) } : nil
        return authors == nil && date == nil ? nil : "<p class=\"byline\">\(authors)\(date)</p>\n"
    }

    /// "By Mara Lindqvist and Dr Hanne Vik", each leading to the author's page.
    func by(_ authors: [Byline]) -> HTML? {
        let links = authors.map { "<a href=\"\($0.address)\" rel=\"author\">\($0.name)</a>" as HTML }
        return links.isEmpty ? nil : "\(words[.by]) \(enumeration(links))"
    }

    /// "a", "a and b", "a, b and c".
    func enumeration(_ items: [HTML]) -> HTML {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(words[.and]) \(last)"
    }

    /// `<time>` with the day alone.
    func day(_ time: LocalTime) -> HTML {
        "<time datetime=\"\(time.iso)\">\(dayText(time))</time>"
    }

    /// `<time>` with the hour as well, if it is known.
    func moment(_ time: LocalTime) -> HTML {
        "<time datetime=\"\(time.iso)\">\(dayText(time))\(time.hasTime ? ", \(time.time)" : "")</time>"
    }

    /// "18 November 2026".
    private func dayText(_ time: LocalTime) -> HTML {
        "\(time.date.day) \(words.months[time.date.month - 1]) \(time.date.year)"
    }
}
