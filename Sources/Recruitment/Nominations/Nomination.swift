import KohortCore
import KohortStore

/// The second entrance (KS11-15): a member enrols a graduate whom it has hired itself, without an application. It takes
/// no position of a demand and is counted apart.
package struct Nomination: Hashable, Sendable {
    package let id: NominationID
    package let round: RoundID
    package let organisation: OrganisationID
    package let person: PersonID
    package let name: String
    package let email: EmailAddress
    /// The graduate's field of work.
    package let field: String
    package let contract: ContractKind
    package let hiredOn: LocalDate
    package let nominatedAt: Instant
    package internal(set) var withdrawnAt: Instant?
}

extension Nomination: Record {
    package static let table: StaticString = "nomination"
    package static let columns: [StaticString] = [
        "id", "round", "organisation", "person", "name", "email", "field", "contract", "hired_on", "nominated_at",
        "withdrawn_at",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        round = try tuple[1]
        organisation = try tuple[2]
        person = try tuple[3]
        name = try tuple[4]
        email = try tuple[5]
        field = try tuple[6]
        contract = try tuple[7]
        hiredOn = try tuple[8]
        nominatedAt = try tuple[9]
        withdrawnAt = try tuple[10]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, round.sqlValue, organisation.sqlValue, person.sqlValue, name.sqlValue, email.sqlValue,
            field.sqlValue, contract.sqlValue, hiredOn.sqlValue, nominatedAt.sqlValue, withdrawnAt.sqlValue,
        ]
    }
}
