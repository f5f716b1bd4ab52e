import Markup
import Newspaper

/// Writes JSON into bytes, member by member, in the order in which it is told. What is nil or empty is left out.
struct JSON {
    /// Where the JSON is to stand.
    enum Place {
        case file
        /// In a `<script>` element, which no text may end: `<`, `>` and `&` are escaped.
        case script
    }

    private var buffer: Buffer
    private let isInScript: Bool
    /// Whether what is written next is the first in its object or list.
    private var isFirst = true

    private init(_ place: Place, capacity: Int) {
        buffer = Buffer(capacity: capacity)
        isInScript = place == .script
    }

    /// An object.
    static func object(in place: Place, capacity: Int = 1024, _ write: (inout JSON) -> Void) -> HTML {
        var json = JSON(place, capacity: capacity)
        json.braced("{", "}", write)
        return HTML(json.buffer)
    }

    mutating func put(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        self.name(name)
        self.text(text)
    }

    mutating func put(_ name: StaticString, _ address: Address?) {
        put(name, address?.text)
    }

    /// An address as a whole, without making it before: each page has some in its breadcrumb.
    mutating func put(_ name: StaticString, whole address: Address, on site: Site) {
        guard site.isCompletedByOrigin(address) else { return put(name, site.absolute(address)) }
        self.name(name)
        buffer.append(UInt8(ascii: "\""))
        unquoted(site.origin)
        unquoted(address.text)
        buffer.append(UInt8(ascii: "\""))
    }

    /// A word of the format's own, which needs no escape.
    mutating func put(_ name: StaticString, word: StaticString) {
        self.name(name)
        word.withUTF8Buffer { buffer.append(UInt8(ascii: "\""), $0, UInt8(ascii: "\"")) }
    }

    mutating func put(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        self.name(name)
        buffer.append(number: number)
    }

    mutating func put(_ name: StaticString, _ flag: Bool) {
        self.name(name)
        buffer.append(text: flag ? "true" : "false")
    }

    mutating func put(_ name: StaticString, _ texts: [String]) {
        put(name, texts) { $0.text($1) }
    }

    /// HTML as a text.
    mutating func put(_ name: StaticString, html: HTML) {
        self.name(name)
        buffer.append(UInt8(ascii: "\""))
        html.withBytes { escape($0) }
        buffer.append(UInt8(ascii: "\""))
    }

    /// JSON that was made before, for the same place.
    mutating func put(_ name: StaticString, made json: HTML) {
        self.name(name)
        buffer.append(json)
    }

    mutating func object(_ name: StaticString, _ write: (inout JSON) -> Void) {
        self.name(name)
        braced("{", "}", write)
    }

    /// A list of objects.
    mutating func objects<Item>(_ name: StaticString, _ items: [Item], _ write: (inout JSON, Item) -> Void) {
        put(name, items) { json, item in json.braced("{", "}") { write(&$0, item) } }
    }

    /// A list of objects that is there even if it is empty, each on a line of its own.
    mutating func lines<Item>(_ name: StaticString, _ items: [Item], _ write: (inout JSON, Item) -> Void) {
        self.name(name)
        list(items) { json, item in
            json.buffer.append(UInt8(ascii: "\n"))
            json.braced("{", "}") { write(&$0, item) }
        }
    }

    /// A list of objects that were made before.
    mutating func put(_ name: StaticString, made items: [HTML]) {
        put(name, items) { $0.buffer.append($1) }
    }

    private mutating func put<Item>(_ name: StaticString, _ items: [Item], _ write: (inout JSON, Item) -> Void) {
        guard !items.isEmpty else { return }
        self.name(name)
        list(items, write)
    }

    private mutating func list<Item>(_ items: [Item], _ write: (inout JSON, Item) -> Void) {
        braced("[", "]") { json in
            for item in items {
                json.separate()
                write(&json, item)
            }
        }
    }

    private mutating func braced(_ opening: StaticString, _ closing: StaticString, _ write: (inout JSON) -> Void) {
        let wasFirst = isFirst
        isFirst = true
        opening.withUTF8Buffer { buffer.append($0) }
        write(&self)
        closing.withUTF8Buffer { buffer.append($0) }
        isFirst = wasFirst
    }

    private mutating func separate() {
        if !isFirst { buffer.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    /// `,"name":`, in one piece: a page's data have a hundred of them.
    private mutating func name(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        var place = buffer.extend(by: count + (isFirst ? 3 : 4))
        func put(_ character: Unicode.Scalar) {
            place.pointee = UInt8(ascii: character)
            place += 1
        }
        if !isFirst { put(",") }
        isFirst = false
        put("\"")
        place.update(from: name.utf8Start, count: count)
        place += count
        put("\"")
        put(":")
    }

    private mutating func text(_ text: String) {
        buffer.append(UInt8(ascii: "\""))
        unquoted(text)
        buffer.append(UInt8(ascii: "\""))
    }

    private mutating func unquoted(_ text: String) {
        // A native string, which most are, lends its bytes without being copied, which would count a reference.
        if text.utf8.withContiguousStorageIfAvailable({ escape($0) }) != nil { return }
        var text = text
        text.withUTF8 { escape($0) }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        // Most texts have nothing in them to escape; of the others, runs that need none are copied whole.
        guard let special = text.firstSpecialInJSON() else { return buffer.append(text) }
        var start = 0
        var next: Int? = special
        while let index = next {
            guard let (escape, count) = escape(at: index, of: text) else {
                next = text.firstSpecialInJSON(from: index + 1)
                continue
            }
            buffer.append(UnsafeBufferPointer(rebasing: text[start..<index]))
            buffer.append(text: escape)
            start = index + count
            next = text.firstSpecialInJSON(from: start)
        }
        buffer.append(UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// What stands for the character that begins there, and how many bytes it takes; nil if it stands for itself.
    private func escape(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> (String, Int)? {
        switch text[index] {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0x0A: return ("\\n", 1)
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
            return isInScript ? ("\\u00" + JSON.hexadecimal(text[index]), 1) : nil
        // U+2028 and U+2029 end a line of JavaScript, which some still take JSON for.
        case 0xE2:
            guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xA9 else { return nil }
            return (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        default: return ("\\u00" + JSON.hexadecimal(text[index]), 1)
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        byte < 0x10 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }
}
