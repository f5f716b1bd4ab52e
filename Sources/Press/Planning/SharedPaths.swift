import Diagnostics
import Newspaper

extension Material {
    /// No two articles at one address: the first keeps it, and both are named. What is not published now claims none,
    /// for a story may take the place of one that has expired.
    func droppingSharedPaths(_ selection: Selection) -> (material: Material, diagnostics: [Diagnostic]) {
        let cards = catalogue.cards
        var owners = PathTable(capacity: cards.count + standalone.count)
        var dropped: Set<Int> = []
        var diagnostics: [Diagnostic] = []

        func article(_ number: Int) -> Article {
            number < cards.count ? catalogue.article(cards[number]) : standalone[number - cards.count]
        }
        func claim(_ number: Int, _ file: UInt64) {
            guard let first = owners.insert(number, at: file) else { return }
            dropped.insert(number)
            let (owner, claimant) = (article(first), article(number))
            for (one, other) in [(owner, claimant), (claimant, owner)] {
                diagnostics.append(
                    .error(
                        "\(other.source) has the same address, \(claimant.path.address())", at: one.pathPlace,
                        path: one.source, hint: "Give one of them another slug: or permalink:."))
            }
        }

        for (number, card) in cards.enumerated() where selection.reasonToSkip(card) == nil {
            claim(number, card.file)
        }
        for (number, page) in standalone.enumerated() where selection.reasonToSkip(page) == nil {
            claim(cards.count + number, Fingerprint.of(page.path.file).value)
        }
        guard !dropped.isEmpty else { return (self, diagnostics) }
        var material = self
        material.catalogue.cards = cards.indices.filter { !dropped.contains($0) }.map { cards[$0] }
        material.standalone = standalone.indices.filter { !dropped.contains(cards.count + $0) }.map { standalone[$0] }
        return (material, diagnostics)
    }
}
