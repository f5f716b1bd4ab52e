/// Cards in the order of an edition.
package struct OrderedCards: RandomAccessCollection, Sendable {
    private let cards: [Card]
    /// Positions among the cards; nil if they are in order.
    private let order: [Int32]?

    /// Those that are in order: best where all are going to be asked for.
    init(_ cards: [Card]) {
        self.cards = cards
        order = nil
    }

    /// Those of a catalogue: best where few are going to be asked for.
    init(_ cards: [Card], order: [Int32]) {
        self.cards = cards
        self.order = order
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { order?.count ?? cards.count }

    package subscript(number: Int) -> Card {
        if let order { return cards[Int(order[number])] }
        return cards[number]
    }
}
