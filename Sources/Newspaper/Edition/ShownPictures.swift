import Markdown

/// The pictures that an edition's pages show beside those in texts.
extension Edition {
    /// Of articles and other pages, each with the focus that it is shown with. Those that there are in one size alone are
    /// left out.
    package var leadPictures: Set<Picture> {
        var found = Set(standalone.compactMap(\.picture).filter { $0.renditions != nil })
        let isSized = pictures.map { $0?.renditions != nil }
        guard isSized.contains(true) else { return found }
        // Most articles with a picture show it as all others do.
        var seen: Set<Shown> = []
        for (number, card) in cards.enumerated() where card.picture >= 0 && isSized[Int(card.picture)] {
            let shown = Shown(picture: card.picture, focus: catalogue.text(.imageFocus, of: card))
            if seen.insert(shown).inserted, let picture = headline(number).picture { found.insert(picture) }
        }
        return found
    }

    /// Of authors.
    package var portraits: Set<Picture> {
        Set(authors.compactMap(\.byline.picture).filter { $0.renditions != nil })
    }
}

private struct Shown: Hashable {
    var picture: Int32
    var focus: String?
}
