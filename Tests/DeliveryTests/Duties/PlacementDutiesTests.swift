import KohortCore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct `What is due in a placement` {
    private let placement = Placement(
        id: .new(), trainee: .new(), part: .numbered(1), host: .new(), unit: nil,
        period: .days("2011-09-01", "2012-03-01"), paidBy: .employer)

    private func duties(
        on today: String, plan: DevelopmentPlan? = nil, talks: [Talk] = [], isEvaluated: Bool = false,
        rules: TalkRules = TalkRules(closesPeriod: true)
    ) -> PlacementDuties {
        PlacementDuties(
            placement: placement, plan: plan, talks: talks, isEvaluated: isEvaluated, rules: rules,
            today: .day(today))
    }

    private func plan(supervisor: Bool, trainee: Bool) -> DevelopmentPlan {
        let at = Instant.at("2011-09-02T10:00:00Z")
        return DevelopmentPlan(
            placement: placement.id, responsibilities: "Roads", tasks: "Maps", goals: [], writtenAt: at,
            supervisorAgreedAt: supervisor ? at : nil, traineeAgreedAt: trainee ? at : nil)
    }

    private func talk(_ kind: TalkKind, on day: String) -> Talk {
        Talk(
            id: .new(), trainee: placement.trainee, placement: placement.id, kind: kind, heldOn: .day(day),
            loggedAt: .at(day + "T12:00:00Z"))
    }

    @Test func `a plan is to be written from a month before, and to be agreed to by each`() {
        #expect(duties(on: "2011-08-01").ofSupervisor().map(\.0) == [])
        #expect(duties(on: "2011-08-02").ofSupervisor().map(\.0) == [.writePlan(placement.id)])
        #expect(duties(on: "2011-09-05").ofTrainee().map(\.0) == [])
        let half = duties(on: "2011-09-05", plan: plan(supervisor: true, trainee: false))
        #expect(half.ofSupervisor().map(\.0) == [])
        #expect(half.ofTrainee().map(\.0) == [.agreePlan(placement.id)])
        let other = duties(on: "2011-09-05", plan: plan(supervisor: false, trainee: true))
        #expect(other.ofSupervisor().map(\.0) == [.agreePlan(placement.id)])
        #expect(other.ofTrainee().map(\.0) == [])
        #expect(duties(on: "2012-03-01").ofTrainee().map(\.0) == [])
    }

    @Test func `the final talk is due until a month after the end, the evaluation until it is given (KS11-27)`() {
        let agreed = plan(supervisor: true, trainee: true)
        func due(on day: String, _ talks: [Talk] = [], isEvaluated: Bool = false) -> [Duty] {
            duties(on: day, plan: agreed, talks: talks, isEvaluated: isEvaluated).ofSupervisor().map(\.0)
        }
        #expect(due(on: "2012-01-30") == [])
        #expect(due(on: "2012-01-31") == [.finalTalk(placement.id), .evaluatePlacement(placement.id)])
        #expect(due(on: "2012-02-10", [talk(.final, on: "2012-02-09")]) == [.evaluatePlacement(placement.id)])
        #expect(due(on: "2012-02-10", isEvaluated: true) == [.finalTalk(placement.id)])
        #expect(due(on: "2012-04-01") == [.evaluatePlacement(placement.id)])
        let open = duties(on: "2012-02-10", plan: agreed, rules: TalkRules())
        #expect(open.ofSupervisor().map(\.0) == [])
    }

    @Test func `talks on the way follow each other as the programme says`() {
        let rules = TalkRules(supervisorEveryMonths: 2)
        let agreed = plan(supervisor: true, trainee: true)
        let first = duties(on: "2011-09-10", plan: agreed, rules: rules).ofSupervisor()
        #expect(first.map(\.0) == [.followUp(placement.id)] && first.map(\.1) == [.day("2011-11-01")])
        let held = [talk(.followUp, on: "2011-10-15")]
        let next = duties(on: "2011-10-20", plan: agreed, talks: held, rules: rules).ofSupervisor()
        #expect(next.map(\.1) == [.day("2011-12-15")])
    }
}
