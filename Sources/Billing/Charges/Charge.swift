import KohortCore
import KohortStore

/// What one payer owes for one trainee, or for its membership of a cohort, once it has committed to it.
package struct Charge: Hashable, Sendable {
    package let id: ChargeID
    package let cohort: CohortID
    /// Nil for a fee that is counted by member.
    package let trainee: TraineeID?
    /// Whose taking part it is for; it pays unless the charge was given to others (BB-9).
    package let organisation: OrganisationID
    package internal(set) var payer: OrganisationID
    package let fee: Slug
    /// From 1; a charge that was divided has several parts.
    package let part: Int
    /// As the programme called the fee when it was charged.
    package let name: LocalizedText
    package internal(set) var amount: Money
    /// What it came to before it was prorated; nil where it never was.
    var fullAmount: Money?
    package internal(set) var state: ChargeState
    package let chargedAt: Instant
    package internal(set) var commitment: CommitmentID?
    /// The draft or the document that it stands on.
    package internal(set) var invoice: InvoiceID?
}

/// Where a charge stands. Only a committed one can be drafted (BB-1).
package enum ChargeState: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case charged, committed, drafted, invoiced, cancelled
}

extension Charge {
    /// The whole fee, charged to the employer itself.
    init(
        _ id: ChargeID, _ fee: PlannedFee, of trainee: TraineeID?, by organisation: OrganisationID, in cohort: CohortID,
        at now: Instant
    ) {
        self.init(
            id: id, cohort: cohort, trainee: trainee, organisation: organisation, payer: organisation, fee: fee.slug,
            part: 1, name: fee.name, amount: fee.amount, state: .charged, chargedAt: now)
    }

    func committed(by commitment: CommitmentID) throws(Rejection) -> Charge {
        try checkUncommitted()
        var charge = self
        (charge.state, charge.commitment) = (.committed, commitment)
        return charge
    }

    func drafted(on invoice: InvoiceID) -> Charge {
        var charge = self
        (charge.state, charge.invoice) = (.drafted, invoice)
        return charge
    }

    func invoiced() -> Charge {
        var charge = self
        charge.state = .invoiced
        return charge
    }

    /// Committed as before, and on no document.
    func released() -> Charge {
        var charge = self
        (charge.state, charge.invoice) = (.committed, nil)
        return charge
    }

    func cancelled() -> Charge {
        var charge = self
        (charge.state, charge.invoice) = (.cancelled, nil)
        return charge
    }

    /// Throws once somebody has committed to it: what was agreed to stays as it is.
    func checkUncommitted() throws(Rejection) {
        switch state {
        case .charged: return
        case .cancelled: throw .conflict("charge.cancelled")
        case .committed, .drafted, .invoiced: throw .conflict("charge.committed")
        }
    }
}
