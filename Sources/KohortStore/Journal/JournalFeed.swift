import KohortCore

extension Permission {
    package static let readJournal = Permission("journal.read")
}

/// One row of the journal as its feed shows it.
package struct JournalEntry: Hashable, Sendable, Codable {
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
    package static let isKept = true
    package let scope = Scope.anywhere
    package let after: Int64
    package let limit: Int

    package init(after: Int64, limit: Int) { (self.after, self.limit) = (after, limit) }

    package func fetch(in read: borrowing Read) throws -> [JournalEntry] {
        try read.kept(KeptFeed(after: after, limit: limit, reach: try read.reach(of: Self.permission)))
    }
}

/// Those who follow a feed ask for the same again until something happens. Few pages, since whoever reads all of it from
/// the beginning asks for each once.
private struct KeptFeed: Keepable {
    static let mostKept = 10
    let after: Int64
    let limit: Int
    let reach: Reach

    func fetch(in read: borrowing Read) throws -> [JournalEntry] {
        try JournalEntry.after(after, limit: limit, to: reach, in: read)
    }
}

extension JournalEntry {
    /// What a reader of this reach sees after a number, oldest first; never what is internal.
    package static func after(
        _ number: Int64, limit: Int, to reach: Reach, in read: borrowing Read
    ) throws -> [JournalEntry] {
        let audience: SQL =
            switch reach {
            case .all: "audience <> 'internal'"
            case .organisations(let own): "audience = 'organisation' and organisation in (\(list: own.sorted()))"
            }
        return try read.all(
            """
            select \(columns) from journal where number > \(number) and \(audience) order by number limit \(limit)
            """
        ) { try JournalEntry($0) }
    }

    /// The number of the last event of any audience; 0 when nothing has happened.
    package static func lastNumber(in read: borrowing Read) throws -> Int64 {
        try read.first("select coalesce(max(number), 0) from journal") { try $0[0] as Int64 } ?? 0
    }

    static let columns: SQL =
        "number, at, name, actor_kind, actor_id, because, subject_kind, subject_id, organisation, payload"

    init(_ tuple: borrowing Tuple) throws {
        (number, at, name) = (try tuple[0], try tuple[1], try tuple[2])
        (actorKind, actorID, because) = (try tuple[3], try tuple[4], try tuple[5])
        (subjectKind, subjectID) = (try tuple[6], try tuple[7])
        (organisation, payload) = (try tuple[8], try tuple[9])
    }
}
