import KohortCore
import KohortStore

/// Charges only the days of a period that a trainee takes part in, counted with both ends (BB-8). What is charged and
/// what is not sum exactly to the fee. Done again, it begins from the whole amount and not from what the first left.
package struct ProrateCharge: Command {
    package static let permission = Permission.changeCharge
    package static let events: [any Event.Type] = [ChargeProrated.self]
    package var scope: Scope { .consortium }
    package let charge: ChargeID
    /// The days of the cohort's period that count.
    package let part: Period

    package init(charge: ChargeID, part: Period) { (self.charge, self.part) = (charge, part) }

    package func perform(in write: borrowing Write) throws -> Done {
        var charge = try write.find(Charge.self, charge)
        try charge.checkUncommitted()
        guard let period = try write.ask(FeePlans.self).of(charge.cohort, write.read)?.period else {
            throw Rejection.conflict("cohort.no_period")
        }
        let full = charge.fullAmount ?? charge.amount
        charge.amount = try Apportionment.share(of: full, for: part, in: period)
        charge.fullAmount = full
        try write.update(charge)
        try write.record(ChargeProrated(charge, part))
        return Done()
    }
}
