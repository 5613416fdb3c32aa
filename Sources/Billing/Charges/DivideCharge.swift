import KohortCore
import KohortStore

/// Gives a charge to others than the employer, or divides it among several by weight; the parts sum exactly to the
/// whole (BB-8, BB-9). Each payer then commits to its own part.
package struct DivideCharge: Command {
    /// One payer and its weight, such as 1 for an equal share or a number of inhabitants.
    package struct Share: Hashable, Sendable, Codable {
        package let payer: OrganisationID
        package let weight: Int64

        package init(payer: OrganisationID, weight: Int64 = 1) { (self.payer, self.weight) = (payer, weight) }
    }

    package static let permission = Permission.changeCharge
    package static let events: [any Event.Type] = [ChargeDivided.self]
    package var scope: Scope { .consortium }
    package let charge: ChargeID
    package let shares: [Share]

    package init(charge: ChargeID, shares: [Share]) { (self.charge, self.shares) = (charge, shares) }

    package func perform(in write: borrowing Write) throws -> Done {
        let whole = try write.find(Charge.self, charge)
        try whole.checkUncommitted()
        try check(whole, in: write.read)
        let weights = shares.map(\.weight)
        let amounts = try Apportionment.parts(of: whole.amount, by: weights)
        let fullAmounts = try whole.fullAmount.map { full throws(Rejection) in
            try Apportionment.parts(of: full, by: weights)
        }
        for (index, (share, amount)) in zip(shares, amounts).enumerated() {
            var part = Self.part(index + 1, of: whole, share.payer, amount, at: write.now)
            part.fullAmount = fullAmounts?[index]
            if index == 0 { try write.update(part) } else { try write.insert(part) }
            try write.record(ChargeDivided(part, from: whole.id))
        }
        return Done()
    }

    private func check(_ whole: Charge, in read: borrowing Read) throws {
        let same = Charge.same(whole.fee, of: whole.trainee, by: whole.organisation, in: whole.cohort)
        let parts = try read.count("select count(*) from charge where \(same)")
        if parts > 1 { throw Rejection.conflict("charge.divided") }
        let known = try read.ask(PayerDirectory.self).names(read)
        guard shares.allSatisfy({ known[$0.payer] != nil }) else { throw Rejection.notFound }
        if Set(shares.map(\.payer)).count < shares.count { throw Rejection.invalid("shares", "shares.duplicate") }
    }

    private static func part(
        _ number: Int, of whole: Charge, _ payer: OrganisationID, _ amount: Money, at now: Instant
    ) -> Charge {
        Charge(
            id: number == 1 ? whole.id : .new(at: now), cohort: whole.cohort, trainee: whole.trainee,
            organisation: whole.organisation, payer: payer, fee: whole.fee, part: number, name: whole.name,
            amount: amount, state: .charged, chargedAt: whole.chargedAt)
    }
}
