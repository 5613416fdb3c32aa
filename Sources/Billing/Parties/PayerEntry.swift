import KohortCore
import KohortStore

/// An organisation that pays, with the number that payments name it by.
package struct PayerEntry: Record, Hashable {
    package static let table: StaticString = "payer"
    package static let columns: [StaticString] = ["organisation", "number", "details", "registered_at"]

    package let organisation: OrganisationID
    /// From 1; stays.
    package let number: Int
    package let details: PayerDetails
    package let registeredAt: Instant

    package init(_ tuple: borrowing Tuple) throws {
        (organisation, number, registeredAt) = (try tuple[0], try tuple[1], try tuple[3])
        details = (try tuple[2] as StoredJSON).value
    }

    init(_ organisation: OrganisationID, number: Int, _ details: PayerDetails, at now: Instant) {
        (self.organisation, self.number, self.details, registeredAt) = (organisation, number, details, now)
    }

    package var values: [SQLValue] {
        [organisation.sqlValue, number.sqlValue, StoredJSON(details).sqlValue, registeredAt.sqlValue]
    }

    static func of(_ organisation: OrganisationID, in read: borrowing Read) throws -> PayerEntry? {
        try read.first(PayerEntry.self, "where organisation = \(organisation)")
    }
}
