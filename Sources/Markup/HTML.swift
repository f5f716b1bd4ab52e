/// A piece of HTML: UTF-8 bytes that a browser may be given as they are.
///
/// It is written as a Swift string literal. What the literal says is markup; a `String` that is interpolated into it
/// is text and is escaped; a literal inside an interpolation is markup again:
///
///     let name = "Fish & Chips"
///     let item: HTML = "<li class=\"\(isLead ? "lead" : "item")\">\(name)</li>"
///
/// So the natural way to write a template is the safe one. `\(raw:)` is the one way around it.
public struct HTML: Sendable {
    @usableFromInline var storage: Storage

    /// A literal without interpolations is used where it lies in the program: pages are full of them.
    @usableFromInline
    enum Storage: Sendable {
        case literal(StaticString)
        case bytes([UInt8])
    }

    /// Trusts `bytes` to be UTF-8 and to be markup.
    @inlinable
    public init(trusted bytes: [UInt8]) {
        storage = .bytes(bytes)
    }

    /// Text, escaped.
    @inlinable
    public init(text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        bytes.append(escaping: text)
        storage = .bytes(bytes)
    }

    /// No markup at all.
    public static let empty: HTML = ""

    @inlinable
    public var isEmpty: Bool {
        switch storage {
        case .literal(let literal): literal.utf8CodeUnitCount == 0
        case .bytes(let bytes): bytes.isEmpty
        }
    }

    @inlinable
    public var bytes: [UInt8] {
        switch storage {
        case .literal(let literal): literal.withUTF8Buffer { Array($0) }
        case .bytes(let bytes): bytes
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    @inlinable
    public init(stringLiteral value: StaticString) {
        storage = .literal(value)
    }

    @inlinable
    public init(stringInterpolation: StringInterpolation) {
        storage = .bytes(stringInterpolation.bytes)
    }
}

extension HTML: Hashable {
    public static func == (one: HTML, other: HTML) -> Bool {
        one.bytes == other.bytes
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML {
    @inlinable
    public static func + (left: HTML, right: HTML) -> HTML {
        var bytes = left.bytes
        bytes.append(right)
        return HTML(trusted: bytes)
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
        var result: [UInt8] = []
        var isFirst = true
        for piece in self {
            if !isFirst { result.append(separator) }
            result.append(piece)
            isFirst = false
        }
        return HTML(trusted: result)
    }
}
