import Newspaper
import Testing

@Suite struct ZoneTests {
    private func local(_ text: String, in name: String) throws -> String {
        let zone = try #require(Zone(named: name))
        return zone.local(try Timestamp(parsing: text, in: zone)).iso
    }

    @Test("An hour that spring skips is read with the offset before it")
    func gap() throws {
        #expect(try local("2026-03-08 01:59:59", in: "America/New_York") == "2026-03-08T01:59:59-05:00")
        #expect(try local("2026-03-08 02:30:00", in: "America/New_York") == "2026-03-08T03:30:00-04:00")
        #expect(try local("2026-03-08 03:00:00", in: "America/New_York") == "2026-03-08T03:00:00-04:00")
        #expect(try local("2026-03-29 01:30:00", in: "Europe/London") == "2026-03-29T02:30:00+01:00")
    }

    @Test("Of an hour that autumn repeats, the first is meant")
    func overlap() throws {
        #expect(try local("2026-11-01 00:59:59", in: "America/New_York") == "2026-11-01T00:59:59-04:00")
        #expect(try local("2026-11-01 01:30:00", in: "America/New_York") == "2026-11-01T01:30:00-04:00")
        #expect(try local("2026-11-01 02:00:00", in: "America/New_York") == "2026-11-01T02:00:00-05:00")
        #expect(try local("2026-10-25 01:30:00", in: "Europe/London") == "2026-10-25T01:30:00+01:00")
    }

    @Test("A day that begins without a midnight is still that day")
    func midnightInAGap() throws {
        #expect(try local("2018-11-04", in: "America/Sao_Paulo") == "2018-11-04")
    }

    @Test("Half and quarter hours count")
    func partsOfHours() throws {
        #expect(try local("2026-11-18 12:00", in: "Asia/Kolkata") == "2026-11-18T12:00:00+05:30")
        #expect(try local("2026-11-18 12:00", in: "Asia/Kathmandu") == "2026-11-18T12:00:00+05:45")
        #expect(try local("2026-01-18 12:00", in: "America/St_Johns") == "2026-01-18T12:00:00-03:30")
    }

    @Test("Every hour of a year that clocks show comes back as it was written")
    func roundTrip() throws {
        for name in ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Apia"] {
            let zone = try #require(Zone(named: name))
            let delays = (0..<(366 * 24)).map { hour in
                let local = 1_767_225_600 + hour * 3600
                let seconds = zone.seconds(ofLocal: local)
                return seconds + zone.offset(at: seconds) - local
            }
            // But for the spring's gap, of at most an hour.
            #expect(delays.filter { $0 != 0 }.count <= 1, "\(name)")
            #expect(delays.allSatisfy { (0...3600).contains($0) }, "\(name)")
        }
    }

    @Test("Before there was standard time, clocks were off by odd seconds; what is printed still names the same moment")
    func localMeanTime() throws {
        let zone = try #require(Zone(named: "Europe/Amsterdam"))
        let date = try Timestamp(parsing: "1880-05-01T12:00:00", in: zone)
        let printed = zone.local(date).iso
        #expect(try Timestamp(parsing: printed, in: .utc).seconds == date.seconds)
    }

    @Test func aZoneThatIsNotThere() {
        #expect(Zone(named: "Mars/Olympus") == nil)
        #expect(Zone(named: "") == nil)
        #expect(Zone(named: "../../etc/passwd") == nil)
    }
}
