/// A caption taken apart: the sentence, and the credit in its closing parenthesis.
public struct Caption: Sendable, Hashable {
    public var text: String
    public var credit: String?

    public init(text: String, credit: String? = nil) {
        self.text = text
        self.credit = credit
    }

    /// `A ferry. (REUTERS/Ada Moen)` is the caption `A ferry.` with the credit `REUTERS/Ada Moen`; a closing
    /// parenthesis that does not read like a credit stays in the caption.
    public init(parsing caption: String) {
        let whole = Substring(caption).trimmingWhitespace
        text = String(whole)
        guard let parenthesis = Caption.closingParenthesis(of: whole) else { return }
        let before = whole[..<parenthesis.lowerBound].trimmingWhitespace
        let inside = whole[parenthesis].dropFirst().dropLast().trimmingWhitespace
        guard Credit.isOne(inside, afterSentence: Caption.isSentence(before)) else { return }
        text = String(before)
        credit = String(inside)
    }

    /// Whether it says nothing.
    var isEmpty: Bool { text.isEmpty && credit == nil }

    /// What stands under a picture: what is said of it where it is used, else what is said of the picture itself.
    /// - Parameters:
    ///   - caption: where it is used; its credit may stand at its end.
    ///   - credit: where it is used.
    public init?(_ caption: Caption?, credit: String?, of picture: Picture) {
        let said = caption.flatMap { $0.text.isEmpty ? nil : $0 }
        let own = said ?? picture.caption.map { Caption(parsing: $0) }
        let credit = credit ?? caption?.credit ?? picture.credit ?? own?.credit
        guard own != nil || credit != nil else { return nil }
        self.init(text: own?.text ?? "", credit: credit)
        if let credit, endsWith(credit) { self.credit = nil }
    }

    /// Whether the sentence names them at its end already: `A ferry. Photo: REUTERS/Ada Moen`.
    private func endsWith(_ credit: String) -> Bool {
        let end = text.utf8.reversed().drop { ".)] ".utf8.contains($0) }
        let name = credit.utf8.reversed()
        guard !name.isEmpty, end.count >= name.count else { return false }
        return zip(end, name).allSatisfy { one, other in
            one == other || (one | 0x20 == other | 0x20 && (one | 0x20).isSmallLetter)
        }
    }

    /// The range of the last parenthesis, if the caption ends with it.
    private static func closingParenthesis(of caption: Substring) -> Range<Substring.Index>? {
        let bytes = caption.utf8
        let end = bytes.last == UInt8(ascii: ".") ? bytes.index(before: bytes.endIndex) : bytes.endIndex
        guard bytes[..<end].last == UInt8(ascii: ")") else { return nil }
        var depth = 0
        var index = end
        while index > bytes.startIndex {
            index = bytes.index(before: index)
            if bytes[index] == UInt8(ascii: ")") { depth += 1 }
            if bytes[index] == UInt8(ascii: "(") { depth -= 1 }
            if depth == 0 { return index..<end }
        }
        return nil
    }

    private static func isSentence(_ text: Substring) -> Bool {
        if let byte = text.utf8.last, byte < 0x80 { return ".!?\"'".utf8.contains(byte) }
        guard let last = text.last else { return true }
        return ".!?…”\"’'؟。".contains(last)
    }
}

extension Substring {
    /// What stands between white space. Of ASCII, which most names are, the bytes can say it at a tenth of the cost.
    fileprivate var words: [Substring] {
        utf8.allSatisfy { $0 < 0x80 }
            ? utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
            : split(whereSeparator: \.isWhitespace)
    }

    /// Without the white space around it, which most texts do not have, as their first and last bytes tell.
    fileprivate var trimmingWhitespace: Substring {
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, visible.contains(first), visible.contains(last) {
            return self
        }
        return trimming(while: \.isWhitespace)
    }

    /// Whether it has nothing in it that names do not have.
    fileprivate var isOfName: Bool {
        guard utf8.allSatisfy({ $0 < 0x80 }) else {
            return allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" }
        }
        return utf8.allSatisfy { ($0 | 0x20).isSmallLetter || ".-'".utf8.contains($0) }
    }

