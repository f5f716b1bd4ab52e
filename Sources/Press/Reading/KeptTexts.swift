import Synchronization

/// Files that were read for their facts and are wanted again when their pages are made: as many as a bound has room
/// for. So a small site is read once, and a large archive does not fill the memory.
final class KeptTexts: Sendable {
    private struct Shelf {
        var files: [UInt64: [UInt8]] = [:]
        /// How many more bytes may be kept.
        var room: Int
    }

    /// How many bytes are kept at the most.
    @TaskLocal static var limit = 32 << 20

    private let shelf: Mutex<Shelf>

    init(limit: Int = KeptTexts.limit) {
        shelf = Mutex(Shelf(room: limit))
    }

    /// Keeps a file, if there is room for it. Any thread may.
    /// - Parameter text: the hash of its bytes.
    func keep(_ file: [UInt8], _ text: UInt64) {
        shelf.withLock { shelf in
            guard file.count <= shelf.room else { return }
            shelf.room -= file.count
            if let double = shelf.files.updateValue(file, forKey: text) { shelf.room += double.count }
        }
    }

    /// Gives away the file with that hash, if it was kept: its page is made once.
    func take(_ text: UInt64) -> [UInt8]? {
        shelf.withLock { shelf in
            guard !shelf.files.isEmpty, let file = shelf.files.removeValue(forKey: text) else { return nil }
            shelf.room += file.count
            return file
        }
    }
}
