/// The captions and credits that wire photographs have carried since the nineties (IPTC-NAA Information Interchange
/// Model 4.2), in the block of resources that Photoshop puts into JPEG and TIFF.
enum IIM {
    static func words(_ bytes: [UInt8]) -> PictureWords {
        var reader = ByteReader(bytes)
        let isInResources = reader.skip("Photoshop 3.0\0")
        let datasets = isInResources || bytes.starts(with: "8BIM".utf8) ? resource(0x0404, in: &reader) : bytes[...]
        return words(datasets: datasets)
    }

    /// One of Photoshop's image resources.
    private static func resource(_ wanted: Int, in reader: inout ByteReader) -> ArraySlice<UInt8> {
        while reader.skip("8BIM"), let number = reader.number(bytes: 2), let nameLength = reader.number(bytes: 1) {
            // A name and its length, and what it holds, are each padded to an even number of bytes.
            guard reader.take(nameLength + (nameLength + 1) % 2) != nil, let length = reader.number(bytes: 4),
                let content = reader.take(length)
            else { break }
            if number == wanted { return content }
            _ = reader.take(length % 2)
        }
        return []
    }

    private static func words(datasets: ArraySlice<UInt8>) -> PictureWords {
        var reader = ByteReader(datasets)
        var isUTF8 = false
        var values: [Int: [ArraySlice<UInt8>]] = [:]
        while reader.number(bytes: 1) == 0x1C, let record = reader.number(bytes: 1),
            let dataset = reader.number(bytes: 1), let length = length(&reader), let value = reader.take(length)
        {
            // The coded character set: of those there are, UTF-8 alone is in use.
            if record == 1 && dataset == 90 { isUTF8 = value.elementsEqual([0x1B, 0x25, 0x47]) }
            if record == 2 { values[dataset, default: []].append(value) }
        }
        func line(_ dataset: Int) -> String? {
            let lines = (values[dataset] ?? []).prefix(100).compactMap { value -> String? in
                // Some fields hold 32 bytes, and a letter that did not fit is cut.
                (isUTF8 ? String(decoding: value, as: UTF8.self) : String(guessing: value)).asLine()
            }
            return lines.isEmpty ? nil : lines.joined(separator: ", ").asLine()
        }
        return PictureWords(
            caption: line(120), creator: line(80), credit: line(110), copyright: line(116), instructions: line(40))
    }

    /// Two bytes; or, if the first bit is set, how many bytes of length follow.
    private static func length(_ reader: inout ByteReader) -> Int? {
        guard let length = reader.number(bytes: 2) else { return nil }
        return length < 0x8000 ? length : reader.number(bytes: length & 0x7FFF)
    }
}
