import Markup

extension HTML {
    /// Everything that it leads to or shows.
    var addresses: [String] {
        // Of several pictures for one place, each has its width or density behind it.
        let sets = values(ofAttribute: "srcset").flatMap { $0.split(separator: ",") }
        return ["src", "href", "poster"].flatMap(values)
            + sets.compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    /// The values that an attribute has in the markup. Text is escaped, so nothing in it looks like one.
    func values(ofAttribute name: String) -> [String] {
        let bytes = bytes
        let pattern = Array("\(name)=".utf8)
        var values: [String] = []
        var index = 1
        while index + pattern.count < bytes.count {
            guard bytes[index] == pattern[0], bytes[index - 1] <= 0x20,
                bytes[index..<(index + pattern.count)].elementsEqual(pattern)
            else {
                index += 1
                continue
            }
            index += pattern.count
            let quote = bytes[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
            let value = bytes[(index + 1)...].prefix { $0 != quote }
            values.append(String(decoding: value, as: UTF8.self).unescaped)
            index = value.endIndex
        }
        return values
    }
}

extension String {
    /// With the characters that the markup's writer escaped.
    fileprivate var unescaped: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        return replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
