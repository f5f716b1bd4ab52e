extension String {
    /// What stands in a picture's file as a line of text: without control characters, each run of white space a space,
    /// and nil if nothing is left. What is longer than any caption ends there.
    func asLine() -> String? {
        var line = ""
        var isBetweenWords = false
        for scalar in unicodeScalars.prefix(10_000) {
            if scalar.properties.isWhitespace {
                isBetweenWords = !line.isEmpty
            } else if scalar.properties.generalCategory != .control && scalar != "\u{FFFD}" && scalar != "\u{FEFF}" {
                if isBetweenWords { line.unicodeScalars.append(" ") }
                isBetweenWords = false
                line.unicodeScalars.append(scalar)
            }
        }
        return line.isEmpty ? nil : line
    }

    /// Text of which nobody says how it is encoded: UTF-8 if it can be, and Windows' Latin-1 if not.
    init(guessing bytes: some Collection<UInt8>) {
        self = String(validating: bytes, as: UTF8.self) ?? String(windows1252: bytes)
    }

    private init(windows1252 bytes: some Collection<UInt8>) {
        self.init()
        for byte in bytes {
            switch byte {
            case 0x80...0x9F:
                unicodeScalars.append(Unicode.Scalar(String.between80And9F[Int(byte) - 0x80]) ?? "\u{FFFD}")
            default: unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }

    /// Where Windows' differs from ISO 8859-1.
    private static let between80And9F: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
