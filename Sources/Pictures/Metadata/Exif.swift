/// What cameras can be told to write into each picture (Exif 2.32, 4.6.4): the last resort.
enum Exif {
    static func words(_ bytes: [UInt8]) -> PictureWords {
        var start = ByteReader(bytes)
        let tiff = start.skip("Exif\0\0") ? bytes[6...] : bytes[...]
        let isLittleEndian = tiff.starts(with: "II".utf8)
        guard isLittleEndian || tiff.starts(with: "MM".utf8) else { return PictureWords() }

        func reader(at offset: Int) -> ByteReader { ByteReader(tiff.dropFirst(offset)) }
        func number(_ reader: inout ByteReader, _ bytes: Int) -> Int? {
            reader.number(bytes: bytes, isLittleEndian: isLittleEndian)
        }
        var header = reader(at: 4)
        guard let offset = number(&header, 4) else { return PictureWords() }
        var directory = reader(at: offset)
        var texts: [Int: ArraySlice<UInt8>] = [:]
        for _ in 0..<(number(&directory, 2) ?? 0) {
            guard let tag = number(&directory, 2), let type = number(&directory, 2), let length = number(&directory, 4),
                let value = directory.take(4)
            else { break }
            let (isText, isInPlace) = (type == 2, length <= 4)
            guard isText else { continue }
            var content = ByteReader(value)
            if !isInPlace, let offset = number(&content, 4) { content = reader(at: offset) }
            texts[tag] = content.take(length)
        }
        /// The copyrights of photographer and editor stand behind each other, with a zero between them.
        func line(_ tag: Int) -> String? {
            let lines = (texts[tag] ?? []).split(separator: 0).prefix(2).compactMap { String(guessing: $0).asLine() }
            return lines.isEmpty ? nil : lines.joined(separator: ", ")
        }
        return PictureWords(caption: line(0x010E), creator: line(0x013B), copyright: line(0x8298))
    }
}
