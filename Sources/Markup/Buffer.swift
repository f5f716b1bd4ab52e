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

    /// Appends bytes between two others.
    @inlinable
    package mutating func append(_ opening: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ closing: UInt8) {
        makeRoom(for: bytes.count + 2)
        start[count] = opening
        if let source = bytes.baseAddress { (start + count + 1).update(from: source, count: bytes.count) }
        start[count + bytes.count + 1] = closing
        count += bytes.count + 2
    }

    /// Appends pieces one after the other, with room made once for all of them.
    @inlinable
    package mutating func append(_ pieces: [HTML]) {
        makeRoom(for: pieces.reduce(0) { $0 + $1.count })
        for piece in pieces { append(piece) }
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
        // Nobody but its storage keeps the bytes, and a pointer to them is no reason for Swift to keep that.
        withExtendedLifetime(storage) { larger.append(bytes) }
        self = larger
    }
}
