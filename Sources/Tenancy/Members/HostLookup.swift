import KohortCore
import KohortStore

/// The organisations as hosts of trainees, for a port of another module.
package enum HostLookup {
    package struct Found: Sendable {
        package let organisation: Organisation
        /// The membership it holds on the date.
        package let membership: MembershipID?
        package let units: [OrganisationUnit]
    }

    /// Every organisation as it stands on a date, in the order of their slugs.
    package static func all(on date: LocalDate, in read: borrowing Read) throws -> [Found] {
        var memberships: [OrganisationID: MembershipID] = [:]
        try read.forEach(
            """
            select h.organisation, m.id from membership_holder h join membership m on m.id = h.membership
            where \(MemberLookup.current(on: date))
            """
        ) { memberships[try $0[0]] = try $0[1] }
        let units = Dictionary(
            grouping: try read.all(OrganisationUnit.self, "where listed = 1 order by name, id"), by: \.organisation)
        return try read.all(Organisation.self, "order by slug").map { organisation in
            Found(
                organisation: organisation, membership: memberships[organisation.id],
                units: units[organisation.id] ?? [])
        }
    }
}
