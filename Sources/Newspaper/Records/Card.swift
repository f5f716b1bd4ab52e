/// What sorting, selecting and comparing need of an article, in a fixed size: the card in the catalogue, where the
/// record is the article itself.
public struct Card: Sendable, BitwiseCopyable {
    /// Where the record lies in the catalogue's records.
    package var offset = 0
    package var count: UInt32 = 0

    /// Of the whole record.
    package var facts: UInt64 = 0
    /// Of what lists can show of it.
    package var listed: UInt64 = 0
    /// Of its file, text and all.
    package var text: UInt64 = 0
    /// Of its page's path in Output, and of the first folder of that.
    package var file: UInt64 = 0
    package var top: UInt64 = 0

    var date = Card.never
    var updated = Card.never
    var embargo = Card.never
    var expires = Card.never
    var priority: Int32 = 0
    /// Numbers among the catalogue's names; -1 for none.
    var section: Int32 = -1
    var series: Int32 = -1
    var picture: Int32 = -1
    /// Where its topics and then its authors begin in the catalogue's list of names, and how many they are.
    package var names: UInt32 = 0
    package var topics: UInt16 = 0
    package var authors: UInt16 = 0
    var kind: UInt8 = 0
    var flags: UInt8 = 0

    /// Stands for a time that was not given.
    static let never = Int.min

    enum Flag {
        static let draft: UInt8 = 1
        static let folder: UInt8 = 2
        static let aliases: UInt8 = 4
        static let dateHasTime: UInt8 = 8
        static let updatedHasTime: UInt8 = 16
        static let embargoHasTime: UInt8 = 32
        static let expiresHasTime: UInt8 = 64
        static let oddPath: UInt8 = 128
    }

    func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

    func time(_ seconds: Int, _ hasTime: UInt8) -> Timestamp? {
        seconds == Card.never ? nil : Timestamp(seconds: seconds, hasTime: has(hasTime))
    }

    var isDraft: Bool { has(Flag.draft) }
    /// Whether its page's path has a part that looks like a file's name.
    package var hasOddPath: Bool { has(Flag.oddPath) }
    var published: Timestamp? { time(date, Flag.dateHasTime) }
    var changed: Timestamp? { time(updated, Flag.updatedHasTime) }

    /// Without its names, which the catalogue numbers.
    /// - Parameters:
    ///   - record: what `pack` made of the same article, which lies at `offset` of the records.
    package init(_ article: Article, record: UnsafeRawBufferPointer, at offset: Int) {
        self.offset = offset
        count = UInt32(record.count)
        facts = Fingerprint.of(record).value
        let path = article.path.path
        file = Fingerprint.of(article.path.file).value
        top = Fingerprint.of(path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? path).value
        date = article.date?.seconds ?? Card.never
        updated = article.updated?.seconds ?? Card.never
        embargo = article.embargo?.seconds ?? Card.never
        expires = article.expires?.seconds ?? Card.never
        priority = Int32(clamping: article.priority)
        kind = UInt8(Kind.allCases.firstIndex(of: article.kind) ?? 0)
        let marks: [(Bool, UInt8)] = [
            (article.isDraft, Flag.draft), (article.path.isFolder, Flag.folder),
            (!article.aliases.isEmpty, Flag.aliases), (article.date?.hasTime == true, Flag.dateHasTime),
            (article.updated?.hasTime == true, Flag.updatedHasTime),
            (article.embargo?.hasTime == true, Flag.embargoHasTime),
            (article.expires?.hasTime == true, Flag.expiresHasTime),
            (!article.path.isFolder || path.utf8.contains(UInt8(ascii: ".")), Flag.oddPath),
        ]
        for (isSet, flag) in marks where isSet { flags |= flag }

        let texts = ArticleRecord.sizeOfTexts(in: record)
        var listed = Fingerprint.of(UnsafeRawBufferPointer(rebasing: record[..<min(texts, record.count)]))
        for number in [date, updated, Int(kind), Int(flags & (Flag.dateHasTime | Flag.updatedHasTime | Flag.folder))] {
            listed.add(number)
        }
        self.listed = listed.value
    }
}
