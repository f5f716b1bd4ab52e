import Synchronization

/// Remembers pieces of HTML, so that one that stands on many pages is drawn once. Any thread may ask.
///
/// Pieces go by numbers from 0 on, as a site's stories do. What it holds is bounded: each number has its place among
/// `limit`, which it shares with others, and the piece that was drawn last stays there.
public final class Memo: Sendable {
    private let shards: [Shard]
    private let limit: Int

    /// Apart, so that threads seldom wait for each other.
    private final class Shard: Sendable {
        let places = Mutex<[Place]>([])
    }

    private struct Place {
        var number = -1
        var piece = HTML.empty
    }

    /// - Parameter limit: how many pieces it holds at the most.
    public init(limit: Int) {
        shards = (0..<16).map { _ in Shard() }
        self.limit = max(1, limit / shards.count)
    }

    /// The piece for `number`; `draw` makes one that is not known. Two threads may draw the same piece at once, so
    /// `draw` must depend on nothing but the number.
    public func piece(for number: Int, draw: () -> HTML) -> HTML {
        let shard = shards[number % shards.count]
        let place = number / shards.count % limit
        let known = shard.places.withLock { places in
            place < places.count && places[place].number == number ? places[place].piece : nil
        }
        if let known { return known }
        // Drawn with room to spare, and kept without.
        let piece = draw().withBytes { HTML(copying: $0) }
        shard.places.withLock { places in
            if place >= places.count {
                let count = min(limit, max(place + 1, places.count * 2))
                places += repeatElement(Place(), count: count - places.count)
            }
            places[place] = Place(number: number, piece: piece)
        }
        return piece
    }
}
