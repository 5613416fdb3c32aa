import KohortCore
import KohortStore

/// A member states what it needs, by the demand deadline (KS11-2, KS11-11).
package struct StateDemand: Command {
    package static let permission = Permission.stateDemand
    package static let events: [any Event.Type] = [DemandStated.self]
    package var scope: Scope { .organisation(organisation) }
    package let id: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package let terms: DemandTerms

    package init(id: DemandID, round: RoundID, organisation: OrganisationID, terms: DemandTerms) {
        (self.id, self.round, self.organisation, self.terms) = (id, round, organisation, terms)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let round = try write.find(Round.self, round)
        try round.checkNotClosed()
        try round.demandDeadline.check(write.now)
        try write.checkMember(organisation, in: round)
        let demand = try Demand.stated(id, by: organisation, in: round, terms, at: write.now, isLate: false)
        try write.read.intake(of: round).check(field: demand.terms.field)
        try write.insert(demand)
        try write.record(
            DemandStated(demand: id, round: round.id, organisation: organisation, asked: demand.terms.asked))
        return Done()
    }
}
