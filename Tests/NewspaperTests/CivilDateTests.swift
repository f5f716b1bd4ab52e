import Testing

@testable import Newspaper

@Suite struct CivilDateTests {
    @Test("Each day follows the one before it, from the year 0 to the year 9999")
    func everyDay() throws {
        let first = try #require(CivilDate(year: 0, month: 1, day: 1))
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
        var previous = CivilDate(daysSince1970: first.daysSince1970 - 1)
        var broken: [Int] = []
        for days in first.daysSince1970...last.daysSince1970 {
            let date = CivilDate(daysSince1970: days)
            let isNext =
                (date.year == previous.year && date.month == previous.month && date.day == previous.day + 1)
                || (date.day == 1 && date.month == previous.month + 1 && date.year == previous.year)
                || (date.day == 1 && date.month == 1 && previous.month == 12 && date.year == previous.year + 1)
            let exists = CivilDate(year: date.year, month: date.month, day: date.day) == date
            if !isNext || !exists || date.daysSince1970 != days { broken.append(days) }
            previous = date
        }
        #expect(broken.isEmpty)
        #expect(previous == last)
    }

    @Test(
        "Known days",
        arguments: [(1970, 1, 1, 0, 4), (2000, 2, 29, 11016, 2), (2026, 11, 18, 20775, 3), (1851, 9, 18, -43204, 4)])
    func knownDays(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == days)
        #expect(date.weekday == weekday)
    }

    @Test func daysThatDoNotExist() {
        for (year, month, day) in [(2014, 2, 29), (1900, 2, 29), (2014, 4, 31), (2014, 0, 1), (2014, 1, 0), (-1, 1, 1)]
        {
            #expect(CivilDate(year: year, month: month, day: day) == nil)
        }
    }
}

@Suite struct LocalTimeTests {
    @Test("A time as machines read it (RFC 3339)")
    func iso() {
        #expect(LocalTime(0, offset: 0, hasTime: true).iso == "1970-01-01T00:00:00+00:00")
        #expect(LocalTime(0, offset: 0, hasTime: false).iso == "1970-01-01")
        #expect(LocalTime(1_795_073_407, offset: -12_600, hasTime: true).iso == "2026-11-19T07:30:07-03:30")
        #expect(LocalTime(-1, offset: 20_700, hasTime: true).iso == "1969-12-31T23:59:59+05:45")
        #expect(LocalTime(-62_135_596_800, offset: 0, hasTime: false).iso == "0001-01-01")
    }

    @Test func partsForPeople() {
        let time = LocalTime(1_795_073_407, offset: 0, hasTime: true)
        #expect(time.day == "2026-11-19")
        #expect(time.time == "07:30")
        #expect(time.second == 7)
    }
}
