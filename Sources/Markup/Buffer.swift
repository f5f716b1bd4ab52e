/// Bytes that are written one after the other: what a piece of HTML is made in.
///
/// An array would do, and did: but a page is made of a hundred small pieces and a thousand literals, and to begin an
/// array and to add to it takes three times the instructions.
@usableFromInline
package struct Buffer {
    /// An object with the number of its bytes that are written, and the bytes behind it.
    @usableFromInline
    final class Storage: ManagedBuffer<Int, UInt8> {}

    @usableFromInline let storage: ManagedBuffer<Int, UInt8>
    /// Behind an object its bytes stay where they are for as long as it lives.
    @usableFromInline let start: UnsafeMutablePointer<UInt8>
    /// How many of the object's bytes are written, by this buffer or by a copy of it.
    @usableFromInline let written: UnsafeMutablePointer<Int>
    @usableFromInline var count = 0
    @usableFromInline let capacity: Int

    @inlinable
    package init(capacity: Int) {
        storage = Storage.create(minimumCapacity: capacity) { _ in 0 }
        (written, start) = storage.withUnsafeMutablePointers { ($0, $1) }
        self.capacity = capacity
    }

    @inlinable
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        extend(by: bytes.count).update(from: source, count: bytes.count)
    }

    @inlinable
    package mutating func append(_ byte: UInt8) {
        extend(by: 1).pointee = byte
    }

    /// Appends bytes between two others.
    @inlinable
    package mutating func append(_ opening: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ closing: UInt8) {
        let place = extend(by: bytes.count + 2)
        place.pointee = opening
        if let source = bytes.baseAddress { (place + 1).update(from: source, count: bytes.count) }
        place[bytes.count + 1] = closing
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

    /// Where so many more bytes are to be written, all of them and at once.
    @inlinable
    package mutating func extend(by more: Int) -> UnsafeMutablePointer<UInt8> {
        makeRoom(for: more)
        let place = start + count
        count += more
        written.pointee = count
        return place
    }

    /// Whoever has written last goes on behind that; a copy that has not seen it goes on in an object of its own.
    @inlinable
    mutating func makeRoom(for more: Int) {
        if count + more > capacity || written.pointee != count { move(withRoomFor: more) }
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
