import Newspaper

extension Broadsheet {
    /// A picture with its caption and its credit.
    public func figure(_ figure: Figure) -> HTML {
        self.figure(figure, kind: figure.size.kind ?? "", in: .figure(figure.size))
    }

    func figure(_ figure: Figure, kind: String, in slot: PictureSlot) -> HTML {
        let picture = image(figure.picture, slot)
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

/// Where a picture stands on a page: what is shown of it, and how wide it is there, so that a browser takes the file
/// that it needs.
struct PictureSlot {
    /// Nil for all of it.
    var crop: PictureSizes.Crop?
    /// As `sizes` has it.
    var sizes: HTML
    var loading = Loading.lazy

    /// When a browser fetches it.
    enum Loading {
        /// Before everything else: it is what a reader sees first.
        case first
        /// With the page.
        case eager
        /// When it comes into view.
        case lazy
    }

    static let lead = PictureSlot(sizes: "(min-width: 56rem) 54rem, 100vw", loading: .first)
    static let nameplate = PictureSlot(sizes: "20rem", loading: .eager)

    /// One of several that belong together.
    static let gallery = PictureSlot(sizes: "(min-width: 64rem) 27rem, (min-width: 36rem) 45vw, 95vw")

    /// In a text.
    static func figure(_ size: FigureSize) -> PictureSlot {
        switch size {
        case .standard: PictureSlot(sizes: "(min-width: 36rem) 34rem, 95vw")
        case .wide: PictureSlot(sizes: "(min-width: 56rem) 54rem, 95vw")
        case .full: PictureSlot(sizes: "(min-width: 81rem) 81rem, 100vw")
        case .inset: PictureSlot(sizes: "(min-width: 48rem) 17rem, 95vw")
        }
    }

    static let portrait = PictureSlot(crop: PictureSizes.standard.portrait, sizes: "8rem", loading: .eager)

    /// One of many beside their names.
    static let person = PictureSlot(crop: PictureSizes.standard.portrait, sizes: "5rem")

    /// Beside the lead story of the front page.
    static let rail = PictureSlot(
        crop: PictureSizes.standard.crops.first, sizes: "(min-width: 64rem) 22vw, (min-width: 48rem) 46vw, 95vw")

    /// At the head of a list.
    static let first = PictureSlot(
        crop: PictureSizes.standard.crops.first, sizes: "(min-width: 81rem) 46rem, (min-width: 36rem) 57vw, 95vw")

    /// In a list, by the story's size there.
    static func story(_ size: StorySize) -> PictureSlot {
        let crop = PictureSizes.standard.crops.first
        return switch size {
        case .lead:
            PictureSlot(crop: crop, sizes: "(min-width: 64rem) 52vw, 95vw", loading: .first)
        case .major:
            PictureSlot(crop: crop, sizes: "(min-width: 64rem) 44vw, 95vw")
        case .standard, .minor, .line:
            PictureSlot(crop: crop, sizes: "(min-width: 64rem) 22vw, (min-width: 36rem) 36vw, 6rem")
        }
    }
}

/// An `<img>` whose place is kept free, in the colour that there is most of in it, until it has come. Browsers choose
/// among its sizes, where there are several.
func image(_ picture: Picture, _ slot: PictureSlot, kind: String = "") -> HTML {
    let sources = slot.crop.map { picture.sources($0) } ?? picture.sources
    guard let common = sources.last, let widest = common.candidates.last else { return plainImage(picture, slot, kind) }
    let sizes = slot.sizes
    // What browsers take that know no srcset.
    let middle = common.candidates.last { $0.width <= 960 } ?? widest
    let classes = [kind, picture.color.map(toneClasses) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let image: HTML = """
        <img src="\(middle.address)" srcset="\(common.srcset)" sizes="\(sizes)" alt="\(picture.alternative)" \
        width="\(widest.width)" height="\(widest.height)"\(loading(slot))\(classes.isEmpty ? "" : " class=\"\(classes)\"")>
        """
    let better = sources.dropLast()
    guard !better.isEmpty else { return image }
    return """
        <picture>\(better.map { source -> HTML in
            "<source type=\"\(source.mediaType)\" srcset=\"\(source.srcset)\" sizes=\"\(sizes)\">"
        })\(image)</picture>
        """
}

/// A picture that there is in one size alone.
private func plainImage(_ picture: Picture, _ slot: PictureSlot, _ kind: String) -> HTML {
    let focus = slot.crop == nil ? "" : picture.focus.map(focusClass) ?? ""
    let classes = kind.isEmpty || focus.isEmpty ? kind + focus : "\(kind) \(focus)"
    return """
        <img src="\(picture.address)" alt="\(picture.alternative)"\(size(picture))\
        \(loading(slot))\(classes.isEmpty ? "" : " class=\"\(classes)\"")>
        """
}

private func size(_ picture: Picture) -> HTML {
    if let width = picture.width, let height = picture.height { return " width=\"\(width)\" height=\"\(height)\"" }
    return "\(picture.width.map { " width=\"\($0)\"" })\(picture.height.map { " height=\"\($0)\"" })"
}

private func loading(_ slot: PictureSlot) -> HTML {
    switch slot.loading {
    case .first: " fetchpriority=\"high\""
    case .eager: ""
    case .lazy: " loading=\"lazy\""
    }
}

/// A colour as classes, in sixteen steps each of red, green and blue: a strict content security policy allows no inline
/// style.
private func toneClasses(_ color: Color) -> String {
    func step(_ byte: UInt8) -> String { String(byte >> 4, radix: 16) }
    return "tone r\(step(color.red)) g\(step(color.green)) b\(step(color.blue))"
}

/// The point that a crop keeps, as a class.
private func focusClass(_ focus: FocalPoint) -> String {
    if focus.y < 34 { return "focus-top" }
    if focus.y > 66 { return "focus-bottom" }
    if focus.x < 34 { return "focus-left" }
    return focus.x > 66 ? "focus-right" : ""
}
