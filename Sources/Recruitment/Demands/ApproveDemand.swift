import KohortCore
import KohortStore

/// The lead approves a demand for a number of places, at most as many as were asked for.
package struct ApproveDemand: Command {
    package static let permission = Permission.decideDemand
    package static let events: [any Event.Type] = [DemandApproved.self]
    package var scope: Scope { .consortium }
    package let demand: DemandID
    package let positions: Int

    package init(demand: DemandID, positions: Int) { (self.demand, self.positions) = (demand, positions) }

    package func perform(in write: borrowing Write) throws -> Done {
        let stated = try write.find(Demand.self, demand)
        try write.find(Round.self, stated.round).checkNotClosed()
        try write.update(try stated.approved(positions: positions, at: write.now))
        try write.record(
            DemandApproved(
                demand: demand, round: stated.round, organisation: stated.organisation, asked: stated.terms.asked,
                positions: positions))
        return Done()
    }
}
