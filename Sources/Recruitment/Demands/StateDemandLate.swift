import KohortCore
import KohortStore

/// The lead takes a member's demand although the deadline has passed; the journal says so (KS11-2).
package struct StateDemandLate: Command {
    package static let permission = Permission.overrideDemandDeadline
    package static let events: [any Event.Type] = [DemandDeadlineOverridden.self]
    package var scope: Scope { .round(round) }
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
        if round.demandDeadline.admits(write.now) { throw Rejection.conflict("demand.in_time") }
        try write.checkMember(organisation, in: round)
        let demand = try Demand.stated(id, by: organisation, in: round, terms, at: write.now, isLate: true)
        try write.read.intake(of: round).check(field: demand.terms.field)
        try write.insert(demand)
        try write.record(
            DemandDeadlineOverridden(
                demand: id, round: round.id, organisation: organisation, asked: demand.terms.asked,
                deadline: round.demandDeadline.date))
        return Done()
    }
}
