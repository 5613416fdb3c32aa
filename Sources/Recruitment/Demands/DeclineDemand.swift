import KohortCore
import KohortStore

/// The lead declines a demand: it becomes no vacancy. The employer may state another while there is time.
package struct DeclineDemand: Command {
    package static let permission = Permission.decideDemand
    package static let events: [any Event.Type] = [DemandDeclined.self]
    package var scope: Scope { .consortium }
    package let demand: DemandID

    package init(demand: DemandID) { self.demand = demand }

    package func perform(in write: borrowing Write) throws -> Done {
        let stated = try write.find(Demand.self, demand)
        try write.find(Round.self, stated.round).checkNotClosed()
        try write.update(try stated.declined(at: write.now))
        try write.record(DemandDeclined(demand: demand, round: stated.round, organisation: stated.organisation))
        return Done()
    }
}
