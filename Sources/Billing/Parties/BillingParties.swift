import KohortCore
import KohortStore

/// Who sells and who pays, with the organisations of which nothing is known yet. By their names.
package struct BillingParties: Query {
    package struct Answer: Hashable, Sendable {
        /// Nil until it has been said.
        package let seller: SellerDetails?
        package let payers: [Line]
    }

    package struct Line: Hashable, Sendable {
        package let organisation: OrganisationID
        package let name: PayerName
        /// Nil until it has been said.
        package let entry: PayerEntry?
    }

    package static let permission = Permission.readParties
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Answer {
        let entries = try read.all(PayerEntry.self)
        let byOrganisation = Dictionary(uniqueKeysWithValues: entries.map { ($0.organisation, $0) })
        let lines = try read.ask(PayerDirectory.self).names(read).map { organisation, name in
            Line(organisation: organisation, name: name, entry: byOrganisation[organisation])
        }
        return Answer(
            seller: try Seller.current(in: read)?.details,
            payers: lines.sorted {
                ($0.name.name.alphabetical, $0.organisation) < ($1.name.name.alphabetical, $1.organisation)
            })
    }
}
