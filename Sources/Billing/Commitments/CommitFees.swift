import KohortCore
import KohortStore

/// A payer commits to charges of a cohort: a named person says so, and the time is kept (BB-10). Only what is
/// committed to is invoiced (BB-1).
package struct CommitFees: Command {
    package static let permission = Permission.commitFees
    package static let events: [any Event.Type] = [FeesCommitted.self]
    package var scope: Scope { .organisation(payer) }
    package let id: CommitmentID
    package let payer: OrganisationID
    package let cohort: CohortID
    /// Exactly those that the person has seen.
    package let charges: [ChargeID]
    /// Of the person who commits.
    package let name: String

    package init(
        id: CommitmentID, payer: OrganisationID, cohort: CohortID, charges: [ChargeID], name: String
    ) {
        (self.id, self.payer, self.cohort) = (id, payer, cohort)
        (self.charges, self.name) = (charges, name)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var problems: [FieldProblem] = []
        let name = WrittenText.line(name, field: "name", limit: 100, problems: &problems)
        if charges.isEmpty { problems.append(FieldProblem("charges", "choice.required")) }
        try problems.throwIfAny()
        let committed = try find(in: write).map { charge throws(Rejection) in try charge.committed(by: id) }
        let amount = try Money.sum(committed.map(\.amount))
        try write.insert(Commitment(self, name: name, amount: amount, by: write.actor, at: write.now))
        for charge in committed { try write.update(charge) }
        try write.record(
            FeesCommitted(
                commitment: id, payer: payer, cohort: cohort, charges: committed.map(\.id), amount: amount))
        return Done()
    }

    private func find(in write: borrowing Write) throws -> [Charge] {
        let found = try write.all(Charge.self, "where id in (\(list: charges)) order by charged_at, id")
        let isOwn = found.allSatisfy { $0.payer == payer && $0.cohort == cohort }
        guard found.count == charges.count, isOwn else { throw Rejection.notFound }
        return found
    }
}

extension Money {
    /// The sum of at least one amount; amounts of several currencies, or too large ones, are refused.
    static func sum(_ amounts: [Money]) throws(Rejection) -> Money {
        guard var sum = amounts.first else { throw .conflict("invoice.nothing_committed") }
        for amount in amounts.dropFirst() {
            guard let next = sum.adding(amount) else { throw .conflict("amount.incompatible") }
            sum = next
        }
        return sum
    }
}

/// A payer committed to charges.
package struct FeesCommitted: Event, Hashable {
    package static let name = "billing.fees.committed"
    package let commitment: CommitmentID
    package let payer: OrganisationID
    package let cohort: CohortID
    package let charges: [ChargeID]
    package let amount: Money
    package var subject: Subject { Subject("commitment", commitment) }
    package var audience: Audience { .organisation(payer) }
}
