import KohortCore
import Testing

@testable import Recruitment

struct DeadlinesTests {
    @Test func `dates that follow each other are right`() {
        #expect(Deadlines.sample.problems == [])
    }

    @Test func `only the application deadline must be there`() {
        let deadlines = Deadlines(demandBy: nil, applyBy: .day("2027-03-14"), rankBy: nil, hireBy: nil)
        #expect(deadlines.problems == [])
    }

    @Test func `a date on or before an earlier one is refused, across dates that are left out`() {
        let same = LocalDate.day("2027-03-14")
        let deadlines = Deadlines(demandBy: same, applyBy: same, rankBy: nil, hireBy: .day("2027-03-13"))
        #expect(
            deadlines.problems == [
                FieldProblem("apply_by", "date.order", ["after": "2027-03-14"]),
                FieldProblem("hire_by", "date.order", ["after": "2027-03-14"]),
            ])
    }
}
