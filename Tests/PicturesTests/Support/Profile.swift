/// A colour profile of our own (ICC.1:2010): sRGB's primaries, but what it calls red is blue.
enum Profile {
    static var withRedAndBlueSwapped: [UInt8] {
        let (red, green, blue) = ([0.4361, 0.2225, 0.0139], [0.3851, 0.7169, 0.0971], [0.1431, 0.0606, 0.7141])
        let curve = Array("curv".utf8) + [0, 0, 0, 0] + number(1) + [2, 51, 0, 0]
        let name =
            Array("desc".utf8) + [0, 0, 0, 0] + number(5) + Array("test\0".utf8) + [UInt8](repeating: 0, count: 79)
        let tags: [(String, [UInt8])] = [
            ("desc", name), ("wtpt", xyz([0.9642, 1, 0.8249])), ("rXYZ", xyz(blue)), ("gXYZ", xyz(green)),
            ("bXYZ", xyz(red)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        var (table, content) = (number(tags.count), [UInt8]())
        for (name, bytes) in tags {
            table += Array(name.utf8) + number(128 + 4 + 12 * tags.count + content.count) + number(bytes.count)
            content += bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
        }
        var header = number(128 + table.count + content.count) + [0, 0, 0, 0, 2, 0x40, 0, 0]
        header += Array("mntrRGB XYZ ".utf8) + [UInt8](repeating: 0, count: 12) + Array("acsp".utf8)
        header += [UInt8](repeating: 0, count: 28) + xyz([0.9642, 1, 0.8249]).dropFirst(8)
        return header + [UInt8](repeating: 0, count: 128 - header.count) + table + content
    }

    private static func number(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func xyz(_ values: [Double]) -> [UInt8] {
        Array("XYZ ".utf8) + [0, 0, 0, 0] + values.flatMap { number(Int($0 * 65536 + 0.5)) }
    }
}
