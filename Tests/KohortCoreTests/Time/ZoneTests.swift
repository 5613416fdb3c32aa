import KohortCore
import Testing

struct ZoneTests {
    @Test(arguments: [("Europe/Stockholm", true), ("Europe/Oslo", true), ("CET", false), ("UTC", false)])
    func `a zone has a name of region and city`(name: String, isZone: Bool) {
        #expect(Zone(name)?.description == (isZone ? name : nil))
    }

    @Test(arguments: ["", "/", "Europe/Nowhere", "europe", "../etc/passwd", "+01:00"])
    func `another name is refused`(name: String) {
        #expect(Zone(name) == nil)
    }

    @Test func `the zones of the consortia are there`() {
        #expect(Zone("Europe/Stockholm") == .stockholm)
        #expect(Zone("Europe/Oslo") == .oslo)
    }

    @Test(arguments: [
        ("2027-01-15", "2027-01-14T23:00:00.000Z"), ("2027-07-15", "2027-07-14T22:00:00.000Z"),
        ("2027-03-28", "2027-03-27T23:00:00.000Z"), ("2027-03-29", "2027-03-28T22:00:00.000Z"),
        ("2027-10-31", "2027-10-30T22:00:00.000Z"), ("2027-11-01", "2027-10-31T23:00:00.000Z"),
    ])
    func `a date starts at its midnight, also when the clocks change`(day: String, start: String) throws {
        #expect(try Zone.stockholm.start(of: date(day)).description == start)
    }

    @Test(arguments: [
        ("Atlantic/Azores", "2027-03-28", "2027-03-28T01:00:00.000Z"),
        ("America/Santiago", "2024-09-08", "2024-09-08T04:00:00.000Z"),
        ("America/Santiago", "2024-04-07", "2024-04-07T04:00:00.000Z"),
        ("Atlantic/Azores", "2027-10-31", "2027-10-31T00:00:00.000Z"),
        ("America/Havana", "2024-11-03", "2024-11-03T04:00:00.000Z"),
        ("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00.000Z"),
    ])
    func `a date whose midnight is skipped or doubled starts at its first instant`(
        name: String, day: String, start: String
    ) throws {
        let zone = try #require(Zone(name))
        let first = try zone.start(of: date(day))
        #expect(first.description == start)
        #expect(try zone.date(at: first) == date(day))
        #expect(try zone.date(at: first.adding(.milliseconds(-1))) == date(day).adding(days: -1))
    }

    @Test(arguments: ["Europe/Stockholm", "Europe/Oslo", "Atlantic/Azores", "America/Santiago", "Asia/Amman"])
    func `every date of twenty years starts where the one before it ends`(name: String) throws {
        let zone = try #require(Zone(name))
        let days = try date("2011-01-01").daysSince1970...date("2030-12-31").daysSince1970
        let wrong = days.map(LocalDate.init(daysSince1970:)).filter {
            let start = zone.start(of: $0)
            return zone.date(at: start) != $0 || zone.date(at: start.adding(.milliseconds(-1))) >= $0
        }
        #expect(wrong == [])
    }

    @Test(
        arguments: [
            (1_806_191_999_999, "2027-03-28", 3_599), (1_806_192_000_000, "2027-03-28", 3_600),
            (1_806_195_599_999, "2027-03-28", 7_199), (1_806_195_600_000, "2027-03-28", 10_800),
        ] as [(Int64, String, Int)])
    func `the wall clock skips the hour from two to three in spring`(
        milliseconds: Int64, day: String, second: Int
    ) throws {
        let clock = Zone.stockholm.wallClock(at: Instant(milliseconds: milliseconds))
        #expect(try clock.date == date(day))
        #expect(clock.secondOfDay == second)
    }

    @Test func `a zone is stored as its name, and what is none is not read back`() throws {
        #expect(try stored(Zone.oslo) == "\"Europe/Oslo\"")
        #expect(try read("\"Europe/Oslo\"") == Zone.oslo)
        #expect(throws: DecodingError.self) { try read("\"Europe/Nowhere\"", as: Zone.self) }
    }
}
