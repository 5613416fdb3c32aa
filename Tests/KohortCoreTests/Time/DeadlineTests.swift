import KohortCore
import Testing

struct DeadlineTests {
    @Test(arguments: [
        ("2011-02-14", "2011-02-14T23:00:00.000Z"), ("2027-03-27", "2027-03-27T23:00:00.000Z"),
        ("2027-03-28", "2027-03-28T22:00:00.000Z"), ("2027-10-30", "2027-10-30T22:00:00.000Z"),
        ("2027-10-31", "2027-10-31T23:00:00.000Z"), ("2027-12-31", "2027-12-31T23:00:00.000Z"),
    ])
    func `a deadline ends at 24:00 of its day, also when the clocks change`(day: String, end: String) throws {
        #expect(try Deadline(date(day), in: .stockholm).end.description == end)
    }

    @Test(arguments: ["2011-02-14", "2027-03-28", "2027-10-31"])
    func `the last millisecond is in time and midnight is too late`(day: String) throws {
        let deadline = try Deadline(date(day), in: .stockholm)
        let last = deadline.end.adding(.milliseconds(-1))
        #expect(deadline.admits(last))
        #expect(!deadline.admits(deadline.end))
        #expect(throws: Never.self) { try deadline.check(last) }
        #expect(throws: Rejection.tooLate(deadline)) { try deadline.check(deadline.end) }
    }

    @Test func `zones end the same day at different times`() throws {
        let helsinki = try Deadline(date("2027-03-01"), in: #require(Zone("Europe/Helsinki")))
        let stockholm = try Deadline(date("2027-03-01"), in: .stockholm)
        #expect(helsinki.end == stockholm.end.adding(.seconds(-3_600)))
        #expect(helsinki != stockholm)
    }

    @Test func `a deadline is stored as its date and zone`() throws {
        let deadline = try Deadline(date("2027-03-28"), in: .stockholm)
        #expect(try stored(deadline) == #"{"date":"2027-03-28","zone":"Europe/Stockholm"}"#)
        #expect(try read(stored(deadline)) == deadline)
    }
}
