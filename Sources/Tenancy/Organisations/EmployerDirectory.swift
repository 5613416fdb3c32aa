import KohortCore
import KohortStore

/// The members of the consortium today, for the public page of employers.
package struct EmployerDirectory: Query {
    package static let permission = Permission.readFront
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [DirectoryEntry] {
        let profile = try read.first("select profile from consortium") { try $0[0] as KeptJSON<ConsortiumProfile> }
        guard let profile = profile?.value else { throw Rejection.notFound }
        return try DirectoryEntry.members(on: profile.timeZone.date(at: read.now), in: read)
    }
}

/// One member as the public sees it.
package struct DirectoryEntry: Equatable, Sendable {
    package let id: OrganisationID
    package let definition: OrganisationDefinition
    package let memberSince: LocalDate

    /// In the order of their slugs.
    static func members(on date: LocalDate, in read: borrowing Read) throws -> [DirectoryEntry] {
        try read.all(
            """
            select o.id, o.definition, m.from_date from organisation o
            join membership_holder h on h.organisation = o.id join membership m on m.id = h.membership
            where \(MemberLookup.current(on: date)) order by o.slug
            """
        ) { tuple in
            DirectoryEntry(
                id: try tuple[0], definition: (try tuple[1] as KeptJSON).value, memberSince: try tuple[2])
        }
    }
}
