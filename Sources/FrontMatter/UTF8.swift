import Diagnostics

extension Diagnostic {
    static func notUTF8(_ file: [UInt8], at offset: Int) -> Diagnostic {
        var places = Places(of: file[byteOrderMarkLength(of: file)...], firstLine: 1)
        let isUTF16 = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
        return .error(
            "text is not UTF-8", at: places[offset],
            hint: "Convert the file, for example with `iconv -f \(isUTF16 ? "UTF-16" : "WINDOWS-1252") -t UTF-8`.")
    }
}
