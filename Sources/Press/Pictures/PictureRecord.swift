import Newspaper
import Pictures

/// What was found out about a picture's file.
struct PictureRecord: Sendable, Hashable {
    /// Of its bytes.
    var hash: UInt64
    var facts: Result<PictureFacts, PictureProblem>
}

extension PictureRecord {
    func pack(into packer: inout Packer) {
        packer.put(Int(truncatingIfNeeded: hash))
        switch facts {
        case .success(let facts):
            packer.put(true)
            for number in [
                Int(facts.format.rawValue), facts.width, facts.height, Int(facts.attention.x), Int(facts.attention.y),
            ] { packer.put(number) }
            for flag in [facts.isAnimated, facts.hasAlpha, facts.hasMetadata] { packer.put(flag) }
            packer.put(facts.color.map(Int.init))
            let words = facts.words
            for text in [
                words.caption, words.creator, words.credit, words.copyright, words.alternative, words.instructions,
            ] { packer.put(text) }
        case .failure(let problem):
            packer.put(false)
            packer.put(problem.message)
            packer.put(problem.hint)
        }
    }

    /// Reads in the order in which `pack` writes.
    init(_ rest: inout Unpacker) {
        hash = UInt64(bitPattern: Int64(rest.int()))
        guard rest.flag() else {
            let message = rest.text()
            facts = .failure(PictureProblem(message, hint: rest.text()))
            return
        }
        let format = PictureFormat(rawValue: UInt8(truncatingIfNeeded: rest.int())) ?? .jpeg
        let size = (rest.int(), rest.int())
        let attention = Pictures.FocalPoint(x: rest.int(), y: rest.int())
        let flags = (rest.flag(), rest.flag(), rest.flag())
        let color = rest.optionalInt().map { UInt32(truncatingIfNeeded: $0) }
        let words = PictureWords(
            caption: rest.optionalText(), creator: rest.optionalText(), credit: rest.optionalText(),
            copyright: rest.optionalText(), alternative: rest.optionalText(), instructions: rest.optionalText())
        facts = .success(
            PictureFacts(
                format: format, width: size.0, height: size.1, isAnimated: flags.0, hasAlpha: flags.1, color: color,
                attention: attention, words: words, hasMetadata: flags.2))
    }
}

extension PictureWords {
    /// Who made it, as it stands under a picture: `Ada Moen/REUTERS`.
    var printedCredit: String? {
        switch (creator, credit) {
        case (nil, nil): copyright
        case (let one?, nil), (nil, let one?): one
        case (let creator?, let credit?): credit.contains(creator) ? credit : "\(creator)/\(credit)"
        }
    }

    /// The caption as inline Markdown: its characters mean themselves.
    var escapedCaption: String? {
        caption.map { caption in
            caption.reduce(into: "") { text, character in
                if character.isASCII, character.isPunctuation || character.isSymbol,
                    !".,:;'\"()?-/%".contains(character)
                {
                    text += "\\"
                }
                text.append(character)
            }
        }
    }
}
