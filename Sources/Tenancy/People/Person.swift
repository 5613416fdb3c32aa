import KohortCore
import KohortStore

/// A human within one tenant; the same address in two tenants is two unrelated people.
package struct Person: Record, Hashable {
    package static let table: StaticString = "person"
    package static let columns: [StaticString] = ["id", "email", "email_key", "name", "language", "created_at"]

    package let id: PersonID
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let createdAt: Instant

    init(id: PersonID, email: EmailAddress, name: String, language: Language, createdAt: Instant) {
        (self.id, self.email, self.name) = (id, email, name)
        (self.language, self.createdAt) = (language, createdAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        email = try tuple[1]
        name = try tuple[3]
        language = try tuple[4]
        createdAt = try tuple[5]
    }

    package var values: [SQLValue] {
        [id.sqlValue, email.sqlValue, email.key.sqlValue, name.sqlValue, language.sqlValue, createdAt.sqlValue]
    }

    static let migration = Migration(
        "people",
        [
            """
            create table person (id \(.text) primary key, email \(.text) not null, email_key \(.text) not null unique, \
            name \(.text) not null, language \(.text) not null, created_at \(.integer) not null)
            """
        ])
}
