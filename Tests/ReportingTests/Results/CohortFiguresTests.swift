import KohortCore
import Testing

@testable import Reporting

@Suite struct CohortFiguresTests {
    private func standing(_ target: TargetDefinition, _ figures: [Measure: CohortFigures.Figure]) -> TargetStanding {
        CohortFigures(figures).result(of: target).standing
    }

    @Test func `a number is held against what was reached (ROM-5)`() {
        let members = TargetDefinition(measure: .members, atLeast: 10)
        #expect(standing(members, [.members: .known(10)]) == .met)
        #expect(standing(members, [.members: .known(9)]) == .notMet)
        #expect(standing(members, [.members: .pending]) == .pending)
        #expect(standing(members, [:]) == .unknown)
    }

    @Test func `a share is of another measure, unrounded`() {
        let accepted = TargetDefinition(measure: .accepted, atLeastPercent: 80, of: .offered)
        #expect(standing(accepted, [.accepted: .known(8), .offered: .known(10)]) == .met)
        #expect(standing(accepted, [.accepted: .known(799), .offered: .known(1000)]) == .notMet)
        #expect(standing(accepted, [.accepted: .known(0), .offered: .known(0)]) == .unknown)
        #expect(standing(accepted, [.accepted: .known(8), .offered: .pending]) == .pending)
        #expect(standing(accepted, [.accepted: .known(8)]) == .unknown)
    }

    @Test func `what was reached stands beside it, where it is known`() {
        let target = TargetDefinition(measure: .started, atLeast: 10)
        let known = CohortFigures([.started: .known(8)]).result(of: target)
        #expect(known == TargetResult(target: target, standing: .notMet, reached: 8))
        let pending = CohortFigures([.started: .pending]).result(of: target)
        #expect(pending == TargetResult(target: target, standing: .pending, reached: nil))
    }

    @Test func `bare totals say nothing of offers and acceptances (ROM-8)`() {
        let figures = CohortFigures(CohortTotals(members: 10, started: 5, permanent: 5))
        #expect(figures[.members] == .known(10) && figures[.started] == .known(5))
        #expect(figures[.permanentlyHired] == .known(5))
        for measure in [Measure.completed, .offered, .accepted, .qualifiedApplicants] {
            #expect(figures[measure] == .unknown)
        }
    }
}
