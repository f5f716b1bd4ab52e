import Synchronization

/// Remembers pieces of HTML, so that one that stands on many pages is drawn once. Any thread may ask.
///
/// What it holds is bounded: past the limit it forgets everything and begins anew, for what pages share lies close
/// together.
public final class Memo<Key: Hashable & Sendable>: Sendable {
    @usableFromInline let shards: [Shard]
    @usableFromInline let limit: Int

    /// Apart, so that threads seldom wait for each other.
    @usableFromInline
    final class Shard: Sendable {
        @usableFromInline let pieces = Mutex<[Key: HTML]>([:])
    }

    /// - Parameter limit: how many pieces it holds at the most.
    public init(limit: Int) {
        shards = (0..<16).map { _ in Shard() }
        self.limit = limit / shards.count
    }

    /// The piece for `key`; `draw` makes one that is not known. Two threads may draw the same piece at once, so `draw`
    /// must depend on nothing but the key.
    ///
    /// Inlinable, so that it is compiled for the theme's own keys.
    @inlinable
    public func piece(for key: Key, draw: () -> HTML) -> HTML {
        let shard = shards[Int(UInt(bitPattern: key.hashValue) % UInt(shards.count))]
        if let known = shard.pieces.withLock({ $0[key] }) { return known }
        let piece = draw()
        shard.pieces.withLock { pieces in
            if pieces.count >= limit { pieces.removeAll(keepingCapacity: true) }
            pieces[key] = piece
        }
        return piece
    }
}
