/// How names are compared: `Foo`, `foo` and ` foo ` are one.
public func folded(_ name: String) -> String {
    foldedASCII(name) ?? name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The same for ASCII, which most names are; nil for one that is not. Unicode's tables would cost ten times as much.
private func foldedASCII(_ name: String) -> String? {
    if isFolded(name) { return name }
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    var isAfterSpace = false
    for byte in name.utf8 {
        switch byte {
        case 0x80...: return nil
        case 0x20, 0x09...0x0D: isAfterSpace = !folded.isEmpty
        default:
            if isAfterSpace { folded.append(0x20) }
            isAfterSpace = false
            folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }
    return String(decoding: folded, as: UTF8.self)
}

/// Whether a name has nothing but what stays as it is, as topics do that are written like addresses.
private func isFolded(_ name: String) -> Bool {
    name.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.allSatisfy { (0x21...0x40).contains($0) || (0x5B...0x7F).contains($0) }
    } ?? false
}
