/// Bytes that are written one after the other: what a piece of HTML is made in.
///
/// An array would do, and did: but a page is made of a hundred small pieces and a thousand literals, and to begin an
/// array and to add to it takes three times the instructions.
@usableFromInline
package struct Buffer {
    /// An object with the bytes behind it.
    @usableFromInline
    final class Storage: ManagedBuffer<Void, UInt8> {}

    @usableFromInline var storage: ManagedBuffer<Void, UInt8>
    @usableFromInline let start: UnsafeMutablePointer<UInt8>
    @usableFromInline var count = 0
    @usableFromInline let capacity: Int

    @inlinable
    package init(capacity: Int) {
        storage = Storage.create(minimumCapacity: capacity) { _ in }
        // Behind an object its bytes stay where they are for as long as it lives.
        start = storage.withUnsafeMutablePointerToElements { $0 }
        self.capacity = capacity
    }

    @inlinable
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        makeRoom(for: bytes.count)
        (start + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    @inlinable
    package mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        start[count] = byte
        count += 1
    }

    /// The byte that was written last.
    package var last: UInt8? { count > 0 ? start[count - 1] : nil }

    /// What was written, for as long as the buffer lives.
    @inlinable
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Like an array, it writes only where nobody else holds the object.
    @inlinable
    mutating func makeRoom(for more: Int) {
        if count + more > capacity || !isKnownUniquelyReferenced(&storage) { move(withRoomFor: more) }
    }

    @usableFromInline
    mutating func move(withRoomFor more: Int) {
        // Twice of what is needed, but for a page's last pieces: their size is the page's.
        var larger = Buffer(capacity: count + more + min(count + more, 4096))
        larger.append(bytes)
        self = larger
    }
}
