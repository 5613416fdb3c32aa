import KohortCore
import KohortStore

/// A municipality's wish to take part in a programme, with whom to talk to (KS06-3).
package struct Interest: Record, Equatable {
    package static let table: StaticString = "interest"
    package static let columns: [StaticString] = [
        "id", "programme", "municipality", "contact_name", "contact_email", "contact_phone", "message", "language",
        "registered_at",
    ]

    package let id: InterestID
    package let programme: ProgrammeID
    package let municipality: String
    package let contactName: String
    package let contactEmail: EmailAddress
    /// May be empty.
    package let contactPhone: String
    /// What the municipality wishes or asks; may be empty.
    package let message: String
    package let language: Language
    package let registeredAt: Instant

    init(
        id: InterestID, programme: ProgrammeID, municipality: String, contactName: String, contactEmail: EmailAddress,
        contactPhone: String, message: String, language: Language, registeredAt: Instant
    ) {
        (self.id, self.programme, self.municipality) = (id, programme, municipality)
        (self.contactName, self.contactEmail, self.contactPhone) = (contactName, contactEmail, contactPhone)
        (self.message, self.language, self.registeredAt) = (message, language, registeredAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, programme, municipality) = (try tuple[0], try tuple[1], try tuple[2])
        (contactName, contactEmail, contactPhone) = (try tuple[3], try tuple[4], try tuple[5])
        (message, language, registeredAt) = (try tuple[6], try tuple[7], try tuple[8])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, programme.sqlValue, municipality.sqlValue, contactName.sqlValue, contactEmail.sqlValue,
            contactPhone.sqlValue, message.sqlValue, language.sqlValue, registeredAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "interests",
        [
            """
            create table interest (id \(.text) primary key, programme \(.text) not null references programme (id), \
            municipality \(.text) not null, contact_name \(.text) not null, contact_email \(.text) not null, \
            contact_phone \(.text) not null, message \(.text) not null, language \(.text) not null, \
            registered_at \(.integer) not null)
            """,
            "create index interest_programme on interest (programme, registered_at)",
        ])
}
