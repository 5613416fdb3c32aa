import KohortCore
import KohortStore

/// Somebody whom a member has named to the pool of mentors (ROM-2).
package struct PooledMentor: Record, Hashable {
    package static let table: StaticString = "pooled_mentor"
    package static let columns: [StaticString] = ["person", "organisation", "named_at"]
    package let person: PersonID
    package let organisation: OrganisationID
    package let namedAt: Instant

    init(person: PersonID, organisation: OrganisationID, namedAt: Instant) {
        (self.person, self.organisation, self.namedAt) = (person, organisation, namedAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (person, organisation, namedAt) = (try tuple[0], try tuple[1], try tuple[2])
    }

    package var values: [SQLValue] { [person.sqlValue, organisation.sqlValue, namedAt.sqlValue] }

    static let migration = Migration(
        "pooled-mentors",
        [
            """
            create table pooled_mentor (person \(.text) not null, organisation \(.text) not null, \
            named_at \(.integer) not null, primary key (person, organisation))
            """
        ])

    /// The members that named a person, the first first.
    static func organisations(of person: PersonID, in read: borrowing Read) throws -> [OrganisationID] {
        try read.all(PooledMentor.self, "where person = \(person) order by named_at, organisation").map(\.organisation)
    }
}

/// Somebody is in the pool of mentors.
package struct MentorPooled: Event, Hashable {
    package static let name = "delivery.pool.joined"
    package let person: PersonID
    package let organisation: OrganisationID
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .consortium }
}

/// Somebody is no longer in the pool; trainees keep the mentor that they have.
package struct MentorLeftPool: Event, Hashable {
    package static let name = "delivery.pool.left"
    package let person: PersonID
    package let organisation: OrganisationID
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .consortium }
}
