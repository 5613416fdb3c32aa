import KohortCore
import KohortStore

/// A payer's word that it owes an amount: given by a named person, at a time (BB-10). Never changed.
package struct Commitment: Record, Hashable {
    package static let table: StaticString = "commitment"
    package static let columns: [StaticString] = [
        "id", "payer", "cohort", "name", "actor", "amount", "currency", "committed_at",
    ]

    package let id: CommitmentID
    package let payer: OrganisationID
    package let cohort: CohortID
    /// Of the person who committed, as written then.
    package let name: String
    /// The kind and id of who was signed in: `person:0190…`.
    package let actor: String
    package let amount: Money
    package let committedAt: Instant

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        payer = try tuple[1]
        cohort = try tuple[2]
        name = try tuple[3]
        actor = try tuple[4]
        amount = Money(minorUnits: try tuple[5], try tuple[6])
        committedAt = try tuple[7]
    }

    init(_ command: CommitFees, name: String, amount: Money, by actor: Actor, at now: Instant) {
        (id, payer, cohort, self.name) = (command.id, command.payer, command.cohort, name)
        (self.actor, self.amount, committedAt) = ("\(actor.kind):\(actor.id ?? "")", amount, now)
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, payer.sqlValue, cohort.sqlValue, name.sqlValue, actor.sqlValue, amount.minorUnits.sqlValue,
            amount.currency.sqlValue, committedAt.sqlValue,
        ]
    }
}
