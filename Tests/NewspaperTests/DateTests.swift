import Newspaper
import Testing

/// What front matter may write for a date. The zone is a newspaper's in New York: four hours behind UTC in summer,
/// five in winter.
@Suite struct DateTests {
    private let newYork: Zone

    init() throws {
        newYork = try #require(Zone(named: "America/New_York"))
    }

    private func read(_ text: String) throws -> String {
        newYork.local(try Timestamp(parsing: text, in: newYork)).iso
    }

    @Test(
        "A date is read in every way that archives write it",
        arguments: [
            // The day alone.
            ("2014-07-21", "2014-07-21"),
            ("2014-7-1", "2014-07-01"),
            ("2014/07/21", "2014-07-21"),
            (" 2014-07-21\t", "2014-07-21"),
            // A time without a zone is the site's.
            ("2014-07-21 09:00", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21T09:00:30", "2014-07-21T09:00:30-04:00"),
            ("2014-12-21 09:00:00", "2014-12-21T09:00:00-05:00"),
            ("2014-07-21 9:05", "2014-07-21T09:05:00-04:00"),
            ("2014-07-21  9:05:07", "2014-07-21T09:05:07-04:00"),
            // A time with one.
            ("2014-07-21 09:00:00 -0500", "2014-07-21T10:00:00-04:00"),
            ("2014-07-21 9:00:00 -0400", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21 09:00:00 -4", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21 9:00:00 -5", "2014-07-21T10:00:00-04:00"),
            ("2014-07-21T09:00:00-04:00", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21T09:00+02", "2014-07-21T03:00:00-04:00"),
            ("2014-07-21T09:00:00+05:30", "2014-07-20T23:30:00-04:00"),
            ("2014-07-21T13:00:00Z", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21t13:00:00z", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21 13:00:00 UTC", "2014-07-21T09:00:00-04:00"),
            // Parts of a second are not kept.
            ("2014-07-21T13:00:00.123Z", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21T13:00:00.999999999Z", "2014-07-21T09:00:00-04:00"),
            ("2014-07-21T13:00:00,5-04:00", "2014-07-21T13:00:00-04:00"),
            // The first and last moments of a day, a leap day, a leap second.
            ("2014-07-21T00:00:00", "2014-07-21T00:00:00-04:00"),
            ("2014-07-21T23:59:59", "2014-07-21T23:59:59-04:00"),
            ("2012-02-29", "2012-02-29"),
            ("2016-12-31T23:59:60Z", "2016-12-31T19:00:00-05:00"),
            // Old newspapers have archives too.
            ("1851-09-18", "1851-09-18"),
        ])
    func isRead(text: String, expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test("A day alone begins in the site's zone", arguments: ["2014-07-21", "2014-12-21", "2014-03-09"])
    func aDayBeginsInTheSitesZone(day: String) throws {
        let alone = try Timestamp(parsing: day, in: newYork)
        let midnight = try Timestamp(parsing: day + "T00:00:00", in: newYork)
        #expect(alone.seconds == midnight.seconds)
        #expect(!alone.hasTime)
        #expect(midnight.hasTime)
    }

    @Test(
        "A day or a time that does not exist is impossible",
        arguments: [
            "2014-02-30", "2014-13-01", "2014-00-10", "2014-04-31", "2013-02-29", "1900-02-29", "2014-07-00",
            "2014-07-21 24:00", "2014-07-21 09:60", "2014-07-21 09:00:61", "2014-07-21T09:00:00+16:00",
            "2014-07-21T09:00:00-99", "0000-01-01",
        ])
    func isImpossible(text: String) {
        #expect(throws: Timestamp.ParseError.impossible) { try Timestamp(parsing: text, in: .utc) }
    }

    @Test(
        "What does not look like a date is unreadable",
        arguments: [
            "", " ", "today", "21 July 2014", "21-07-2014", "14-07-21", "2014", "2014-07", "20140721",
            "2014-07/21", "2014-07-21x", "2014-07-21T", "2014-07-21T9", "2014-07-21 09", "2014-07-21 09:0",
            "2014-07-21 09:00:0", "2014-07-21 09:00 EST", "2014-07-21 09:00 -500", "2014-07-21 09:00 +05:60",
            "2014-07-21 09:00 -0500 x", "2014-07-21 09:00Zulu", "-2014-07-21", "２０１４-07-21", "2014-07-21\u{0}",
            "99999999999999999999-01-01",
        ])
    func isUnreadable(text: String) {
        #expect(throws: Timestamp.ParseError.unreadable) { try Timestamp(parsing: text, in: .utc) }
    }

    @Test("A date may stand at the start of a file's name")
    func inAFilesName() throws {
        let date = try #require(Timestamp(fileName: "2014-07-21-ceasefire", in: newYork))
        #expect(newYork.local(date).iso == "2014-07-21")
        for name in ["ceasefire", "2014-07-21", "2014-7-1-ceasefire", "2014-02-30-ceasefire", "20140721-x", ""] {
            #expect(Timestamp(fileName: name, in: newYork) == nil, "\(name)")
        }
    }
}
