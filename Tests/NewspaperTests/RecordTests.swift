import FrontMatter
import Testing

@testable import Newspaper

/// An article that was packed into a record comes out as it went in.
@Suite struct RecordTests {
    private func roundTrip(_ article: Article) -> Article {
        var packer = Packer()
        article.pack(into: &packer)
        return packer.bytes.withUnsafeBytes { Article.unpacked($0) }
    }

    @Test("With nothing but a headline")
    func bare() throws {
        let article = try #require(OneArticle("# Only a headline\n").article)
        #expect("\(roundTrip(article))" == "\(article)")
    }

    @Test("With everything that an article can have")
    func full() throws {
        let article = try #require(
            OneArticle(
                """
                ---
                headline: Ceasefire “talks”
                deck: ''
                kicker: Exclusive
                summary: A summary.
                kind: analysis
                date: 2026-11-18T07:30:00+01:00
                updated: 2026-11-19
                embargo: 2026-11-18
                expires: 2027-01-01T00:00:00Z
                draft: true
                section: Middle East
                topics: [Peace, Law, Água]
                authors: [mara, Dr Hanne Vik]
                dateline: CAIRO
                image: {src: a.png, alt: "", caption: A caption., credit: AP, focus: 50% 30%}
                permalink: /a/b.html
                aliases: [/old/, /older.html]
                access: members
                corrections:
                  - {date: 2026-11-20, text: It was *not*.}
                  - Another.
                series: Parts
                source: Reuters
                lang: ar
                priority: -3
                extra: {list: [1, "2", null, {deep: true}], text: "007"}
                ---
                Text.
                """
            ).article)
        #expect("\(roundTrip(article))" == "\(article)")
        #expect(roundTrip(article).extras == article.extras)
        #expect(article.corrections.count == 2 && article.aliases.count == 2 && !article.extras.all.isEmpty)
    }

    @Test("A text can be read by itself, and none is something else than an empty one")
    func texts() throws {
        var article = try #require(OneArticle("---\ntitle: A\ndate: 2026-11-18\n---\nText.\n").article)
        article.deck = ""
        let catalogue = Catalogue([article])
        let card = catalogue.cards[0]
        #expect(catalogue.text(.headline, of: card) == "A")
        #expect(catalogue.text(.deck, of: card) == "")
        #expect(catalogue.text(.kicker, of: card) == nil)
        #expect(catalogue.text(.imageCredit, of: card) == nil)
        #expect(catalogue.source(of: card) == article.source)
        #expect(catalogue.path(of: card) == article.path)
    }

    @Test("A record that is cut off anywhere is read without harm")
    func cutOff() throws {
        let article = try #require(OneArticle(fields: "topics: [a, b]\nextra: {deep: [1, 2]}").article)
        var packer = Packer()
        article.pack(into: &packer)
        for count in 0..<packer.bytes.count {
            Array(packer.bytes[..<count]).withUnsafeBytes { _ = Article.unpacked($0) }
        }
    }

    @Test("What lists show has the same fingerprint until something of it changes")
    func listed() throws {
        func card(_ fields: String, text: String = "Text.") throws -> Card {
            let article = try #require(
                OneArticle("---\nheadline: A\nsummary: S\n\(fields)\n---\n\(text)\n").article)
            return Catalogue([article]).cards[0]
        }
        let plain = try card("date: 2026-11-18")
        #expect(try card("date: 2026-11-18", text: "Another text.").listed == plain.listed)
        #expect(try card("corrections: It was not.\ndate: 2026-11-18").listed == plain.listed)
        #expect(try card("corrections: It was not.\ndate: 2026-11-18").facts != plain.facts)
        for other in ["date: 2026-11-19", "date: 2026-11-18T00:00:00Z", "date: 2026-11-18\ndeck: D", "kind: opinion"] {
            #expect(try card(other).listed != plain.listed, "\(other)")
        }
    }
}

@Suite struct FingerprintTests {
    @Test("It is the same on every machine")
    func stable() {
        #expect(Fingerprint.of("").value == Fingerprint.of([]).value)
        #expect(Fingerprint.of("stet").value == 4_365_012_177_496_576_015)
        var several = Fingerprint(seed: 3)
        several.add(1)
        several.add("a")
        several.add(nil as String?)
        #expect(several.value == 11_732_290_715_707_534_841)
    }

    @Test("Every byte counts, and so does where one text ends and the next begins")
    func everyByte() {
        let text = Array("The quick brown fox jumps over the lazy dog".utf8)
        var seen: Set<UInt64> = [Fingerprint.of(text).value]
        for index in text.indices {
            for bit in 0..<8 {
                var other = text
                other[index] ^= 1 << UInt8(bit)
                #expect(seen.insert(Fingerprint.of(other).value).inserted)
            }
            #expect(seen.insert(Fingerprint.of(Array(text[..<index])).value).inserted)
        }
        func pair(_ one: String, _ other: String) -> UInt64 {
            var result = Fingerprint.of(one)
            result.add(other)
            return result.value
        }
        #expect(pair("ab", "c") != pair("a", "bc"))
        #expect(pair("", "a") != pair("a", ""))
    }
}

@Suite struct NewestFirstTests {
    @Test("By date, then by file, whatever the dates are")
    func order() throws {
        var random = SystemRandomNumberGenerator()
        for range in [0...3, -5_000_000_000...5_000_000_000, 0...100_000] {
            let articles = (0..<300).map { number in
                var article = Article(
                    source: "Content/\(number % 7)/\(number).md", path: .front, headline: "", section: "")
                article.date =
                    number % 11 == 0 ? nil : Timestamp(seconds: Int.random(in: range, using: &random))
                return article
            }
            let catalogue = Catalogue(articles)
            let order = catalogue.newestFirst(articles.indices.map(Int32.init))
            let expected = articles.indices.sorted { one, other in
                let (a, b) = (articles[one], articles[other])
                let dates = (a.date?.seconds ?? .min, b.date?.seconds ?? .min)
                return dates.0 != dates.1 ? dates.0 > dates.1 : a.source < b.source
            }
            #expect(order == expected.map(Int32.init))
        }
    }
}
