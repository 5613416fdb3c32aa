import KohortCore
import KohortStore

@testable import Delivery

extension DeliveryWorld {
    /// A placement as if it had been planned; the rules of planning have tests of their own.
    @discardableResult func placement(
        of trainee: TraineeID, _ part: Placement.Part = .numbered(1), at host: OrganisationID? = nil,
        _ period: Period = .days("2011-09-01", "2012-06-01")
    ) async throws -> PlacementID {
        let placement = Placement(
            id: .new(), trainee: trainee, part: part, host: host ?? city, unit: nil, period: period, paidBy: .employer)
        try await perform(PutPlacement(placement: placement))
        return placement.id
    }

    func gathering(
        _ kind: GatheringKind = .gathering, _ first: String = "2011-11-07", _ last: String = "2011-11-09",
        title: String = "Gathering"
    ) async throws -> GatheringID {
        let id = GatheringID.new()
        try await perform(try planning(id, kind, first, last, title: title))
        return id
    }

    func planning(
        _ id: GatheringID, _ kind: GatheringKind, _ first: String, _ last: String, title: String = "Gathering"
    ) throws -> PlanGathering {
        PlanGathering(
            gathering: id, cohort: cohort.id, kind: kind,
            terms: GatheringTerms(title: title, place: "Oslo", firstDay: .day(first), lastDay: .day(last)))
    }
}

private struct PutPlacement: Command {
    static let permission = Permission.readTrainee
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let id: PlacementID
    let trainee: TraineeID
    let part: Placement.Part
    let host: OrganisationID
    let period: Period

    init(placement: Placement) {
        (id, trainee, part) = (placement.id, placement.trainee, placement.part)
        (host, period) = (placement.host, placement.period)
    }

    func perform(in write: borrowing Write) throws -> Done {
        try write.insert(
            Placement(id: id, trainee: trainee, part: part, host: host, unit: nil, period: period, paidBy: .employer))
        return Done()
    }
}
