import KohortCore
import KohortStore

/// What other modules ask about persons; the composition joins these to their ports.
package enum PersonLookup {
    package static func find(_ ids: Set<PersonID>, in read: borrowing Read) throws -> [PersonID: Person] {
        let people = try read.all(Person.self, "where id in (\(list: ids.sorted()))")
        return Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
    }

    /// Who coordinates for an organisation now, those who have done so longest first.
    package static func coordinators(of organisation: OrganisationID, in read: borrowing Read) throws -> [PersonID] {
        try read.all(
            """
            select holder from role_grant where role = \(Role.coordinator) and scope_kind = 'organisation'
                and scope_id = \(organisation) and from_at <= \(read.now)
                and (until_at is null or until_at > \(read.now)) and holder in (select id from person)
            order by from_at, id
            """
        ) { PersonID(try $0[0] as String) }.compactMap(\.self)
    }
}
