import KohortCore
import Testing

struct InstantTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_297_724_399_999, "2011-02-14T22:59:59.999Z"),
            (1_297_724_400_000, "2011-02-14T23:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_786_245_006, "2000-02-29T01:04:05.006Z"), (-86_400_000, "1969-12-31T00:00:00.000Z"),
        ] as [(Int64, String)])
    func `an instant is described in UTC with milliseconds`(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).description == text)
    }

    @Test func `durations and days are added`() {
        let start = Instant(milliseconds: 1_000)
        #expect(start.adding(.milliseconds(1_500)) == Instant(milliseconds: 2_500))
        #expect(start.adding(.milliseconds(-1_500)) == Instant(milliseconds: -500))
        #expect(start.adding(.microseconds(999)) == start)
        #expect(start.adding(days: -1) == Instant(milliseconds: -86_399_000))
    }

    @Test func `instants sort by time`() {
        let instants = [-1, 0, 1].map { Instant(milliseconds: $0) }
        #expect(instants.reversed().sorted() == instants)
    }

    @Test func `an instant is stored as its milliseconds`() throws {
        #expect(try stored(Instant(milliseconds: 1_297_724_399_999)) == "1297724399999")
        #expect(try read("1297724399999") == Instant(milliseconds: 1_297_724_399_999))
    }

    @Test(arguments: ["2011-02-14T22:59:59.999Z", "0001-01-01T00:00:00.000Z", "1969-12-31T23:59:59.001Z"])
    func `reads what it writes`(text: String) { #expect(Instant(text)?.description == text) }

    @Test(arguments: [
        "", "2011-02-14", "2011-02-14T22:59:59Z", "2011-02-14T22:59:59.999+", "2011-02-30T22:59:59.999Z",
        "2011-02-14T24:00:00.000Z", "2011-02-14t22:59:59.999Z", "2011-02-14T+1:59:59.999Z", "2011-02-14T22:59:60.000Z",
    ])
    func `reads nothing else`(text: String) { #expect(Instant(text) == nil) }
}
