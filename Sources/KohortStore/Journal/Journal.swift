import KohortCore

/// The append-only record of what happened: audit trail, webhook feed and source of notifications in one.
enum Journal {
    static let migration = Migration(
        "journal",
        [
            """
            create table journal (number \(.integer) primary key, at \(.integer) not null, name \(.text) not null, \
            actor_kind \(.text) not null, actor_id \(.text), because \(.integer), subject_kind \(.text) not null, \
            subject_id \(.text) not null, audience \(.text) not null, organisation \(.text), payload \(.text) not null, \
            check (audience in ('consortium', 'organisation', 'internal')), \
            check ((audience = 'organisation') = (organisation is not null)))
            """,
            "create index journal_subject on journal (subject_kind, subject_id, number)",
            .appendOnly("journal"),
        ])

    static let registers = Migration("journal-registers", ["create index journal_name on journal (name, number)"])
    /// For the feed of one organisation among all others' events.
    static let organisations = Migration(
        "journal-organisations",
        ["create index journal_organisation on journal (organisation, number) where organisation is not null"])

    /// Numbers are unbroken: they are given under the tenant's write lock and vanish with a rollback.
    static func append(_ event: some Event, in write: borrowing Write) throws -> Int64 {
        let number =
            try write.read.first("select coalesce(max(number), 0) + 1 from journal") { try $0[0] as Int64 } ?? 1
        let (audience, organisation) = stored(event.audience)
        try write.execute(
            """
            insert into journal (number, at, name, actor_kind, actor_id, because, subject_kind, subject_id, audience,
                organisation, payload)
            values (\(number), \(write.now), \(type(of: event).name), \(write.actor.kind), \(write.actor.id),
                \(write.cause), \(event.subject.kind), \(event.subject.id), \(audience), \(organisation),
                \(JSONText.encode(event)))
            """)
        return number
    }

    private static func stored(_ audience: Audience) -> (String, OrganisationID?) {
        switch audience {
        case .consortium: ("consortium", nil)
        case .organisation(let organisation): ("organisation", organisation)
        case .internal: ("internal", nil)
        }
    }
}
