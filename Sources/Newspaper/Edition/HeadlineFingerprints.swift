import Markdown
import Markup

/// What lists show of an article, and the names it leads to, as fingerprints: made of those of names, so that each
/// costs a few steps.
struct HeadlineFingerprints {
    private let catalogue: Catalogue
    private let sections: [Fingerprint]
    private let topics: [Fingerprint]
    private let authors: [Fingerprint]
    private let pictures: [Fingerprint]

    init(
        catalogue: Catalogue, sections: [Edition.Section], topics: [Edition.Topic], authors: [Edition.Author],
        pictures: [Picture?]
    ) {
        self.catalogue = catalogue
        self.sections = sections.map { .of($0.link) }
        self.topics = topics.map { .of($0.link) }
        self.authors = authors.map { .of($0.byline) }
        self.pictures = pictures.map { .of($0) }
    }

    func fingerprint(_ card: Card, _ section: Int32, _ resolved: [Int32]) -> Fingerprint {
        var result = Fingerprint(kept: card.listed)
        if section >= 0 { result.add(sections[Int(section)]) }
        for place in catalogue.topics(of: card) { result.add(topics[Int(resolved[place])]) }
        for place in catalogue.authors(of: card) where resolved[place] >= 0 {
            result.add(authors[Int(resolved[place])])
        }
        if card.picture >= 0 { result.add(pictures[Int(card.picture)]) }
        return result
    }
}

extension Fingerprint {
    /// Of each section's name and of the names of those around it.
    static func ofChains(_ sections: [Edition.Section]) -> [Fingerprint] {
        var result: [Fingerprint] = []
        for section in sections {
            // A section comes after the one that it is part of.
            var fingerprint = section.parent.map { result[$0] } ?? Fingerprint()
            fingerprint.add(.of(section.link))
            result.append(fingerprint)
        }
        return result
    }

    static func of(_ link: Link) -> Fingerprint {
        var result = Fingerprint.of(link.name)
        result.add(link.address.text)
        return result
    }

    static func of(_ byline: Byline) -> Fingerprint {
        var result = Fingerprint.of(byline.name)
        result.add(byline.role)
        result.add(byline.address.text)
        result.add(.of(byline.picture))
        return result
    }

    package static func of(_ picture: Picture?) -> Fingerprint {
        guard let picture else { return Fingerprint() }
        var result = Fingerprint.of(picture.address.text)
        for number in [picture.width, picture.height] { result.add(number ?? -1) }
        result.add(picture.alternative)
        result.add(picture.focus.map { $0.x << 8 | $0.y } ?? -1)
        guard let renditions = picture.renditions else {
            if picture.caption != nil || picture.credit != nil { result.addWords(of: picture) }
            return result
        }
        result.addWords(of: picture)
        result.add(renditions.stem)
        for ending in renditions.endings { result.add(ending) }
        return result
    }

    private mutating func addWords(of picture: Picture) {
        add(picture.caption)
        add(picture.credit)
        add(picture.color.map { Int($0.rgb) } ?? -1)
    }
}
