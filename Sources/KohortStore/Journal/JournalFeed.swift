import KohortCore

extension Permission {
    package static let readJournal = Permission("journal.read")
}

/// One row of the journal as its feed shows it.
package struct JournalEntry: Hashable, Sendable {
    package let number: Int64
    package let at: Instant
    package let name: String
    package let actorKind: String
    package let actorID: String?
    package let because: Int64?
    package let subjectKind: String
    package let subjectID: String
    package let organisation: OrganisationID?
    /// The event's own JSON object.
    package let payload: String
}

/// The journal after a number, oldest first, as far as the actor's audience goes.
package struct JournalFeed: Query {
    package static let permission = Permission.readJournal
    package let scope = Scope.anywhere
    package let after: Int64
    package let limit: Int

    package init(after: Int64, limit: Int) { (self.after, self.limit) = (after, limit) }

    package func fetch(in read: borrowing Read) throws -> [JournalEntry] {
        let audience: SQL =
            switch try read.reach(of: Self.permission) {
            case .all: "audience <> 'internal'"
            case .organisations(let own): "audience = 'organisation' and organisation in (\(list: own.sorted()))"
            }
        return try read.all(
            """
            select number, at, name, actor_kind, actor_id, because, subject_kind, subject_id, organisation, payload
            from journal where number > \(after) and \(audience) order by number limit \(limit)
            """
        ) { tuple in
            JournalEntry(
                number: try tuple[0], at: try tuple[1], name: try tuple[2], actorKind: try tuple[3],
                actorID: try tuple[4], because: try tuple[5], subjectKind: try tuple[6], subjectID: try tuple[7],
                organisation: try tuple[8], payload: try tuple[9])
        }
    }
}
