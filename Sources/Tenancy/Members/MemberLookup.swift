import KohortCore
import KohortStore

/// What other modules ask about members; the composition joins these to their ports.
package enum MemberLookup {
    /// Every organisation's slug and name in the consortium's default language.
    package static func names(in read: borrowing Read) throws -> [OrganisationID: (slug: Slug, name: String)] {
        var names: [OrganisationID: (slug: Slug, name: String)] = [:]
        try read.forEach("select id, slug, name from organisation") { tuple in
            names[try tuple[0]] = (try tuple[1], try tuple[2])
        }
        return names
    }

    /// Whether an organisation is a member on a date.
    package static func isMember(_ organisation: OrganisationID, on date: LocalDate, in read: borrowing Read) throws
        -> Bool
    {
        try read.count(
            """
            select count(*) from membership_holder h join membership m on m.id = h.membership
            where h.organisation = \(organisation) and \(current(on: date))
            """) > 0
    }

    /// The condition on a membership `m` that it holds on a date.
    static func current(on date: LocalDate) -> SQL {
        "m.from_date <= \(date) and (m.to_date is null or m.to_date > \(date))"
    }
}
