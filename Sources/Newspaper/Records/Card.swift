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
    package var published: Timestamp? { time(date, Flag.dateHasTime) }
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
        set(Flag.draft, article.isDraft)
        set(Flag.folder, article.path.isFolder)
        set(Flag.aliases, !article.aliases.isEmpty)
        set(Flag.dateHasTime, article.date?.hasTime)
        set(Flag.updatedHasTime, article.updated?.hasTime)
        set(Flag.embargoHasTime, article.embargo?.hasTime)
        set(Flag.expiresHasTime, article.expires?.hasTime)
        set(Flag.oddPath, !article.path.isFolder || path.hasByte { $0 == UInt8(ascii: ".") })

        let texts = ArticleRecord.sizeOfTexts(in: record)
        var listed = Fingerprint.of(UnsafeRawBufferPointer(rebasing: record[..<min(texts, record.count)]))
        listed.add(date)
        listed.add(updated)
        listed.add(Int(kind))
        listed.add(Int(flags & (Flag.dateHasTime | Flag.updatedHasTime | Flag.folder)))
        self.listed = listed.value
    }

    private mutating func set(_ flag: UInt8, _ isSet: Bool?) {
        if isSet == true { flags |= flag }
    }
}
