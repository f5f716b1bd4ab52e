import CScan

extension UnsafeBufferPointer<UInt8> {
    /// The index of the next byte from `start` on that needs a character reference in HTML: `& < > " '`.
    @usableFromInline
    func firstToEscape(from start: Int = 0) -> Int? { first(from: start, scan_html) }

    /// The index of the next byte from `start` on that may need an escape in JSON that stands in a script.
    package func firstSpecialInJSON(from start: Int = 0) -> Int? { first(from: start, scan_json) }

    /// The index of the first byte that may begin a character which XML cannot have.
    package var firstOddInXML: Int? { first(from: 0, scan_xml) }

    private func first(
        from start: Int, _ scan: (UnsafePointer<UInt8>, Int, Int) -> Int
    ) -> Int? {
        guard let baseAddress, start < count else { return nil }
        let index = scan(baseAddress, start, count)
        return index < count ? index : nil
    }
}
