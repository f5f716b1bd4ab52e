extension Catalogue {
    /// The articles with these positions by date, the newest first, then by the path of their file, so that the order
    /// depends on nothing else.
    func newestFirst(_ positions: [Int32]) -> [Int32] {
        var order = sortedByDate(positions)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, date(order[end]) == date(order[start]) { end += 1 }
            if end - start > 1 { order[start..<end].sort { isBefore(cards[Int($0)], cards[Int($1)]) } }
            start = end
        }
        return order
    }

    private func date(_ position: Int32) -> Int { cards[Int(position)].date }

    /// The newest first. Sorted by one digit of the date after the other (LSD radix): an archive has more articles than
    /// a comparison each would allow.
    private func sortedByDate(_ positions: [Int32]) -> [Int32] {
        // From the newest date on, unsigned; those without a date are the farthest away.
        let newest = positions.reduce(Int.min) { max($0, date($1)) }
        var keys = positions.map { UInt64(bitPattern: Int64(newest &- date($0))) }
        var order = positions
        let farthest = keys.max() ?? 0
        var otherKeys = keys
        var otherOrder = order
        var shift: UInt64 = 0
        while shift < 64, farthest >> shift > 0 {
            var places = [Int](repeating: 0, count: 2049)
            for key in keys { places[Int(key >> shift & 2047) + 1] += 1 }
            for digit in 1..<2049 { places[digit] += places[digit - 1] }
            for (key, position) in zip(keys, order) {
                let digit = Int(key >> shift & 2047)
                otherKeys[places[digit]] = key
                otherOrder[places[digit]] = position
                places[digit] += 1
            }
            swap(&keys, &otherKeys)
            swap(&order, &otherOrder)
            shift += 11
        }
        return order
    }
}
