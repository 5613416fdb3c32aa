import KohortCore
import KohortStore

/// Whom a provider knows a person as: its issuer and subject, never an address, which may come to belong to others.
package struct LinkedIdentity: Record, Hashable {
    package static let table: StaticString = "linked_identity"
    package static let columns: [StaticString] = [
        "id", "person", "provider", "issuer", "subject", "linked_at", "used_at",
    ]

    package let id: LinkedIdentityID
    package let person: PersonID
    /// The provider that it was linked by, which may be gone or be called otherwise by now.
    package let provider: Slug
    let issuer: String
    let subject: String
    package let linkedAt: Instant
    package let usedAt: Instant?

    init(_ command: LinkIdentity, of person: PersonID, at now: Instant) {
        (id, self.person, provider) = (command.id, person, command.provider)
        (issuer, subject, linkedAt, usedAt) = (command.issuer, command.subject, now, nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, person, provider, issuer) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        (subject, linkedAt, usedAt) = (try tuple[4], try tuple[5], try tuple[6])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, person.sqlValue, provider.sqlValue, issuer.sqlValue, subject.sqlValue, linkedAt.sqlValue,
            usedAt.sqlValue,
        ]
    }

    static let creation: DDL = """
        create table linked_identity (id \(.text) primary key, person \(.text) not null references person (id), \
        provider \(.text) not null, issuer \(.text) not null, subject \(.text) not null, \
        linked_at \(.integer) not null, used_at \(.integer), unique (issuer, subject))
        """
    static let index: DDL = "create index linked_identity_person on linked_identity (person)"

    static func known(_ issuer: String, _ subject: String, in read: borrowing Read) throws -> LinkedIdentity? {
        try read.first(LinkedIdentity.self, "where issuer = \(issuer) and subject = \(subject)")
    }
}
