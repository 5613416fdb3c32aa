import KohortCore
import KohortStore

/// Who looks after trainees: the programme office and the members' coordinators, by name. Where the consortium wants
/// it, everybody in it sees every member's (NOR-9); otherwise those of the own organisation.
package struct Contacts: Query {
    package struct Line: Hashable, Sendable {
        package let person: PersonID
        package let name: String
        package let email: EmailAddress
        package let role: Role
        /// Of a coordinator.
        package let organisation: OrganisationID?
    }

    package static let permission = Permission.readContacts
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let profile = try read.first("select profile from consortium") { try $0[0] as KeptJSON<ConsortiumProfile> }
        let isOpen = profile?.value.settings.contactsAcrossMembers ?? false
        let reach = try read.reach(of: Self.permission)
        let grants = try read.all(
            Grant.self,
            """
            where role in (\(Role.lead), \(Role.coordinator)) and from_at <= \(read.now)
                and (until_at is null or until_at > \(read.now)) and holder in (select id from person)
            """)
        let people = try PersonLookup.find(Set(grants.compactMap { PersonID($0.holder) }), in: read)
        return grants.compactMap { grant in
            guard let person = PersonID(grant.holder).flatMap({ people[$0] }) else { return nil }
            let organisation = grant.scope.organisation
            guard grant.role == .lead || isOpen || reach.reaches(organisation) else { return nil }
            return Line(
                person: person.id, name: person.name, email: person.email, role: grant.role,
                organisation: organisation)
        }.sorted { ($0.name.alphabetical, $0.person) < ($1.name.alphabetical, $1.person) }
    }
}

extension Reach {
    fileprivate func reaches(_ organisation: OrganisationID?) -> Bool {
        switch self {
        case .all: true
        case .organisations(let own): organisation.map(own.contains) ?? false
        }
    }
}

extension Permission {
    /// To see whom one can turn to in the consortium.
    package static let readContacts = Permission("tenancy.contacts.read")
}
