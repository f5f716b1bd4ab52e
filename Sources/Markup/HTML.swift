/// A piece of HTML: UTF-8 bytes that a browser may be given as they are.
///
/// It is written as a Swift string literal. What the literal says is markup; a `String` that is interpolated into it
/// is text and is escaped; a literal inside an interpolation is markup again:
///
///     let name = "Fish & Chips"
///     let item: HTML = "<li class=\"\(isLead ? "lead" : "item")\">\(name)</li>"
///
/// So the natural way to write a template is the safe one. `\(raw:)` is the one way around it.
///
/// `@unchecked`, because it points to its bytes: nobody writes them once there is a piece of HTML of them.
public struct HTML: @unchecked Sendable {
    @usableFromInline let start: UnsafePointer<UInt8>?
    @usableFromInline let count: Int
    /// Keeps the bytes. Nil for a literal without interpolations, which is used where it lies in the program: pages are
    /// full of them.
    @usableFromInline let owner: AnyObject?

    @inlinable
    package init(_ buffer: Buffer) {
        (start, count, owner) = (UnsafePointer(buffer.start), buffer.count, buffer.storage)
    }

    /// Trusts `bytes` to be UTF-8 and to be markup.
    @inlinable
    public init(trusted bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { HTML(copying: $0) }
    }

    /// The same for bytes that somebody else keeps.
    @inlinable
    package init(copying bytes: UnsafeBufferPointer<UInt8>) {
        var buffer = Buffer(capacity: bytes.count)
        buffer.append(bytes)
        self.init(buffer)
    }

    /// Text, escaped.
    @inlinable
    public init(text: String) {
        var buffer = Buffer(capacity: text.utf8.count)
        buffer.append(escaping: text)
        self.init(buffer)
    }

    /// No markup at all.
    public static let empty: HTML = ""

    @inlinable
    public var isEmpty: Bool { count == 0 }

    @inlinable
    public var bytes: [UInt8] { withBytes { Array($0) } }

    /// Lends the bytes where they lie.
    @inlinable
    package func withBytes<Result, Failure>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withExtendedLifetime(owner) { () throws(Failure) in
            try body(UnsafeBufferPointer(start: start, count: count))
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    @inlinable
    public init(stringLiteral value: StaticString) {
        guard value.hasPointerRepresentation else {
            self = value.withUTF8Buffer { HTML(copying: $0) }
            return
        }
        (start, count, owner) = (value.utf8Start, value.utf8CodeUnitCount, nil)
    }

    @inlinable
    public init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.buffer)
    }
}

extension HTML: Hashable {
    public static func == (one: HTML, other: HTML) -> Bool {
        one.withBytes { one in other.withBytes { other in one.elementsEqual(other) } }
    }

    public func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML {
    @inlinable
    public static func + (left: HTML, right: HTML) -> HTML {
        "\(left)\(right)"
    }

    @inlinable
    public static func += (left: inout HTML, right: HTML) {
        left = left + right
    }
}

extension Sequence<HTML> {
    /// The pieces one after the other, with `separator` between them.
    @inlinable
    public func joined(separator: HTML = "") -> HTML {
        var result = Buffer(capacity: underestimatedCount * 64)
        var isFirst = true
        for piece in self {
            if !isFirst { result.append(separator) }
            result.append(piece)
            isFirst = false
        }
        return HTML(result)
    }
}
