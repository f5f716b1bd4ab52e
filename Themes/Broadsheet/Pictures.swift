import Newspaper

extension Broadsheet {
    /// A picture with its caption and its credit.
    public func figure(_ figure: Figure) -> HTML {
        self.figure(figure, kind: figure.size.kind ?? "", isLazy: true)
    }

    func figure(_ figure: Figure, kind: String, isLazy: Bool) -> HTML {
        let picture = image(figure.picture, isLazy: isLazy)
        return """
            <figure\(kind.isEmpty ? "" : " class=\"\(kind)\"")>
            \(figure.link.map { "<a href=\"\($0)\">\(picture)</a>" } ?? picture)
            \(caption(figure))</figure>

            """
    }

    private func caption(_ figure: Figure) -> HTML? {
        let credit = figure.credit.map { "<span class=\"credit\">(\($0))</span>" as HTML }
        switch (figure.caption, credit) {
        case (nil, nil): return nil
        case (let caption?, nil): return "<figcaption>\(caption)</figcaption>\n"
        case (nil, let credit?): return "<figcaption>\(credit)</figcaption>\n"
        case (let caption?, let credit?): return "<figcaption>\(caption) \(credit)</figcaption>\n"
        }
    }
}

/// An `<img>` whose place is kept free until it has come.
func image(_ picture: Picture, isLazy: Bool, kind: String = "") -> HTML {
    let focus = picture.focus.isEmpty ? "" : focusClass(picture.focus)
    let kinds = kind.isEmpty || focus.isEmpty ? kind + focus : "\(kind) \(focus)"
    return """
        <img src="\(picture.address)" alt="\(picture.alternative)"\
        \(picture.width.map { " width=\"\($0)\"" })\(picture.height.map { " height=\"\($0)\"" })\
        \(isLazy ? " loading=\"lazy\"" : "")\(kinds.isEmpty ? "" : " class=\"\(kinds)\"")>
        """
}

/// The point that a crop keeps, as a class: a strict content security policy allows no inline style.
private func focusClass(_ focus: String) -> String {
    let parts = focus.split(separator: " ").map(String.init)
    if let side = parts.first(where: { ["top", "bottom", "left", "right"].contains($0) }) { return "focus-" + side }
    let percents = parts.compactMap { $0.hasSuffix("%") ? Int($0.dropLast()) : nil }
    guard percents.count == 2 else { return "" }
    if percents[1] < 34 { return "focus-top" }
    if percents[1] > 66 { return "focus-bottom" }
    if percents[0] < 34 { return "focus-left" }
    return percents[0] > 66 ? "focus-right" : ""
}
