import KohortCore
import KohortStore

/// A trainee was struck out: what has not been invoiced is owed no longer, and leaves its draft. What has been invoiced
/// stands until the lead credits it.
package struct CancelCharge: Command {
    package static let permission = Permission.chargeFee
    package static let events: [any Event.Type] = [ChargeCancelled.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func perform(in write: borrowing Write) throws -> Done {
        let open = try write.all(
            Charge.self, "where trainee = \(trainee) and state in ('charged', 'committed', 'drafted') order by id")
        for charge in open {
            try write.update(charge.cancelled())
            try write.record(ChargeCancelled(charge))
        }
        for draft in Set(open.compactMap(\.invoice)) { try InvoiceDraft.removeIfEmpty(draft, in: write) }
        return Done()
    }
}
