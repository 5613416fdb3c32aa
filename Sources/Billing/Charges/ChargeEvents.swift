import KohortCore

/// A fee was charged for a trainee or a member.
package struct FeeCharged: Event, Hashable {
    package static let name = "billing.fee.charged"
    package let charge: ChargeID
    package let cohort: CohortID
    package let trainee: TraineeID?
    package let payer: OrganisationID
    package let fee: Slug
    package let amount: Money
    package var subject: Subject { Subject("charge", charge) }
    package var audience: Audience { .organisation(payer) }

    init(_ charge: Charge) {
        (self.charge, cohort, trainee) = (charge.id, charge.cohort, charge.trainee)
        (payer, fee, amount) = (charge.payer, charge.fee, charge.amount)
    }
}

/// A charge is owed no longer.
package struct ChargeCancelled: Event, Hashable {
    package static let name = "billing.charge.cancelled"
    package let charge: ChargeID
    package let payer: OrganisationID
    package let amount: Money
    package var subject: Subject { Subject("charge", charge) }
    package var audience: Audience { .organisation(payer) }

    init(_ charge: Charge) { (self.charge, payer, amount) = (charge.id, charge.payer, charge.amount) }
}

/// A payer was given a part of a charge, or the whole of it.
package struct ChargeDivided: Event, Hashable {
    package static let name = "billing.charge.divided"
    package let charge: ChargeID
    /// The charge that it is a part of.
    package let whole: ChargeID
    package let payer: OrganisationID
    package let amount: Money
    package var subject: Subject { Subject("charge", charge) }
    package var audience: Audience { .organisation(payer) }

    init(_ part: Charge, from whole: ChargeID) {
        (charge, self.whole, payer, amount) = (part.id, whole, part.payer, part.amount)
    }
}

/// A charge was lowered to some days of its cohort's period.
package struct ChargeProrated: Event, Hashable {
    package static let name = "billing.charge.prorated"
    package let charge: ChargeID
    package let payer: OrganisationID
    package let amount: Money
    package let from: LocalDate
    package let through: LocalDate
    package var subject: Subject { Subject("charge", charge) }
    package var audience: Audience { .organisation(payer) }

    init(_ charge: Charge, _ part: Period) {
        (self.charge, payer, amount) = (charge.id, charge.payer, charge.amount)
        (from, through) = (part.start, part.lastDay)
    }
}
