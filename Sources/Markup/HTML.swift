/// A piece of HTML: UTF-8 bytes that a browser may be given as they are.
///
/// It is written as a Swift string literal. What the literal says is markup; a `String` that is interpolated into it
/// is text and is escaped; a literal inside an interpolation is markup again:
///
///     let name = "Fish & Chips"
///     let item: HTML = "<li class=\"\(isLead ? "lead" : "item")\">\(name)</li>"
///
/// So the natural way to write a template is the safe one. `\(raw:)` is the one way around it.
public struct HTML: Sendable, Hashable {
    public var bytes: [UInt8]

    /// Trusts `bytes` to be UTF-8 and to be markup.
    @inlinable
    public init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Text, escaped.
    @inlinable
    public init(text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count)
        bytes.append(escaping: text)
    }

    /// No markup at all.
    public static let empty = HTML(trusted: [])

    @inlinable
    public var isEmpty: Bool { bytes.isEmpty }
}

extension HTML: ExpressibleByStringInterpolation {
    @inlinable
    public init(stringLiteral value: String) {
        bytes = []
        bytes.append(text: value)
    }

    @inlinable
    public init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML {
    @inlinable
    public static func + (left: HTML, right: HTML) -> HTML {
        HTML(trusted: left.bytes + right.bytes)
    }

    @inlinable
    public static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }
}

extension Sequence<HTML> {
    /// The pieces one after the other, with `separator` between them.
    @inlinable
    public func joined(separator: HTML = "") -> HTML {
        var result: [UInt8] = []
        var isFirst = true
        for piece in self {
            if !isFirst { result.append(contentsOf: separator.bytes) }
            result.append(contentsOf: piece.bytes)
            isFirst = false
        }
        return HTML(trusted: result)
    }
}
