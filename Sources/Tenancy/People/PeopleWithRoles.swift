import KohortCore
import KohortStore

/// Who has a role at one organisation, or, for the programme office, on the consortium and at any organisation.
package struct PeopleWithRoles: Query {
    package struct Line: Hashable, Sendable {
        package let person: Person
        package let grants: [HeldGrant]
        /// Whether they are signed in anywhere.
        package let isSignedIn: Bool
    }

    package struct HeldGrant: Hashable, Sendable {
        package let grant: Grant
        /// Whether the reader may end it.
        package let canEnd: Bool
    }

    package static let permission = Permission.readPeople
    package var scope: Scope { organisation.map { .organisation($0) } ?? .consortium }
    package let organisation: OrganisationID?

    package init(organisation: OrganisationID?) { self.organisation = organisation }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let held: SQL =
            organisation.map { "scope_kind = 'organisation' and scope_id = \($0)" }
            ?? "scope_kind in ('consortium', 'organisation')"
        let grants = try read.all(
            Grant.self,
            """
            where \(held) and (until_at is null or until_at > \(read.now)) and holder in (select id from person)
            order by from_at, id
            """)
        let people = try PersonLookup.find(Set(grants.compactMap { PersonID($0.holder) }), in: read)
        let signedIn = try read.all(
            """
            select distinct actor_id from sign_in
            where actor_kind = 'person' and ended_at is null and expires_at > \(read.now)
            """
        ) { try $0[0] as String }
        var lines: [Line] = []
        for person in people.values.sorted(by: { ($0.name.alphabetical, $0.id) < ($1.name.alphabetical, $1.id) }) {
            var own: [HeldGrant] = []
            for grant in grants where grant.holder == person.id.description {
                let role = InvitePerson.GrantedRole(grant.role, on: grant.scope)
                own.append(HeldGrant(grant: grant, canEnd: try Delegation.covers(role, in: read)))
            }
            lines.append(
                Line(person: person, grants: own, isSignedIn: signedIn.contains(person.id.description)))
        }
        return lines
    }
}

extension Permission {
    package static let readPeople = Permission("tenancy.people.read")
}
