extension HTML {
    /// Takes a literal's parts one by one. There is no overload for just any type: what cannot be shown safely does
    /// not compile.
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var buffer: Buffer

        @inlinable
        public init(literalCapacity: Int, interpolationCount: Int) {
            buffer = Buffer(capacity: literalCapacity + interpolationCount * 128)
        }

        /// What the template's author typed.
        ///
        /// Always inlined: the literal's length is known there, and most are so short that copying them is a move or
        /// two.
        @inlinable @inline(__always)
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { buffer.append($0) }
        }

        /// Markup that was made elsewhere, or a literal.
        @inlinable
        public mutating func appendInterpolation(_ piece: HTML) {
            buffer.append(piece)
        }

        /// Markup, or nothing.
        @inlinable
        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { buffer.append(piece) }
        }

        /// Pieces of markup, one after the other.
        @inlinable
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            buffer.append(pieces)
        }

        /// The same for any sequence of them.
        @inlinable
        public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
            for piece in pieces { buffer.append(piece) }
        }

        /// Text: escaped, so that it shows as what it is, in text and in quoted attributes alike. Right after
        /// `href="` or `src="` it is an address, and one with a scheme that is not allowed is left out.
        @_disfavoredOverload
        @inlinable
        public mutating func appendInterpolation(_ text: String) {
            if buffer.endsInAddressAttribute {
                appendInterpolation(Address(text) ?? .refused)
            } else {
                buffer.append(escaping: text)
            }
        }

        /// Text, or nothing.
        @_disfavoredOverload
        @inlinable
        public mutating func appendInterpolation(_ text: String?) {
            if let text { appendInterpolation(text) }
        }

        /// An address: its scheme was checked when it was made.
        @inlinable
        public mutating func appendInterpolation(_ address: Address) {
            buffer.append(escaping: address.text)
        }

        /// A number.
        @inlinable
        public mutating func appendInterpolation(_ number: Int) {
            buffer.append(number: number)
        }

        /// A number, or nothing.
        @inlinable
        public mutating func appendInterpolation(_ number: Int?) {
            if let number { buffer.append(number: number) }
        }

        /// JSON for a `<script type="application/json">` or `application/ld+json` element: `<`, `>` and `&` become
        /// `\u003c`, `\u003e` and `\u0026`, which JSON reads back as the same characters, and no text in it can end
        /// the element.
        @inlinable
        public mutating func appendInterpolation(json: String) {
            buffer.append(escapingJSON: json)
        }

        /// A string that is trusted to be markup. Look for `raw:` to find every place that trusts one.
        @inlinable
        public mutating func appendInterpolation(raw markup: String) {
            buffer.append(text: markup)
        }
    }
}
