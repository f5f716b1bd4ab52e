let tab = UInt8(ascii: "\t")
let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let space = UInt8(ascii: " ")

/// The length of the byte order mark with which some editors begin a file, which is no part of the text.
func byteOrderMarkLength(of file: [UInt8]) -> Int {
    file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

/// The number of line breaks: LF, CR LF or CR.
func lineBreaks(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in text {
        if byte == carriageReturn || (byte == newline && previous != carriageReturn) { count += 1 }
        previous = byte
    }
    return count
}

extension UInt8 {
    /// Whether it is a space or a tab.
    var isBlank: Bool { self == space || self == tab }
}
