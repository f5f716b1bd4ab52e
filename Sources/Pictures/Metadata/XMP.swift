import CExpat

/// Captions and credits in XMP (ISO 16684-1), as Photoshop and its like write them.
enum XMP {
    static func words(_ bytes: [UInt8]) -> PictureWords {
        let reading = Reading()
        reading.parse(bytes)
        return PictureWords(
            caption: reading.alternative("http://purl.org/dc/elements/1.1/\ndescription"),
            creator: reading.list("http://purl.org/dc/elements/1.1/\ncreator"),
            credit: reading.alternative("http://ns.adobe.com/photoshop/1.0/\nCredit"),
            copyright: reading.alternative("http://purl.org/dc/elements/1.1/\nrights"),
            alternative: reading.alternative("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\nAltTextAccessibility"),
            instructions: reading.alternative("http://ns.adobe.com/photoshop/1.0/\nInstructions"))
    }

    /// What expat reports, put together to properties: `RDF > Description > property`, with its text in itself, in an
    /// attribute of the description, or in the items of a container.
    private final class Reading {
        private struct Value {
            var isDefault: Bool
            var text: [UInt8]
        }

        private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#\n"
        /// More than any has, so that hostile ones come to their end.
        private static let (depth, length, count) = (64, 1 << 20, 1000)

        /// By the property's name: its namespace, a line feed, and its local name.
        private var properties: [String: [Value]] = [:]
        private var open: [String] = []
        /// How many elements are open when a description is the last of them; 0 outside of RDF.
        private var description = 0
        private var value = Value(isDefault: false, text: [])

        /// While it reads.
        private var parser: XML_Parser?

        func parse(_ bytes: [UInt8]) {
            guard bytes.count <= Reading.length, let parser = XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: "\n")))
            else { return }
            self.parser = parser
            defer {
                self.parser = nil
                XML_ParserFree(parser)
            }
            XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
            XML_SetElementHandler(
                parser,
                { data, name, attributes in
                    if let name { Reading.of(data)?.start(String(cString: name), Reading.pairs(attributes)) }
                }, { data, _ in Reading.of(data)?.end() })
            XML_SetCharacterDataHandler(parser) { data, text, length in
                Reading.of(data)?.value.text += UnsafeRawBufferPointer(start: text, count: Int(length))
            }
            // XMP has no document type, and with it no entities but XML's own.
            XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in Reading.of(data)?.stop() }
            // What stands before an error was read, and is what the picture says.
            bytes.withUnsafeBytes { bytes in
                _ = XML_Parse(parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), 1)
            }
        }

        private static func of(_ data: UnsafeMutableRawPointer?) -> Reading? {
            data.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
        }

        private func stop() {
            if let parser { XML_StopParser(parser, XML_Bool(XML_FALSE)) }
        }

        /// Names and values by turns, up to a null.
        private static func pairs(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) -> [(String, String)] {
            var pairs: [(String, String)] = []
            guard var next = list else { return pairs }
            while let name = next[0], let value = next[1] {
                pairs.append((String(cString: name), String(cString: value)))
                next += 2
            }
            return pairs
        }

        private func start(_ name: String, _ attributes: [(name: String, value: String)]) {
            if name == Reading.rdf + "Description", open.last == Reading.rdf + "RDF", description == 0 {
                description = open.count + 1
                for (name, value) in attributes {
                    properties[name, default: []].append(Value(isDefault: false, text: Array(value.utf8)))
                }
            }
            open.append(name)
            if open.count > Reading.depth || properties.count > Reading.count { stop() }
            let isDefault = attributes.contains { $0.name.hasSuffix("\nlang") && $0.value == "x-default" }
            value = Value(isDefault: isDefault, text: [])
        }

        private func end() {
            guard !open.isEmpty else { return }
            let (level, isItem) = (open.count - description, open.last == Reading.rdf + "li")
            if description > 0, level == 1 || level == 3 && isItem {
                properties[open[description], default: []].append(value)
            }
            value = Value(isDefault: false, text: [])
            if level == 0 { description = 0 }
            open.removeLast()
        }

        /// The text for every language, otherwise the first.
        func alternative(_ property: String) -> String? {
            let values = properties[property] ?? []
            return lines(values.filter(\.isDefault)).first ?? lines(values).first
        }

        /// All of them.
        func list(_ property: String) -> String? {
            let lines = lines(properties[property] ?? [])
            return lines.isEmpty ? nil : lines.joined(separator: ", ").asLine()
        }

        private func lines(_ values: [Value]) -> [String] {
            values.lazy.compactMap { String(decoding: $0.text, as: UTF8.self).asLine() }.prefix(100).map { $0 }
        }
    }
}
