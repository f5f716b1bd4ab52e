/// Finds numbers by the fingerprints of paths: a hash table with open addressing, for there are as many paths as pages,
/// and each is looked for several times in every build.
struct PathTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private var count = 0

    init(capacity: Int) {
        var size = 16
        while size < capacity * 3 / 2 + 1 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
    }

    /// The number at `path`, if there is one.
    subscript(path: UInt64) -> Int? {
        let value = values[slot(of: path)]
        return value < 0 ? nil : Int(value)
    }

    /// Puts a number at `path`, unless there is one; returns the one that is there already.
    mutating func insert(_ value: Int, at path: UInt64) -> Int? {
        if count * 3 / 2 >= keys.count { grow() }
        let slot = slot(of: path)
        guard values[slot] < 0 else { return Int(values[slot]) }
        keys[slot] = path
        values[slot] = Int32(value)
        count += 1
        return nil
    }

    private func slot(of path: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: path) & (keys.count - 1)
        while values[slot] >= 0, keys[slot] != path { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        var larger = PathTable(capacity: keys.count)
        for (key, value) in zip(keys, values) where value >= 0 { _ = larger.insert(Int(value), at: key) }
        self = larger
    }
}