    /// Its letters, as small ones.
    fileprivate var smallLetters: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return lowercased().filter { $0.isLetter } }
        return String(decoding: utf8.map { $0 | 0x20 }.filter { $0.isSmallLetter }, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

/// What newsrooms write in the parenthesis after a caption.
private enum Credit {
    static func isOne(_ text: Substring, afterSentence: Bool) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 160, !text.utf8.contains(where: isNoPartOfOne) else { return false }
        let words = text.words
        guard words.count <= 14, let first = words.first else { return false }
        let word = first.smallLetters
        if positions.contains(word) { return false }
        if startsLikeOne(text, first, word) || agencies.contains(text.uppercased()) { return true }
        if endsLikeOne(words) || hasAgencyAndName(text) { return true }
        return afterSentence && isName(words)
    }

    /// The end of a sentence, or of a line.
    private static func isNoPartOfOne(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// `Photo: …`, `Illustration by …`, `Courtesy of …`, `© …`
    private static func startsLikeOne(_ text: Substring, _ first: Substring, _ word: String) -> Bool {
        if text.hasPrefix("©") || text.hasPrefix("(c)") { return true }
        if word == "courtesy" || word == "copyright" || word == "handout" { return true }
        guard kinds.contains(word) else { return false }
        let rest = text.dropFirst(first.count).trimming(while: \.isWhitespace)
        return first.hasSuffix(":") || rest.hasPrefix(":") || rest.hasPrefix("by ") || rest.hasPrefix("courtesy")
            || rest.hasPrefix("via ") || rest.hasPrefix("from ") && first.first?.isUppercase == true
    }

    /// `Gazette Illustration`, `Harbour Museum`, `Getty Images`, `AP Photo`
    private static func endsLikeOne(_ words: [Substring]) -> Bool {
        guard words.count >= 2, words.count <= 6, let last = words.last, last.first?.isUppercase == true,
            words[0].first?.isUppercase == true
        else { return false }
        return endings.contains(last.lowercased())
    }

    /// `REUTERS/Ada Moen`, `Ada Moen/AP`, `AFP / Getty Images`, `Ada Moen | The Gazette`
    private static func hasAgencyAndName(_ text: Substring) -> Bool {
        guard text.utf8.contains(where: isBetweenNames) else { return false }
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return hasAgencyAndName(ascii: text.utf8) }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "|" }
        guard parts.count >= 2, parts.count <= 5 else { return false }
        return parts.allSatisfy { part in
            let part = part.trimming(while: \.isWhitespace)
            guard let first = part.first, first.isLetter, first.isUppercase || !first.isCased else { return false }
            return !positions.contains(part.lowercased())
        }
    }

    /// The same of ASCII, which most names are, at a tenth of the cost.
    private static func hasAgencyAndName(ascii text: Substring.UTF8View) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: isBetweenNames)
        guard parts.count >= 2, parts.count <= 5 else { return false }
        return parts.allSatisfy { part in
            let part = Substring(part).trimmingWhitespace
            guard let first = part.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
                return false
            }
            return !positions.contains(part.lowercased())
        }
    }

    private static func isBetweenNames(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "|") }

    /// A name after the caption's full stop: `Ada Moen`, `R. J. van der Berg`.
    private static func isName(_ words: [Substring]) -> Bool {
        guard words.count >= 2, words.count <= 5 else { return false }
        guard words[0].first?.isUppercase == true, words[words.count - 1].first?.isUppercase == true else {
            return false
        }
        return words.allSatisfy { word in
            word.first?.isUppercase == true
                ? word.isOfName : word.first?.isLowercase == true && particles.contains(word.lowercased())
        }
    }

    /// Where somebody stands, not who took the picture.
    private static let positions: Set<String> = [
        "left", "right", "centre", "center", "middle", "top", "bottom", "above", "below", "front", "back", "from",
        "see",
        "pictured", "clockwise", "foreground", "background", "second", "third", "far", "not", "also", "and", "or",
        "with",
        "male", "female", "his", "her",
    ]
    private static let kinds: Set<String> = [
        "photo", "photos", "photograph", "photographs", "photographer", "picture", "pictures", "image", "images",
        "illustration", "graphic", "graphics", "drawing", "map", "chart", "video", "credit", "credits", "source",
        "file",
        "artwork", "screenshot", "foto", "fotos", "bild", "grafik", "crédit", "quelle", "fotografía", "imagen",
        "ilustración",
        "фото", "صورة", "الصورة", "تصوير",
    ]
    private static let endings: Set<String> = [
        "photo", "photos", "photograph", "photography", "illustration", "graphic", "graphics", "images", "pictures",
        "picture", "archive", "archives", "handout", "library", "museum", "collection", "commons", "press", "agency",
        "news", "media", "studio", "gallery", "pool", "domain", "foto", "bild", "archiv", "wire", "map", "drawing",
    ]
    private static let agencies: Set<String> = [
        "AP", "AFP", "REUTERS", "EPA", "DPA", "PA", "ANSA", "EFE", "TASS", "XINHUA", "KYODO", "ANP", "NTB", "TT", "AAP",
        "UPI", "CP", "PTI", "WAFA", "SANA", "MENA", "ANADOLU", "ESA", "NASA", "NOAA", "USGS", "JAXA", "ESO", "CERN",
        "GETTY", "GETTY IMAGES", "BLOOMBERG", "MAGNUM", "ALAMY", "ISTOCK", "SHUTTERSTOCK", "UNSPLASH", "PEXELS",
        "PIXABAY",
        "FLICKR", "WIKIPEDIA", "WIKIMEDIA", "IMAGO", "EFE-EPA", "BBC", "ZUMA", "PUBLIC DOMAIN", "FILE", "FILE PHOTO",
        "HANDOUT", "STAFF", "U.S. NAVY", "US NAVY", "U.S. ARMY", "US ARMY", "U.S. AIR FORCE", "CC0",
    ]
    private static let particles: Set<String> = [
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn",
        "ben", "ter", "ten", "y", "af", "av", "zu", "and", "&",
    ]
}
