import KohortCore
import KohortStore

/// An employer asks for nobody any more; refused once an offer of its places is open or accepted.
package struct WithdrawDemand: Command {
    package static let permission = Permission.withdrawDemand
    package static let events: [any Event.Type] = [DemandWithdrawn.self]
    package var scope: Scope { .organisation(organisation) }
    package let demand: DemandID
    package let organisation: OrganisationID

    package init(demand: DemandID, organisation: OrganisationID) {
        (self.demand, self.organisation) = (demand, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (stated, round) = try write.find(demand, of: organisation)
        let withdrawn = try stated.withdrawn()
        let offers = try write.count(
            "select count(*) from offer where demand = \(demand) and state in ('open', 'accepted')")
        if offers > 0 { throw Rejection.conflict("demand.has_offers") }
        try write.update(withdrawn)
        try write.record(DemandWithdrawn(demand: demand, round: round.id, organisation: organisation))
        return Done()
    }
}
