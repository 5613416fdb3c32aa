import KohortCore
import Testing

@testable import Delivery

@Suite struct TalkCadenceTests {
    private func cadence(_ talks: [String], on today: String, every months: Int? = 1) -> TalkCadence {
        TalkCadence(everyMonths: months, period: .cohort, talks: talks.map { .day($0) }, today: .day(today))
    }

    @Test func `eighteen months ask for eighteen talks (KS11-23)`() {
        #expect(cadence([], on: "2011-09-15").expected == 18)
        #expect(cadence([], on: "2011-09-15", every: 2).expected == 9)
        #expect(cadence([], on: "2011-09-15", every: nil).expected == nil)
    }

    @Test func `a talk is overdue when a month has passed since the last one or the start`() {
        #expect(cadence([], on: "2011-10-01").isOverdue == false)
        #expect(cadence([], on: "2011-10-02").isOverdue)
        let talked = cadence(["2011-10-01"], on: "2011-11-01")
        #expect((talked.isOverdue, talked.nextBy, talked.held) == (false, .day("2011-11-01"), 1))
        #expect(cadence(["2011-10-01"], on: "2011-11-02").isOverdue)
    }

    @Test func `nothing is due after the programme, nor when its last month is talked over`() {
        #expect(cadence([], on: "2013-03-01").nextBy == nil)
        #expect(cadence(["2013-02-10"], on: "2013-02-20").nextBy == nil)
    }
}
